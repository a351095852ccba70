package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NotificationConfigurationPropertyTest {
  /** No prefix and suffix here is longer than 2, so any two of each fit into a key of 4. */
  private static final List<String> KEYS =
      IntStream.rangeClosed(0, 4)
          .boxed()
          .flatMap(NotificationConfigurationPropertyTest::keys)
          .toList();

  @Property(tries = 300)
  void matchesWhatANaiveReadingMatches(
      @ForAll("configurations") List<TargetConfiguration> targets, @ForAll EventType type) {
    var configuration = new NotificationConfiguration(targets, false);

    assertThat(KEYS)
        .allSatisfy(
            key ->
                assertThat(configuration.match(type, key))
                    .isEqualTo(
                        targets.stream().filter(target -> naive(target, type, key)).toList()));
  }

  /**
   * S3's rule is exact: prefixes of which one starts the other and suffixes of which one ends the
   * other always have a key in common (the longer prefix, then the longer suffix), and others never
   * have.
   */
  @Property(tries = 300)
  void overlapsExactly_whenSomeEventOnSomeKeyMatchesBoth(
      @ForAll("configuration") TargetConfiguration one,
      @ForAll("configuration") TargetConfiguration other) {
    boolean bothMatchSomething =
        Arrays.stream(EventType.values())
            .anyMatch(
                type ->
                    KEYS.stream()
                        .anyMatch(key -> naive(one, type, key) && naive(other, type, key)));

    assertThat(one.overlapWith(other).isPresent()).isEqualTo(bothMatchSomething);
    assertThat(other.overlapWith(one).isPresent()).isEqualTo(bothMatchSomething);
  }

  @Property(tries = 200)
  void matchesOneAtTheMost_whenNoTwoOverlap(
      @ForAll("configurations") List<TargetConfiguration> candidates, @ForAll EventType type) {
    List<TargetConfiguration> kept = new ArrayList<>();
    for (TargetConfiguration candidate : candidates) {
      if (kept.stream().allMatch(other -> other.overlapWith(candidate).isEmpty())) {
        kept.add(candidate);
      }
    }
    var configuration = new NotificationConfiguration(kept, false);

    assertThat(KEYS).allMatch(key -> configuration.match(type, key).size() <= 1);
  }

  /** Matching written once more, by regular expressions and without what the room precomputes. */
  private static boolean naive(TargetConfiguration target, EventType type, String key) {
    boolean event =
        target.events().names().stream()
            .map(name -> Pattern.quote(name).replace("*", "\\E.*\\Q"))
            .anyMatch(pattern -> type.configurationName().matches(pattern));
    boolean filter =
        target.filter().rules().stream()
            .allMatch(
                rule ->
                    Pattern.compile(
                            rule.name() == FilterRule.Name.PREFIX
                                ? "^" + Pattern.quote(rule.value())
                                : Pattern.quote(rule.value()) + "$")
                        .matcher(key)
                        .find());
    return event && filter;
  }

  private static Stream<String> keys(int length) {
    return length == 0
        ? Stream.of("")
        : keys(length - 1).flatMap(start -> Stream.of(start + "a", start + "b"));
  }

  @Provide
  Arbitrary<List<TargetConfiguration>> configurations() {
    return configuration().list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<TargetConfiguration> configuration() {
    Arbitrary<List<String>> events =
        Arbitraries.of(EventType.configurationNames()).list().ofMinSize(1).ofMaxSize(3);
    Arbitrary<String> ends = Arbitraries.of("", "a", "b", "aa", "ab", "ba", "bb");
    Arbitrary<List<FilterRule>> rules =
        Combinators.combine(ends, ends, Arbitraries.subsetOf(FilterRule.Name.values()))
            .as(
                (prefix, suffix, present) ->
                    Stream.of(
                            new FilterRule(FilterRule.Name.PREFIX, prefix),
                            new FilterRule(FilterRule.Name.SUFFIX, suffix))
                        .filter(rule -> present.contains(rule.name()))
                        .toList());
    return Combinators.combine(events, rules)
        .as(
            (names, filter) ->
                new TargetConfiguration(
                    "x",
                    TargetKind.LAMBDA,
                    Drafts.FUNCTION,
                    new EventSelection(names),
                    new KeyFilter(filter)));
  }
}
