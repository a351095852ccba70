package io.pushsim.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.Configurations;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Does one thing after another to a function, and holds the registry after each against a naive
 * reference: a map of versions, a map of aliases, a counter and a flag.
 */
class FunctionModelTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final FunctionArn ARN =
      FunctionArn.of(new Scope("111111111111", "us-west-2"), "fn", Qualifier.UNQUALIFIED);

  enum Kind {
    UPDATE,
    PUBLISH,
    DELETE_VERSION,
    CREATE_ALIAS,
    UPDATE_ALIAS,
    DELETE_ALIAS
  }

  /** Something to do, where it can be done. */
  record Action(Kind kind, String name, int version, int other) {}

  @Provide
  Arbitrary<List<Action>> actions() {
    return Combinators.combine(
            Arbitraries.of(Kind.values()),
            Arbitraries.of("PROD", "BETA"),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 4))
        .as(Action::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property(tries = 500)
  void isWhatANaiveReferenceIs_whateverIsDone(@ForAll("actions") List<Action> actions) {
    Reference reference = new Reference();
    FunctionRegistry registry = new FunctionRegistry();
    registry.apply(
        VersionRules.create(
            Optional.empty(), ARN, configuration("0"), Map.of(), NOW, FunctionModelTest::revision));
    Map<String, Version> everPublished = new HashMap<>();
    Set<Integer> numbers = new HashSet<>();

    int step = 0;
    for (Action action : actions) {
      step++;
      int next = registry.require(ARN).nextVersion();
      boolean done = carryOut(registry, action, "" + step);
      assertThat(done)
          .as("%s after %s", action, reference)
          .isEqualTo(reference.carryOut(action, "" + step));

      LambdaFunction function = registry.require(ARN);
      assertThat(Reference.versionsOf(function)).isEqualTo(reference.versions);
      assertThat(Reference.aliasesOf(function)).isEqualTo(reference.aliases);
      assertThat(function.nextVersion()).isEqualTo(reference.next);
      if (function.nextVersion() > next) {
        assertThat(numbers.add(next)).as("number %s is new", next).isTrue();
      }
      function
          .versions()
          .forEach(
              (number, version) ->
                  assertThat(everPublished.computeIfAbsent(number, first -> version))
                      .as("version %s is as it was published", number)
                      .isEqualTo(version));
      assertThat(function.versions().keySet())
          .as("in ascending order")
          .containsExactlyElementsOf(
              function.versions().keySet().stream().sorted(FunctionModelTest::byNumber).toList());
    }
  }

  private static int byNumber(String one, String other) {
    return Integer.compare(Integer.parseInt(one), Integer.parseInt(other));
  }

  /** Whether Lambda's rules let it be done. */
  private static boolean carryOut(FunctionRegistry registry, Action action, String text) {
    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class,
            () -> change(registry, action, text).ifPresent(registry::apply));
    return refusal == null;
  }

  private static Optional<? extends FunctionChange> change(
      FunctionRegistry registry, Action action, String text) {
    LambdaFunction function = registry.require(ARN);
    Optional<LambdaFunction> existing = Optional.of(function);
    String primary = "" + action.version();
    Optional<Alias.AdditionalVersion> additional =
        action.other() == 0
            ? Optional.empty()
            : Optional.of(new Alias.AdditionalVersion("" + action.other(), 0.5));
    return switch (action.kind()) {
      case UPDATE ->
          Optional.of(
              VersionRules.update(
                  function, configuration(text), NOW, NOW, FunctionModelTest::revision));
      case PUBLISH ->
          VersionRules.publish(
              function,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              NOW,
              FunctionModelTest::revision);
      case DELETE_VERSION ->
          VersionRules.delete(existing, ARN.withQualifier(Qualifier.parse(primary)));
      case CREATE_ALIAS ->
          Optional.of(
              AliasRules.create(
                  existing, ARN, new Alias(action.name(), primary, additional, "", "revision")));
      case UPDATE_ALIAS ->
          Optional.of(
              AliasRules.update(
                  existing,
                  ARN,
                  action.name(),
                  Optional.of(primary),
                  Optional.of(additional),
                  Optional.empty(),
                  Optional.empty(),
                  FunctionModelTest::revision));
      case DELETE_ALIAS -> AliasRules.delete(existing, ARN, action.name());
    };
  }

  private static String revision() {
    return "revision";
  }

  private static FunctionConfiguration configuration(String description) {
    return Configurations.plain("fn", NOW).withDescription(description);
  }

  /** Versions by number with what they were published with, aliases with what they point at. */
  private static final class Reference {
    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, List<Integer>> aliases = new TreeMap<>();
    private String latest = "0";
    private int next = 1;
    private int publishedAs;

    private boolean carryOut(Action action, String text) {
      return switch (action.kind()) {
        case UPDATE -> {
          latest = text;
          publishedAs = 0;
          yield true;
        }
        case PUBLISH -> {
          if (publishedAs == 0) {
            publishedAs = next;
            versions.put("" + next, latest);
            next++;
          }
          yield true;
        }
        case DELETE_VERSION -> delete(action.version());
        case CREATE_ALIAS -> !aliases.containsKey(action.name()) && point(action);
        case UPDATE_ALIAS -> aliases.containsKey(action.name()) && point(action);
        case DELETE_ALIAS -> {
          aliases.remove(action.name());
          yield true;
        }
      };
    }

    private boolean delete(int version) {
      if (aliases.values().stream().anyMatch(targets -> targets.contains(version))) {
        return false;
      }
      versions.remove("" + version);
      if (publishedAs == version) {
        publishedAs = 0;
      }
      return true;
    }

    private boolean point(Action action) {
      boolean possible =
          versions.containsKey("" + action.version())
              && (action.other() == 0
                  || (action.other() != action.version()
                      && versions.containsKey("" + action.other())));
      if (possible) {
        aliases.put(
            action.name(),
            action.other() == 0
                ? List.of(action.version())
                : List.of(action.version(), action.other()));
      }
      return possible;
    }

    private static Map<String, String> versionsOf(LambdaFunction function) {
      Map<String, String> found = new TreeMap<>();
      function
          .publishedVersions()
          .forEach(version -> found.put(version.number(), version.configuration().description()));
      return found;
    }

    private static Map<String, List<Integer>> aliasesOf(LambdaFunction function) {
      Map<String, List<Integer>> found = new TreeMap<>();
      function
          .aliases()
          .forEach(
              (name, alias) -> {
                int primary = Integer.parseInt(alias.functionVersion());
                found.put(
                    name,
                    alias
                        .additional()
                        .map(other -> List.of(primary, Integer.parseInt(other.version())))
                        .orElse(List.of(primary)));
              });
      return found;
    }

    @Override
    public String toString() {
      return versions + " " + aliases + " " + latest;
    }
  }
}
