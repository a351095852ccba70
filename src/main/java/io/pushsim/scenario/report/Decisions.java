package io.pushsim.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.display.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was decided of a delivery and what ran, in the words that all forms of a report share. */
final class Decisions {
  static final String CUT = "cut by pushsim's own guard, not by Lambda's rules";

  private static final Set<DeliveryState> TOLD_OTHERWISE =
      EnumSet.of(DeliveryState.SUCCEEDED, DeliveryState.FAILED, DeliveryState.DENIED);

  private Decisions() {}

  /** {@code allowed by statement 1}, {@code denied: no statement allows it}. */
  static String sentence(DeliveryReport delivery) {
    String statement = delivery.statement().map(sid -> " by statement " + sid).orElse("");
    return switch (delivery.decision()) {
      case "allowed" -> "allowed" + statement;
      case "explicitDeny" -> "denied" + statement + " (explicit deny)";
      case "implicitDeny" -> "denied (implicit deny)";
      default -> delivery.decision() + statement;
    };
  }

  /** {@code file:line:column}, as editors and terminals make it a link. */
  static String place(String file, FailureReport failure) {
    return file + ":" + failure.line() + ":" + failure.column();
  }

  /**
   * An error's details without what is said already: S3 names a target twice, Lambda's {@code Type}
   * is in the status.
   */
  static Map<String, String> tellingDetails(ErrorReport error) {
    Map<String, String> telling = new LinkedHashMap<>(error.details());
    error
        .details()
        .forEach(
            (name, value) -> {
              String subject = value.split(",", 2)[0];
              boolean quoted =
                  error.details().entrySet().stream()
                      .anyMatch(
                          other ->
                              !other.getKey().equals(name) && other.getValue().contains(subject));
              boolean said = name.equals("Type") || value.equals(error.message());
              if (said || (quoted && name.startsWith("ArgumentName"))) {
                telling.remove(name);
              }
            });
    return telling;
  }

  /** {@code , 3 dropped, 1 duplicated}; nothing where no fault befell any. */
  static String faults(RepeatReport sums) {
    return sums.faults().entrySet().stream()
        .map(fault -> ", " + Figures.number(fault.getValue()) + " " + fault.getKey())
        .collect(Collectors.joining());
  }

  /** {@code , 4 waiting}; nothing where all have run to their end, or were denied. */
  static String states(RepeatReport sums) {
    return Arrays.stream(DeliveryState.values())
        .filter(state -> !TOLD_OTHERWISE.contains(state))
        .filter(state -> sums.states().containsKey(state.key()))
        .map(
            state ->
                ", "
                    + Figures.number(sums.states().getOrDefault(state.key(), 0))
                    + " "
                    + state.words())
        .collect(Collectors.joining());
  }

  /** {@code ran version 1, cold start, 3 ms}. */
  static String ran(InvocationView run) {
    return "ran version "
        + run.executedVersion()
        + ", "
        + run.start()
        + " start, "
        + Figures.milliseconds(run.durationMillis());
  }

  /** As the run of this attempt: {@code attempt 2 ran version 1, cold start, 3 ms}. */
  static String ran(InvocationView run, int attempt) {
    return (attempt > 1 ? "attempt " + attempt + " " : "") + ran(run);
  }

  /** Lambda's error body: {@code Error: message}, then the trace without what was said. */
  static List<String> errorLines(JsonNode error) {
    String type = error.path("errorType").asText("");
    String message = error.path("errorMessage").asText("");
    if (type.isEmpty() && message.isEmpty()) {
      return List.of(JsonText.compact(error));
    }
    String between = type.isEmpty() || message.isEmpty() ? "" : ": ";
    List<String> lines = new ArrayList<>(List.of(type + between + message));
    error.path("trace").forEach(line -> lines.add(line.asText()));
    if (lines.size() > 1 && lines.get(1).equals(lines.get(0))) {
      lines.remove(1);
    }
    return lines;
  }
}
