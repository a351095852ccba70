package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.scenario.report.DeliveryReport;
import io.pushsim.scenario.report.InvocationView;
import io.pushsim.scenario.report.PushReport;
import io.pushsim.scenario.report.TargetName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares the deliveries that a step expects with those that came of it. */
final class DeliveryExpectations {
  private final Comparison comparison;
  private final CourseExpectations courses;

  DeliveryExpectations(Comparison comparison) {
    this.comparison = comparison;
    this.courses = new CourseExpectations(comparison);
  }

  /**
   * @param pointer of the list of expected deliveries, whose order and number matter
   */
  void check(String pointer, JsonNode expected, List<PushReport> pushes) {
    List<Arrived> arrived = new ArrayList<>();
    for (PushReport push : pushes) {
      push.deliveries().forEach(delivery -> arrived.add(new Arrived(push, delivery)));
    }
    if (expected.size() != arrived.size()) {
      List<String> actual = arrived.stream().map(Arrived::summary).toList();
      comparison.fail(
          pointer,
          count(expected.size()),
          arrived.isEmpty() ? count(0) : count(arrived.size()) + ": " + String.join(", ", actual));
    }
    for (int i = 0; i < Math.min(expected.size(), arrived.size()); i++) {
      for (Map.Entry<String, JsonNode> entry : expected.path(i).properties()) {
        String at = Pointer.child(Pointer.child(pointer, i), entry.getKey());
        check(at, entry.getKey(), entry.getValue(), arrived.get(i));
      }
    }
  }

  private static String count(int number) {
    return number == 0 ? "no delivery" : number == 1 ? "1 delivery" : number + " deliveries";
  }

  private void check(String pointer, String key, JsonNode expected, Arrived arrived) {
    DeliveryReport delivery = arrived.delivery();
    switch (key) {
      case "eventName" -> text(pointer, expected, arrived.push().eventName());
      case "bucket" -> optional(pointer, expected, arrived.push().bucket());
      case "key" -> optional(pointer, expected, arrived.push().key());
      case "configurationId" -> optional(pointer, expected, delivery.configurationId());
      case "target" -> comparison.names(pointer, expected.asText(), delivery.target());
      case "decision" -> decision(pointer, expected.asText(), delivery);
      case "statement" -> optional(pointer, expected, delivery.statement());
      case "reason" -> comparison.occurs(pointer, expected, delivery.reason());
      case "remedy" -> comparison.occurs(pointer, expected, delivery.remedy());
      case "executedVersion" ->
          optional(pointer, expected, delivery.invocation().map(InvocationView::executedVersion));
      case "start" -> optional(pointer, expected, delivery.invocation().map(InvocationView::start));
      case "result" -> invocation(pointer, expected, delivery, InvocationView::result);
      case "error" -> invocation(pointer, expected, delivery, InvocationView::error);
      case "state" -> text(pointer, expected, delivery.course().state().key());
      case "attempts", "throttles", "due", "sentTo" ->
          courses.check(pointer, key, expected, delivery.course());
      case "faults" -> faults(pointer, expected, arrived.push());
      case "logs" ->
          comparison.occurInOrder(
              pointer, expected, delivery.invocation().map(InvocationView::logs).orElse(List.of()));
      default -> throw new IllegalArgumentException("the schema knows no " + key);
    }
  }

  private void faults(String pointer, JsonNode expected, PushReport push) {
    List<String> wanted = new ArrayList<>();
    expected.forEach(fault -> wanted.add(fault.asText()));
    List<String> actual = push.faults().stream().map(fault -> fault.fault().key()).toList();
    if (!wanted.equals(actual)) {
      comparison.fail(pointer, listed(wanted), listed(actual));
    }
  }

  private static String listed(List<String> faults) {
    return faults.isEmpty() ? "no fault" : String.join(", ", faults);
  }

  private void text(String pointer, JsonNode expected, String actual) {
    comparison.contains(pointer, expected, JsonNodeFactory.instance.textNode(actual));
  }

  private void optional(String pointer, JsonNode expected, Optional<String> actual) {
    actual.ifPresentOrElse(
        there -> text(pointer, expected, there),
        () -> comparison.contains(pointer, expected, Comparison.absent()));
  }

  private void invocation(
      String pointer,
      JsonNode expected,
      DeliveryReport delivery,
      Function<InvocationView, Optional<JsonNode>> part) {
    JsonNode actual = delivery.invocation().flatMap(part).orElseGet(Comparison::absent);
    comparison.contains(pointer, expected, actual);
  }

  private void decision(String pointer, String expected, DeliveryReport delivery) {
    boolean met =
        expected.equals("denied") ? !delivery.allowed() : expected.equals(delivery.decision());
    if (!met) {
      comparison.fail(pointer, expected, delivery.decision());
    }
  }

  private record Arrived(PushReport push, DeliveryReport delivery) {
    String summary() {
      return TargetName.of(delivery.target()) + " " + delivery.decision();
    }
  }
}
