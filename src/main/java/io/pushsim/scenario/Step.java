package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.eventsource.PushFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One step of a story.
 *
 * @param pointer the step's JSON pointer in its file
 * @param name the AWS operation, the event step or {@code Advance}
 * @param parameters as written
 * @param account the account that makes this call, where it is not the story's
 * @param attachment the file that a {@code BodyFile} or {@code Notify} names
 * @param repeat absent where the step does not say it; then it runs once
 * @param every absent where each repetition settles before the next
 * @param faults what befalls its pushes
 * @param propagation how long a grant that it adds takes to count
 */
record Step(
    String pointer,
    String name,
    JsonNode parameters,
    Optional<String> account,
    Optional<Path> attachment,
    Optional<Integer> repeat,
    Optional<Duration> every,
    PushFaults faults,
    Duration propagation,
    Optional<JsonNode> expect,
    Optional<JsonNode> expectError) {
  static final String ADVANCE = "Advance";

  /** The text of a {@code Notify} step's notification. */
  String notification() {
    return attachment
        .map(file -> DocumentReader.text(parameters.path("File").asText(), file))
        .orElseGet(() -> parameters.path("Notification").toString());
  }
}
