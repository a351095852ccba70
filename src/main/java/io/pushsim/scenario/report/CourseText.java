package io.pushsim.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.display.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has come of a delivery beside its last run, which is told at length: in the words that all
 * forms of a report share.
 */
final class CourseText {
  private final StorySetting setting;
  private final String arrow;

  CourseText(StorySetting setting, String arrow) {
    this.setting = setting;
    this.arrow = arrow;
  }

  /** What came before the last run, line by line. */
  List<String> before(CourseReport course) {
    List<String> lines = new ArrayList<>();
    List<AttemptReport> attempts = course.attempts();
    for (int i = 0; i + 1 < attempts.size(); i++) {
      lines.add(earlier(attempts.get(i), attempts.get(i + 1)));
    }
    if (!course.heldBack().isEmpty() && !isHeldBack(course)) {
      lines.add(heldBack(course.heldBack()) + ", until " + until(course));
    }
    return lines;
  }

  private String earlier(AttemptReport attempt, AttemptReport next) {
    return "attempt %d of version %s failed%s, again at %s"
        .formatted(
            attempt.number(),
            attempt.executedVersion(),
            attempt.error().map(CourseText::with).orElse(""),
            at(next.started()));
  }

  private static String with(JsonNode error) {
    return " with " + Decisions.errorLines(error).get(0);
  }

  /** {@code held back 3 times: the account's concurrency was used up}. */
  private static String heldBack(List<HoldBackReport> all) {
    HoldBackReport last = all.get(all.size() - 1);
    String times = all.size() == 1 ? "once" : Figures.number(all.size()) + " times";
    return "held back " + times + ": " + last.reason().sentence();
  }

  private String until(CourseReport course) {
    return at(course.heldBack().get(course.heldBack().size() - 1).until());
  }

  /** Whether that it was held back is the last that has come of it. */
  private static boolean isHeldBack(CourseReport course) {
    int times = course.heldBack().size();
    return times > 0 && course.due().equals(Optional.of(course.heldBack().get(times - 1).until()));
  }

  /** What came after the last run, line by line. */
  List<String> after(CourseReport course) {
    List<String> lines = new ArrayList<>();
    end(course).ifPresent(lines::add);
    course.sentTo().forEach(sending -> lines.add(sent(sending)));
    return lines;
  }

  private Optional<String> end(CourseReport course) {
    int attempts = course.attempts().size();
    return switch (course.state()) {
      case SUCCEEDED, DENIED -> Optional.empty();
      case WAITING ->
          course
              .due()
              .map(
                  due ->
                      isHeldBack(course)
                          ? heldBack(course.heldBack()) + ", again at " + at(due)
                          : "attempt " + (attempts + 1) + " follows at " + at(due));
      case FAILED ->
          Optional.of("no more retries after " + Figures.count(attempts, "attempt", "attempts"));
      case EXPIRED -> Optional.of("expired: another attempt would exceed the event's maximum age");
      case THROTTLED -> Optional.of("throttled: the function's reserved concurrency is 0");
      case STOPPED -> Optional.of("stopped: the function invokes itself in a recursive loop");
      case TARGET_NOT_FOUND ->
          Optional.of("not run: there is no such function, version or alias any more");
    };
  }

  private String sent(SendingReport sending) {
    return arrow
        + " "
        + sending.kind().words()
        + " "
        + TargetName.of(sending.target())
        + sending.failure().map(why -> ": not sent: " + why).orElse("");
  }

  private String at(String time) {
    return "+" + Figures.exact(setting.since(time));
  }
}
