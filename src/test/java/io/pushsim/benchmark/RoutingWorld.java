package io.pushsim.benchmark;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.DestinationCheck;
import io.pushsim.bucket.NotificationConfigurationDraft;
import io.pushsim.bucket.NotificationConfigurationDraft.Rule;
import io.pushsim.bucket.NotificationConfigurationDraft.Target;
import io.pushsim.bucket.TargetKind;
import io.pushsim.function.Alias;
import io.pushsim.function.FunctionChange;
import io.pushsim.function.Version;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.RevisionCheck;
import io.pushsim.testing.Configurations;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * As many functions as buckets: each bucket pushes at its function's alias PROD, which its grant
 * lets it; CANARY shares version 1 with version 2.
 */
record RoutingWorld(State state, Ids ids) {
  private static final Scope SCOPE = new Scope("111111111111", "us-west-2");

  static RoutingWorld of(int size) {
    RoutingWorld world = new RoutingWorld(State.empty(), Ids.seeded(new Draws(1)));
    for (int number = 0; number < size; number++) {
      world.add(number);
    }
    return world;
  }

  static String bucket(int number) {
    return "examplebucket-" + number;
  }

  static FunctionArn target(int number, String alias) {
    return FunctionArn.of(SCOPE, "function-" + number, Qualifier.parse(alias));
  }

  private void add(int number) {
    FunctionArn prod = target(number, "PROD");
    FunctionArn function = prod.unqualified();
    Version latest = version("$LATEST", function);
    apply(new FunctionChange.FunctionCreated(function, latest, Map.of()));
    apply(new FunctionChange.VersionPublished(function, version("1", function), latest));
    apply(new FunctionChange.VersionPublished(function, version("2", function), latest));
    apply(new FunctionChange.AliasPut(function, alias("PROD", Optional.empty())));
    apply(
        new FunctionChange.AliasPut(
            function, alias("CANARY", Optional.of(new Alias.AdditionalVersion("2", 0.1)))));
    String arn = "arn:aws:s3:::" + bucket(number);
    state
        .policies()
        .apply(
            state
                .policies()
                .addStatement(
                    prod,
                    PermissionRequest.of("1", AccessRequest.INVOKE_FUNCTION, "s3.amazonaws.com")
                        .from(Optional.of(arn), Optional.of(SCOPE.account()))
                        .statementOn(prod),
                    RevisionCheck.NONE,
                    () -> "revision"));
    addBucket(number, prod);
  }

  private void addBucket(int number, FunctionArn prod) {
    var buckets = state.buckets();
    buckets.apply(
        buckets
            .decideCreate(bucket(number), SCOPE.account(), SCOPE.region(), Instant.EPOCH)
            .orElseThrow());
    var draft =
        new NotificationConfigurationDraft(
            List.of(
                new Target(
                    Optional.of("prod"),
                    TargetKind.LAMBDA,
                    Optional.of(prod.toString()),
                    List.of("s3:ObjectCreated:*"),
                    List.of(new Rule(Optional.of("prefix"), Optional.of("images/"))))),
            false);
    buckets.apply(
        buckets.decideNotificationConfiguration(
            bucket(number), draft, DestinationCheck.SKIPPED, ids));
  }

  private void apply(FunctionChange change) {
    state.functions().apply(change);
  }

  private static Alias alias(String name, Optional<Alias.AdditionalVersion> additional) {
    return new Alias(name, "1", additional, "", "revision");
  }

  private static Version version(String number, FunctionArn function) {
    return new Version(
        number,
        Configurations.plain(function.functionName(), Instant.EPOCH),
        "revision",
        Optional.empty());
  }
}
