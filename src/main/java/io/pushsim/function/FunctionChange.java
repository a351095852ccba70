package io.pushsim.function;

import io.pushsim.arn.FunctionArn;

/** An outcome: what has become true of one function. Folding it validates and draws nothing. */
public sealed interface FunctionChange {
  /** The function's unqualified ARN. */
  FunctionArn arn();

  /** The function exists. */
  record FunctionCreated(FunctionArn arn, Version latest) implements FunctionChange {}

  /** Its {@code $LATEST} is another. */
  record LatestUpdated(FunctionArn arn, Version latest) implements FunctionChange {}

  /**
   * It has one more published version.
   *
   * @param latest {@code $LATEST} as publishing leaves it: it has a new RevisionId
   */
  record VersionPublished(FunctionArn arn, Version version, Version latest)
      implements FunctionChange {}

  /** A published version is gone. */
  record VersionDeleted(FunctionArn arn, String number) implements FunctionChange {}

  /** An alias is new or other than it was. */
  record AliasPut(FunctionArn arn, Alias alias) implements FunctionChange {}

  /** An alias is gone. */
  record AliasDeleted(FunctionArn arn, String name) implements FunctionChange {}

  /** The function is gone, with its versions and aliases. */
  record FunctionDeleted(FunctionArn arn) implements FunctionChange {}
}
