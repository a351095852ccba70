package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * {@code report.json}: a replay's report with the names and the order of the records' components,
 * {@code schemaVersion} and {@code passed} before them. What is absent is left out; a handler that
 * returned null has {@code "result" : null}.
 */
public final class JsonReport {
  /** Goes up when a field is renamed, removed or changes its meaning; not when one is added. */
  public static final int SCHEMA_VERSION = 1;

  private JsonReport() {}

  @JsonPropertyOrder({"schemaVersion", "passed", "stories"})
  record Document(int schemaVersion, boolean passed, List<StoryReport> stories) {}

  /** The whole document, indented, ending in a line end. */
  public static String of(ReplayReport replay) {
    return JsonText.pretty(new Document(SCHEMA_VERSION, replay.passed(), replay.stories())) + "\n";
  }
}
