package io.pushsim.check.decision;

import io.pushsim.check.setup.Symbol;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether two files tell the same notification configuration of a bucket. */
final class SameConfiguration {
  private static final Comparator<BucketRule> ORDER =
      Comparator.comparing(SameConfiguration::wanted).thenComparing(BucketRule::target);

  private final List<BucketRule> one;
  private final List<BucketRule> other;
  private final Reading reading;

  SameConfiguration(List<BucketRule> one, List<BucketRule> other, Reading reading) {
    this.one = one.stream().sorted(ORDER).toList();
    this.other = other.stream().sorted(ORDER).toList();
    this.reading = reading;
  }

  boolean holds() {
    return one.stream()
        .map(SameConfiguration::content)
        .toList()
        .equals(other.stream().map(SameConfiguration::content).toList());
  }

  private static String content(BucketRule rule) {
    return rule.target() + wanted(rule);
  }

  // The CLI writes Prefix where Terraform writes prefix.
  private static String wanted(BucketRule rule) {
    List<String> filters = new ArrayList<>();
    for (BucketRule.Filter filter : rule.filters()) {
      filters.add(filter.name().toLowerCase(Locale.ROOT) + " " + filter.value());
    }
    return " " + rule.events().stream().sorted().toList() + filters.stream().sorted().toList();
  }

  /** What is to be told where it does not hold. */
  Problem problem(String bucket) {
    Set<Symbol> unknown = unknown();
    Place here = other.get(0).declared().origin().place();
    Place there = one.get(0).declared().origin().place();
    return Problem.at(
        here,
        unknown.isEmpty()
            ? "the notification configuration of %s stands otherwise in %s: S3 keeps one only; give one of the two"
                .formatted(bucket, there)
            : "whether the notification configuration of %s is the same as in %s is not known. %s"
                .formatted(
                    bucket,
                    there,
                    unknown.stream().map(Symbol::remedy).collect(Collectors.joining(" "))));
  }

  // With what it would hold, if with anything.
  private Set<Symbol> unknown() {
    Set<Symbol> unknown = new LinkedHashSet<>();
    if (one.size() != other.size()) {
      return Set.of();
    }
    for (int i = 0; i < one.size(); i++) {
      BucketRule rule = one.get(i);
      BucketRule twin = other.get(i);
      Set<Symbol> symbols =
          Unification.of(rule.declared().target(), twin.declared().target(), reading).keySet();
      if (!wanted(rule).equals(wanted(twin))
          || (symbols.isEmpty() && !rule.target().equals(twin.target()))) {
        return Set.of();
      }
      unknown.addAll(symbols);
    }
    return unknown;
  }
}
