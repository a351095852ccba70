package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.scenario.report.AttemptReport;
import io.pushsim.scenario.report.CourseReport;
import io.pushsim.scenario.report.SendingReport;
import io.pushsim.scenario.report.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what is expected to have come of a delivery with what has. */
final class CourseExpectations {
  private final Comparison comparison;

  CourseExpectations(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(String pointer, String key, JsonNode expected, CourseReport course) {
    switch (key) {
      case "attempts" -> attempts(pointer, expected, course);
      case "throttles" -> throttles(pointer, expected, course);
      case "due" -> time(pointer, expected, course, course.due());
      case "sentTo" -> sentTo(pointer, expected, course.sentTo());
      default -> throw new IllegalArgumentException("the schema knows no " + key);
    }
  }

  private void attempts(String pointer, JsonNode expected, CourseReport course) {
    List<AttemptReport> actual = course.attempts();
    if (!expected.isArray()) {
      number(pointer, expected, actual.size());
      return;
    }
    if (expected.size() != actual.size()) {
      comparison.fail(pointer, count(expected.size()), count(actual.size()));
    }
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      for (Map.Entry<String, JsonNode> entry : expected.path(i).properties()) {
        String at = Pointer.child(Pointer.child(pointer, i), entry.getKey());
        attempt(at, entry.getKey(), entry.getValue(), course, actual.get(i));
      }
    }
  }

  private static String count(int attempts) {
    return attempts == 0 ? "no attempt" : attempts == 1 ? "1 attempt" : attempts + " attempts";
  }

  private void attempt(
      String pointer, String key, JsonNode expected, CourseReport course, AttemptReport attempt) {
    switch (key) {
      case "version" -> text(pointer, expected, attempt.executedVersion());
      case "result" ->
          comparison.contains(pointer, expected, attempt.result().orElseGet(Comparison::absent));
      case "error" ->
          comparison.contains(pointer, expected, attempt.error().orElseGet(Comparison::absent));
      case "at" -> time(pointer, expected, course, Optional.of(attempt.started()));
      default -> throw new IllegalArgumentException("the schema knows no " + key);
    }
  }

  private void throttles(String pointer, JsonNode expected, CourseReport course) {
    long actual = course.heldBack().stream().filter(once -> once.reason().isThrottle()).count();
    number(pointer, expected, actual);
  }

  /** Times are expected as durations since the push, to the millisecond. */
  private void time(
      String pointer, JsonNode expected, CourseReport course, Optional<String> actual) {
    Optional<Duration> since =
        actual.map(
            time ->
                Duration.between(Instant.parse(course.pushed()), Instant.parse(time))
                    .truncatedTo(ChronoUnit.MILLIS));
    if (!since.equals(Optional.of(Duration.parse(expected.asText())))) {
      text(pointer, expected, since.map(Duration::toString));
    }
  }

  private void sentTo(String pointer, JsonNode expected, List<SendingReport> actual) {
    if (expected.size() != actual.size()) {
      List<String> all = actual.stream().map(CourseExpectations::summary).toList();
      comparison.fail(
          pointer,
          expected.isEmpty() ? "nowhere" : expected.size() + " of them",
          all.isEmpty() ? "nowhere" : String.join(", ", all));
    }
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      sending(Pointer.child(pointer, i), expected.path(i), actual.get(i));
    }
  }

  private static String summary(SendingReport sending) {
    return sending.kind().key() + " " + TargetName.of(sending.target());
  }

  /** Whoever expects no failure expects that there was none. */
  private void sending(String pointer, JsonNode expected, SendingReport actual) {
    if (expected.has("kind")) {
      text(Pointer.child(pointer, "kind"), expected.path("kind"), actual.kind().key());
    }
    if (expected.has("target")) {
      comparison.names(
          Pointer.child(pointer, "target"), expected.path("target").asText(), actual.target());
    }
    if (expected.has("failure")) {
      comparison.occurs(
          Pointer.child(pointer, "failure"),
          expected.path("failure"),
          actual.failure().stream().toList());
    } else if (actual.failure().isPresent()) {
      comparison.fail(pointer, "sent", "not sent: " + actual.failure().get());
    }
  }

  private void number(String pointer, JsonNode expected, long actual) {
    comparison.contains(pointer, expected, JsonNodeFactory.instance.numberNode(actual));
  }

  private void text(String pointer, JsonNode expected, String actual) {
    comparison.contains(pointer, expected, JsonNodeFactory.instance.textNode(actual));
  }

  private void text(String pointer, JsonNode expected, Optional<String> actual) {
    actual.ifPresentOrElse(
        there -> text(pointer, expected, there),
        () -> comparison.contains(pointer, expected, Comparison.absent()));
  }
}
