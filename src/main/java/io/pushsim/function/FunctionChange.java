package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An outcome: what has become true of one function. Folding it validates and draws nothing. */
public sealed interface FunctionChange {
  /** The function's unqualified ARN. */
  FunctionArn arn();

  /** The function exists, with these tags. */
  record FunctionCreated(FunctionArn arn, Version latest, Map<String, String> tags)
      implements FunctionChange {
    public FunctionCreated {
      tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }
  }

  /** The function is there, as a snapshot has it. */
  record FunctionRestored(LambdaFunction function) implements FunctionChange {
    @Override
    public FunctionArn arn() {
      return function.arn();
    }
  }

  /** Its {@code $LATEST} is another. */
  record LatestUpdated(FunctionArn arn, Version latest) implements FunctionChange {}

  /**
   * It has one more published version.
   *
   * @param latest {@code $LATEST} as publishing leaves it: it has a new RevisionId
   */
  record VersionPublished(FunctionArn arn, Version version, Version latest)
      implements FunctionChange {}

  /** A published version is gone, and the settings of its number with it. */
  record VersionDeleted(FunctionArn arn, String number) implements FunctionChange {}

  /** An alias is new or other than it was. */
  record AliasPut(FunctionArn arn, Alias alias) implements FunctionChange {}

  /** An alias is gone, and the settings of its name with it. */
  record AliasDeleted(FunctionArn arn, String name) implements FunctionChange {}

  /**
   * It has these tags and no others.
   *
   * @param latest {@code $LATEST} as tagging leaves it: it has a new RevisionId
   */
  record TagsReplaced(FunctionArn arn, Map<String, String> tags, Version latest)
      implements FunctionChange {
    public TagsReplaced {
      tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }
  }

  /**
   * The asynchronous invocations through a qualifier are handled like this.
   *
   * @param qualifier its text, {@code $LATEST} where there was none
   */
  record EventInvokeConfigPut(FunctionArn arn, String qualifier, EventInvokeConfig config)
      implements FunctionChange {}

  /** They are handled as Lambda handles them by default. */
  record EventInvokeConfigDeleted(FunctionArn arn, String qualifier) implements FunctionChange {}

  /** So many of its invocations may run at once; absent: as many as the account lets run. */
  record ReservedConcurrencySet(FunctionArn arn, Optional<Integer> reserved)
      implements FunctionChange {}

  /**
   * Environments are kept ready for a qualifier.
   *
   * @param qualifier a version's number or an alias's name
   */
  record ProvisionedConcurrencyPut(
      FunctionArn arn, String qualifier, ProvisionedConcurrency provisioned)
      implements FunctionChange {}

  /** No environments are kept ready for the qualifier. */
  record ProvisionedConcurrencyDeleted(FunctionArn arn, String qualifier)
      implements FunctionChange {}

  /** This is what Lambda does where it finds the function in a loop. */
  record RecursiveLoopSet(FunctionArn arn, RecursiveLoop loop) implements FunctionChange {}

  /** The function is gone, with its versions, aliases and settings. */
  record FunctionDeleted(FunctionArn arn) implements FunctionChange {}
}
