package io.pushsim.check.finding;

import io.pushsim.bucket.FilterRule;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.mending.RuleDraft;
import io.pushsim.check.setup.ObservedEvent;
import java.util.List;
import java.util.Optional;

/** Functions whose own writes trigger them again. */
final class Recursions implements Inspection {

  @Override
  public void inspect(Case setUp) {
    for (ObservedEvent event : setUp.inventory().setUp().events()) {
      if (event.writer().isPresent()) {
        setUp.inventory().bucket(event.bucket()).stream()
            .flatMap(bucket -> bucket.rules().stream())
            .filter(rule -> isOf(rule, event.writer().get()))
            .filter(rule -> rule.matches(event.type(), event.key()))
            .forEach(rule -> report(setUp, rule, event));
      }
    }
  }

  private static boolean isOf(BucketRule rule, String function) {
    return rule.function().filter(target -> target.functionName().equals(function)).isPresent();
  }

  private static void report(Case setUp, BucketRule rule, ObservedEvent event) {
    setUp.find(
        FindingKind.RECURSION,
        new Case.Subject(
            event.origin(),
            Case.subject(rule).text() + " by its own writes",
            List.of(rule.declared().origin().place())),
        "%s writes %s/%s, which %s of that bucket pushes at it again."
            .formatted(
                event.writer().orElseThrow(), event.bucket(), event.key(), Case.nameOf(rule)),
        mended(setUp, rule));
  }

  // The folder of what others write, where the function itself does not write there.
  private static List<MendingStep> mended(Case setUp, BucketRule rule) {
    NotifyingBucket bucket = setUp.bucketOf(rule);
    List<ObservedEvent> events =
        setUp.eventsOf(rule).stream()
            .filter(event -> rule.matches(event.type(), event.key()))
            .toList();
    Optional<String> folder =
        events.stream()
            .filter(event -> event.writer().filter(writer -> isOf(rule, writer)).isEmpty())
            .map(event -> folderOf(event.key()))
            .filter(name -> !name.isEmpty())
            .findFirst();
    return folder
        .filter(
            name ->
                events.stream()
                    .filter(
                        event -> event.writer().filter(writer -> isOf(rule, writer)).isPresent())
                    .noneMatch(event -> event.key().startsWith(name)))
        .map(
            name ->
                List.of(
                    Configurations.replaced(
                        bucket, rule, RuleDraft.of(rule).withFilter(FilterRule.Name.PREFIX, name))))
        .orElse(List.of());
  }

  private static String folderOf(String key) {
    return key.substring(0, key.indexOf('/') + 1);
  }
}
