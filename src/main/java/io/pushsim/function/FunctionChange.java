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

  /** What has become true of a function that is there. */
  sealed interface OfFunction extends FunctionChange {
    /** The function that this makes of the one before. */
    LambdaFunction after(LambdaFunction before);
  }

  /** What has become true of a function's settings. */
  sealed interface OfSettings extends OfFunction {
    /** The settings that this makes of those before. */
    InvocationSettings after(InvocationSettings before);

    @Override
    default LambdaFunction after(LambdaFunction before) {
      return before.withSettings(after(before.settings()));
    }
  }

  /** Its {@code $LATEST} is another. */
  record LatestUpdated(FunctionArn arn, Version latest) implements OfFunction {
    @Override
    public LambdaFunction after(LambdaFunction before) {
      return before.withLatest(latest);
    }
  }

  /**
   * It has one more published version.
   *
   * @param latest {@code $LATEST} as publishing leaves it: it has a new RevisionId
   */
  record VersionPublished(FunctionArn arn, Version version, Version latest) implements OfFunction {
    @Override
    public LambdaFunction after(LambdaFunction before) {
      return before.withPublished(version, latest);
    }
  }

  /** A published version is gone, and the settings of its number with it. */
  record VersionDeleted(FunctionArn arn, String number) implements OfFunction {
    @Override
    public LambdaFunction after(LambdaFunction before) {
      return before.withoutVersion(number);
    }
  }

  /** An alias is new or other than it was. */
  record AliasPut(FunctionArn arn, Alias alias) implements OfFunction {
    @Override
    public LambdaFunction after(LambdaFunction before) {
      return before.withAlias(alias);
    }
  }

  /** An alias is gone, and the settings of its name with it. */
  record AliasDeleted(FunctionArn arn, String name) implements OfFunction {
    @Override
    public LambdaFunction after(LambdaFunction before) {
      return before.withoutAlias(name);
    }
  }

  /**
   * It has these tags and no others.
   *
   * @param latest {@code $LATEST} as tagging leaves it: it has a new RevisionId
   */
  record TagsReplaced(FunctionArn arn, Map<String, String> tags, Version latest)
      implements OfFunction {
    public TagsReplaced {
      tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    @Override
    public LambdaFunction after(LambdaFunction before) {
      return before.withTags(tags, latest);
    }
  }

  /**
   * The asynchronous invocations through a qualifier are handled like this.
   *
   * @param qualifier its text, {@code $LATEST} where there was none
   */
  record EventInvokeConfigPut(FunctionArn arn, String qualifier, EventInvokeConfig config)
      implements OfSettings {
    @Override
    public InvocationSettings after(InvocationSettings before) {
      return before.withEventInvoke(qualifier, config);
    }
  }

  /** They are handled as Lambda handles them by default. */
  record EventInvokeConfigDeleted(FunctionArn arn, String qualifier) implements OfSettings {
    @Override
    public InvocationSettings after(InvocationSettings before) {
      return before.withoutEventInvoke(qualifier);
    }
  }

  /** So many of its invocations may run at once; absent: as many as the account lets run. */
  record ReservedConcurrencySet(FunctionArn arn, Optional<Integer> reserved) implements OfSettings {
    @Override
    public InvocationSettings after(InvocationSettings before) {
      return before.withReservedConcurrency(reserved);
    }
  }

  /**
   * Environments are kept ready for a qualifier.
   *
   * @param qualifier a version's number or an alias's name
   */
  record ProvisionedConcurrencyPut(
      FunctionArn arn, String qualifier, ProvisionedConcurrency provisioned) implements OfSettings {
    @Override
    public InvocationSettings after(InvocationSettings before) {
      return before.withProvisioned(qualifier, provisioned);
    }
  }

  /** No environments are kept ready for the qualifier. */
  record ProvisionedConcurrencyDeleted(FunctionArn arn, String qualifier) implements OfSettings {
    @Override
    public InvocationSettings after(InvocationSettings before) {
      return before.withoutProvisioned(qualifier);
    }
  }

  /** This is what Lambda does where it finds the function in a loop. */
  record RecursiveLoopSet(FunctionArn arn, RecursiveLoop loop) implements OfSettings {
    @Override
    public InvocationSettings after(InvocationSettings before) {
      return before.withRecursiveLoop(loop);
    }
  }

  /** The function is gone, with its versions, aliases and settings. */
  record FunctionDeleted(FunctionArn arn) implements FunctionChange {}
}
