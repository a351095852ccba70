package io.pushsim.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pushsim.document.Place;
import io.pushsim.scenario.report.FailureReport;
import io.pushsim.scenario.report.TargetName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares what a step expects with what was there, and notes every difference at its line. */
final class Comparison {
  private static final String ABSENT = "(absent)";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Document document;
  private final String step;
  private final List<FailureReport> failures = new ArrayList<>();

  /**
   * @param step the step's JSON pointer
   */
  Comparison(Document document, String step) {
    this.document = document;
    this.step = step;
  }

  List<FailureReport> failures() {
    return List.copyOf(failures);
  }

  void fail(String pointer, String expected, String actual) {
    int skipped = Pointer.segments(step).size();
    boolean below = pointer.startsWith(step + "/expect/");
    String path = document.path(pointer, below ? skipped + 1 : skipped);
    Place at = document.ofKey(pointer);
    failures.add(new FailureReport(path, at.line(), at.column(), expected, actual));
  }

  /**
   * Expects at least what is written: of a mapping the keys named, of a list every item in order;
   * null means absent or null. A text that is JSON itself, such as GetPolicy's Policy, may be
   * expected as what it says.
   */
  void contains(String pointer, JsonNode expected, JsonNode answered) {
    JsonNode actual = expected.isContainerNode() ? unwrapped(answered) : answered;
    if (expected.isObject() && actual.isObject()) {
      for (Map.Entry<String, JsonNode> entry : expected.properties()) {
        contains(
            Pointer.child(pointer, entry.getKey()), entry.getValue(), actual.path(entry.getKey()));
      }
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        contains(Pointer.child(pointer, i), expected.path(i), actual.path(i));
      }
    } else if (!same(expected, actual)) {
      failAt(pointer, expected, actual);
    }
  }

  private static JsonNode unwrapped(JsonNode value) {
    if (!value.isTextual()) {
      return value;
    }
    try {
      JsonNode said = JSON.readTree(value.textValue());
      return said.isContainerNode() ? said : value;
    } catch (JsonProcessingException noJson) {
      return value;
    }
  }

  private void failAt(String pointer, JsonNode expected, JsonNode actual) {
    boolean alike = shown(expected).equals(shown(actual));
    fail(
        pointer,
        alike ? expected.toString() : shown(expected),
        alike ? actual.toString() : shown(actual));
  }

  private static boolean same(JsonNode expected, JsonNode actual) {
    if (expected.isNull()) {
      return actual.isNull() || actual.isMissingNode();
    }
    if (expected.isNumber() && actual.isNumber()) {
      return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
    }
    return expected.equals(actual);
  }

  private static String shown(JsonNode value) {
    if (value.isMissingNode()) {
      return ABSENT;
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /** Expects what the ARN names, by the ARN itself or by its short name. */
  void names(String pointer, String expected, String arn) {
    String name = TargetName.of(arn);
    if (!arn.equals(expected) && !name.equals(expected)) {
      fail(pointer, expected, expected.startsWith("arn:") ? arn : name);
    }
  }

  /** Expects the text as a part of one of the lines. */
  void occurs(String pointer, JsonNode expected, List<String> lines) {
    String text = expected.asText();
    if (lines.stream().noneMatch(line -> line.contains(text))) {
      fail(pointer, "…" + text + "…", joined(lines));
    }
  }

  /** Expects each text in a line of its own, in this order. */
  void occurInOrder(String pointer, JsonNode expected, List<String> lines) {
    int next = 0;
    for (int i = 0; i < expected.size(); i++) {
      String text = expected.path(i).asText();
      int found = next;
      while (found < lines.size() && !lines.get(found).contains(text)) {
        found++;
      }
      if (found == lines.size()) {
        String after = next == 0 ? "" : " after line " + next;
        fail(Pointer.child(pointer, i), "…" + text + "…" + after, joined(lines));
      } else {
        next = found + 1;
      }
    }
  }

  private static String joined(List<String> lines) {
    return lines.isEmpty() ? ABSENT : lines.stream().collect(Collectors.joining("\n"));
  }

  static JsonNode absent() {
    return MissingNode.getInstance();
  }
}
