package io.pushsim.check.finding;

import io.pushsim.bucket.FilterRule;
import io.pushsim.bucket.KeyEncoding;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.mending.RuleDraft;
import io.pushsim.check.setup.ObservedEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Filters that no usual key, or none that the inputs show, gets through. */
final class Filters implements Inspection {
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  @Override
  public void inspect(Case setUp) {
    for (BucketRule rule : setUp.matrix().rules()) {
      for (BucketRule.Filter filter : rule.filters()) {
        Optional<FilterRule.Name> name = FilterRule.Name.parse(filter.name());
        if (name.isPresent()) {
          fault(setUp, rule, name.get(), filter.value())
              .ifPresent(fault -> report(setUp, rule, name.get(), filter.value(), fault));
        }
      }
    }
  }

  private record Fault(String reason, String meant) {}

  private static void report(
      Case setUp, BucketRule rule, FilterRule.Name name, String value, Fault fault) {
    Case.Subject subject = Case.subject(rule);
    setUp.find(
        FindingKind.UNMATCHABLE_FILTER,
        new Case.Subject(
            subject.origin(), subject.text() + " " + name.wireName().toLowerCase(Locale.ROOT)),
        "The %s '%s' of %s of %s matches no key: %s. What is meant is probably %s."
            .formatted(
                name.wireName().toLowerCase(Locale.ROOT),
                value,
                Case.nameOf(rule),
                rule.bucket(),
                fault.reason(),
                fault.meant().isEmpty() ? "no filter" : "'" + fault.meant() + "'"),
        List.of(
            Configurations.replaced(
                setUp.bucketOf(rule), rule, RuleDraft.of(rule).withFilter(name, fault.meant()))));
  }

  private static Optional<Fault> fault(
      Case setUp, BucketRule rule, FilterRule.Name name, String value) {
    String decoded = KeyEncoding.decode(value).orElse(value);
    if (isSeen(setUp, rule)) {
      return Optional.empty();
    }
    if (decoded.contains("*") || decoded.contains("?")) {
      return Optional.of(
          new Fault("* and ? stand for themselves", value.replaceAll("[*?]|%2A|%3F", "")));
    }
    if (name == FilterRule.Name.PREFIX && decoded.startsWith("/")) {
      return Optional.of(
          new Fault("keys begin without a slash", value.replaceFirst("^(/|%2[fF])+", "")));
    }
    if (ESCAPE.matcher(decoded).find()) {
      return Optional.of(new Fault("it is URL-encoded twice, and S3 decodes it once", decoded));
    }
    return otherCase(setUp, rule, name, decoded);
  }

  private static boolean isSeen(Case setUp, BucketRule rule) {
    return setUp.eventsOf(rule).stream().anyMatch(event -> rule.matches(event.type(), event.key()));
  }

  // The inputs show keys that are the filter's but for the case of their letters.
  private static Optional<Fault> otherCase(
      Case setUp, BucketRule rule, FilterRule.Name name, String decoded) {
    return setUp.eventsOf(rule).stream()
        .map(ObservedEvent::key)
        .filter(key -> key.length() >= decoded.length())
        .map(
            key ->
                name == FilterRule.Name.PREFIX
                    ? key.substring(0, decoded.length())
                    : key.substring(key.length() - decoded.length()))
        .filter(part -> part.equalsIgnoreCase(decoded) && !part.equals(decoded))
        .findFirst()
        .map(
            part ->
                new Fault(
                    "keys are told apart by case, and those that are written have '%s'"
                        .formatted(part),
                    KeyEncoding.encode(part)));
  }
}
