package io.pushsim.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.error.SimulatorException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaFunctionTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final FunctionArn ARN =
      FunctionArn.of(new Scope("111111111111", "us-west-2"), "fn", Qualifier.UNQUALIFIED);

  private final FunctionRegistry registry = new FunctionRegistry();

  LambdaFunctionTest() {
    registry.apply(
        VersionRules.create(
            Optional.empty(),
            ARN,
            configuration(Map.of("A", "1")),
            Map.of(),
            NOW,
            () -> "revision"));
    publish();
    registry.apply(
        VersionRules.update(
            registry.require(ARN), configuration(Map.of("A", "2")), NOW, NOW, () -> "revision"));
    publish();
    alias("PROD", Optional.empty());
    alias("CANARY", Optional.of(new Alias.AdditionalVersion("2", 0.25)));
  }

  @ParameterizedTest
  @CsvSource({
    "'',      0.5,    $LATEST",
    "$LATEST, 0.5,    $LATEST",
    "1,       0.5,    1",
    "2,       0.5,    2",
    "PROD,    0,      1",
    "CANARY,  0,      2",
    "CANARY,  0.2499, 2",
    "CANARY,  0.25,   1",
    "CANARY,  0.9999, 1"
  })
  void resolves_whenAQualifierIsThere(String qualifier, double draw, String version) {
    assertThat(registry.require(ARN).resolve(Qualifier.parse(qualifier), draw))
        .map(Version::number)
        .contains(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "01", "prod", "$latest", "$LATEST.PUBLISHED"})
  void resolvesToNothing_whenAQualifierIsNotThere(String qualifier) {
    assertThat(registry.require(ARN).resolve(Qualifier.parse(qualifier), 0)).isEmpty();
  }

  @Test
  void describesTheMainVersion_whenAnAliasHasWeights() {
    assertThat(registry.require(ARN).described(Qualifier.parse("CANARY")))
        .map(Version::number)
        .contains("1");
  }

  @Test
  void isFound_whateverTheQualifier() {
    assertThat(registry.find(ARN.withQualifier(Qualifier.parse("nothing")))).isPresent();
    assertThat(registry.list(ARN.scope())).hasSize(1);
    assertThat(registry.list(new Scope("111111111111", "eu-west-1"))).isEmpty();
    assertThat(registry.list(new Scope("222222222222", "us-west-2"))).isEmpty();
  }

  @Test
  void cannotBeChangedFromOutside() {
    LambdaFunction function = registry.require(ARN);

    assertThatThrownBy(() -> function.versions().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> function.aliases().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> function.publishedVersions().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void keepsItsOwnCopy_whenTheGivenVariablesChange() {
    Map<String, String> variables = new HashMap<>(Map.of("A", "1"));
    FunctionConfiguration configuration = configuration(variables);
    variables.put("A", "2");

    assertThat(configuration.environment()).contains(Map.of("A", "1"));
  }

  /** While an update lasts, what was before it runs, and has another RevisionId. */
  @Test
  void runsWhatWasBefore_whileAnUpdateLasts() {
    LambdaFunction function = registry.require(ARN);
    var names = List.of("after", "during").iterator();
    registry.apply(
        VersionRules.update(
            function, configuration(Map.of("A", "3")), NOW, NOW.plusSeconds(5), names::next));

    Version latest = registry.require(ARN).latest();

    assertThat(latest.configurationAt(NOW).environment()).contains(Map.of("A", "2"));
    assertThat(latest.revisionIdAt(NOW)).isEqualTo("during");
    assertThat(latest.configurationAt(NOW.plusSeconds(5)).environment()).contains(Map.of("A", "3"));
    assertThat(latest.revisionIdAt(NOW.plusSeconds(5))).isEqualTo("after");
  }

  @Test
  void refusesAnUpdate_whileOneLasts() {
    registry.apply(
        VersionRules.update(
            registry.require(ARN),
            configuration(Map.of()),
            NOW,
            NOW.plusSeconds(5),
            () -> "revision"));
    LambdaFunction function = registry.require(ARN);

    assertThatThrownBy(
            () ->
                VersionRules.checkUpdatable(
                    function, Qualifier.UNQUALIFIED, Optional.empty(), NOW.plusMillis(4999)))
        .isInstanceOf(SimulatorException.class);
    VersionRules.checkUpdatable(
        function, Qualifier.LATEST, Optional.of("revision"), NOW.plusSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodejs", "nodejs4.3", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x",
        "nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x", "nodejs22.x", "nodejs24.x"
      })
  void takesEveryNodeThatThereEverWas(String runtime) {
    Runtimes.check(runtime);

    assertThat(Runtimes.isNode(runtime)).isTrue();
  }

  private void publish() {
    VersionRules.publish(
            registry.require(ARN),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            NOW,
            () -> "revision")
        .ifPresent(registry::apply);
  }

  private void alias(String name, Optional<Alias.AdditionalVersion> additional) {
    registry.apply(
        AliasRules.create(
            registry.find(ARN), ARN, new Alias(name, "1", additional, "", "revision")));
  }

  private static FunctionConfiguration configuration(Map<String, String> variables) {
    return new FunctionConfiguration(
        new CodeReference("sha", 1),
        "nodejs22.x",
        "arn:aws:iam::111111111111:role/one",
        "index.handler",
        "",
        3,
        128,
        512,
        Optional.of(variables),
        List.of("x86_64"),
        LoggingConfig.defaultFor("fn"),
        Optional.empty(),
        NOW);
  }
}
