package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.EventSelection;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.FilterRule;
import io.pushsim.bucket.KeyFilter;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of a bucket, in the plain reading. It need not be one that S3 would take.
 *
 * @param bucket the bucket's name
 * @param title the rule's id, or its number among the bucket's rules
 * @param target as written
 * @param function the target, where it is a function's ARN
 */
public record BucketRule(
    String bucket,
    String title,
    String target,
    Optional<FunctionArn> function,
    List<String> events,
    List<Filter> filters,
    DeclaredRule declared) {
  public BucketRule {
    events = List.copyOf(events);
    filters = List.copyOf(filters);
  }

  /** A rule on keys, as written. */
  public record Filter(String name, String value) {}

  static BucketRule of(int number, DeclaredRule declared, Reading reading) {
    String target = reading.of(declared.target());
    return new BucketRule(
        reading.of(declared.bucket()),
        declared.id().map(reading::of).orElse("rule " + number),
        target,
        declared.kind() == TargetKind.LAMBDA ? FunctionArn.parse(target) : Optional.empty(),
        declared.events().stream().map(reading::of).toList(),
        declared.filter().stream()
            .map(filter -> new Filter(reading.of(filter.name()), reading.of(filter.value())))
            .toList(),
        declared);
  }

  /** Whether it names a Lambda function, be it by something that is not known or no ARN. */
  public boolean isForLambda() {
    return declared.kind() == TargetKind.LAMBDA;
  }

  /** The types that its events stand for, as far as S3 has them. */
  public Set<EventType> types() {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    events.forEach(name -> types.addAll(EventType.selectedBy(name)));
    return types;
  }

  /** The filter, or empty where S3 would not take it. */
  public Optional<KeyFilter> keyFilter() {
    List<FilterRule> rules = new ArrayList<>();
    for (Filter filter : filters) {
      Optional<FilterRule.Name> name = FilterRule.Name.parse(filter.name());
      if (name.isEmpty() || rules.stream().anyMatch(rule -> rule.name() == name.get())) {
        return Optional.empty();
      }
      rules.add(new FilterRule(name.get(), filter.value()));
    }
    return Optional.of(new KeyFilter(rules));
  }

  /**
   * Whether such an event goes to its target.
   *
   * @param key not URL-encoded
   */
  public boolean matches(EventType type, String key) {
    return events.stream().anyMatch(name -> EventType.selectedBy(name).contains(type))
        && keyFilter().filter(filter -> filter.matches(key)).isPresent();
  }

  /** The events it wants, as S3 knows them; empty where it does not. */
  public Optional<EventSelection> selection() {
    return events.stream().anyMatch(name -> EventType.selectedBy(name).isEmpty())
        ? Optional.empty()
        : Optional.of(new EventSelection(events));
  }

  /** Its events and filter in a few words: {@code s3:ObjectCreated:* in/….jpg}. */
  public String matching() {
    return String.join(", ", events) + (filters.isEmpty() ? "" : " " + keys());
  }

  /** The keys that it wants, in a word: {@code in/….jpg}. */
  public String keys() {
    return filterValue("prefix") + "…" + filterValue("suffix");
  }

  private String filterValue(String name) {
    return filters.stream()
        .filter(filter -> filter.name().equalsIgnoreCase(name))
        .map(Filter::value)
        .findFirst()
        .orElse("");
  }
}
