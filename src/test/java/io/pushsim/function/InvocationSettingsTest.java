package io.pushsim.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.testing.Configurations;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How settings are folded into a function, and what a snapshot keeps of them. */
class InvocationSettingsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final FunctionArn ARN =
      FunctionArn.of(new Scope("111111111111", "us-west-2"), "fn", Qualifier.UNQUALIFIED);
  private static final EventInvokeConfig CONFIG =
      new EventInvokeConfig(
          Optional.of(1),
          Optional.empty(),
          Optional.empty(),
          Optional.of("arn:aws:sqs:us-west-2:111111111111:failed"),
          NOW);
  private static final ProvisionedConcurrency PROVISIONED =
      new ProvisionedConcurrency(5, NOW, NOW.plusSeconds(3));

  private final FunctionRegistry registry = new FunctionRegistry();

  InvocationSettingsTest() {
    Version latest = version(Version.LATEST);
    registry.apply(new FunctionChange.FunctionCreated(ARN, latest, Map.of()));
    registry.apply(new FunctionChange.VersionPublished(ARN, version("1"), latest));
    registry.apply(
        new FunctionChange.AliasPut(ARN, new Alias("PROD", "1", Optional.empty(), "", "revision")));
  }

  @Test
  void hasNone_whenItIsCreated() {
    assertThat(settings()).isEqualTo(InvocationSettings.NONE);
    assertThat(settings().recursiveLoop()).isEqualTo(RecursiveLoop.TERMINATE);
  }

  @Test
  void anUnqualifiedFunctionHasTheConfigurationOfLatest() {
    registry.apply(new FunctionChange.EventInvokeConfigPut(ARN, "$LATEST", CONFIG));

    assertThat(settings().eventInvoke(Qualifier.UNQUALIFIED)).contains(CONFIG);
    assertThat(settings().eventInvoke(Qualifier.LATEST)).contains(CONFIG);
  }

  @Test
  void aConfigurationIsThatOfOneQualifierAlone() {
    registry.apply(new FunctionChange.EventInvokeConfigPut(ARN, "1", CONFIG));

    assertThat(settings().eventInvoke(Qualifier.parse("1"))).contains(CONFIG);
    assertThat(settings().eventInvoke(Qualifier.parse("PROD"))).isEmpty();
    assertThat(settings().eventInvoke(Qualifier.LATEST)).isEmpty();
  }

  @Test
  void whatIsTakenBackIsGone() {
    everything();

    registry.apply(new FunctionChange.EventInvokeConfigDeleted(ARN, "PROD"));
    registry.apply(new FunctionChange.ReservedConcurrencySet(ARN, Optional.empty()));
    registry.apply(new FunctionChange.ProvisionedConcurrencyDeleted(ARN, "1"));
    registry.apply(new FunctionChange.RecursiveLoopSet(ARN, RecursiveLoop.TERMINATE));

    assertThat(settings()).isEqualTo(InvocationSettings.NONE);
  }

  @Test
  void whatBelongsToAnAliasGoesWithIt() {
    everything();

    registry.apply(new FunctionChange.AliasDeleted(ARN, "PROD"));

    assertThat(settings().eventInvoke()).isEmpty();
    assertThat(settings().provisioned()).containsOnlyKeys("1");
  }

  @Test
  void whatBelongsToAVersionGoesWithIt() {
    everything();

    registry.apply(new FunctionChange.VersionDeleted(ARN, "1"));

    assertThat(settings().provisioned()).isEmpty();
    assertThat(settings().eventInvoke()).containsOnlyKeys("PROD");
    assertThat(settings().reservedConcurrency()).contains(7);
  }

  /** Settings are no part of a version: what is published stays published. */
  @Test
  void staysPublished_whenItsSettingsChange() {
    everything();

    assertThat(registry.require(ARN).publishedAs()).contains("1");
    assertThat(registry.require(ARN).latest()).isEqualTo(version(Version.LATEST));
  }

  @Test
  void aChangeOfTheFunctionKeepsTheSettings() {
    everything();
    InvocationSettings before = settings();

    registry.apply(new FunctionChange.LatestUpdated(ARN, version(Version.LATEST)));
    registry.apply(new FunctionChange.VersionPublished(ARN, version("2"), version(Version.LATEST)));
    registry.apply(
        new FunctionChange.AliasPut(ARN, new Alias("PROD", "2", Optional.empty(), "", "r")));
    registry.apply(new FunctionChange.TagsReplaced(ARN, Map.of("a", "b"), version(Version.LATEST)));

    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void aSnapshotFoldsToTheSame() {
    everything();

    FunctionRegistry restored = new FunctionRegistry();
    registry.snapshot().forEach(restored::apply);

    assertThat(restored.require(ARN)).isEqualTo(registry.require(ARN));
    assertThat(restored.require(ARN).settings())
        .isEqualTo(
            new InvocationSettings(
                Map.of("PROD", CONFIG),
                Optional.of(7),
                Map.of("1", PROVISIONED),
                RecursiveLoop.ALLOW));
  }

  @Test
  void provisionedEnvironmentsAreReady_whenTheirTimeHasCome() {
    assertThat(PROVISIONED.isReady(NOW.plusSeconds(3).minusNanos(1))).isFalse();
    assertThat(PROVISIONED.isReady(NOW.plusSeconds(3))).isTrue();
  }

  private void everything() {
    registry.apply(new FunctionChange.EventInvokeConfigPut(ARN, "PROD", CONFIG));
    registry.apply(new FunctionChange.ReservedConcurrencySet(ARN, Optional.of(7)));
    registry.apply(new FunctionChange.ProvisionedConcurrencyPut(ARN, "1", PROVISIONED));
    registry.apply(new FunctionChange.RecursiveLoopSet(ARN, RecursiveLoop.ALLOW));
  }

  private InvocationSettings settings() {
    return registry.require(ARN).settings();
  }

  private static Version version(String number) {
    return new Version(number, Configurations.plain("fn", NOW), "revision", Optional.empty());
  }
}
