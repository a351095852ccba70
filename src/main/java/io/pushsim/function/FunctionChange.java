package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import java.util.Collections;
import java.util.Map;
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

  /** A published version is gone. */
  record VersionDeleted(FunctionArn arn, String number) implements FunctionChange {}

  /** An alias is new or other than it was. */
  record AliasPut(FunctionArn arn, Alias alias) implements FunctionChange {}

  /** An alias is gone. */
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

  /** The function is gone, with its versions and aliases. */
  record FunctionDeleted(FunctionArn arn) implements FunctionChange {}
}
