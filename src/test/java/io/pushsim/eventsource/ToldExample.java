package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.BucketNotification.NotAnAwsEvent;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a message that tells of one thing, as a table has it: {@code refused}, {@code
 * notSent}, or an event.
 */
record ToldExample(JsonNode expected, String message) {

  /**
   * Reads it, and holds against the table what is no event.
   *
   * @param notSent what is not sent, where it is not
   * @return the event, where it is one
   */
  Optional<ObjectEvent> read(NotAnAwsEvent notSent) {
    NotificationReader reader = new NotificationReader();
    if (expected.has("refused")) {
      SimulatorException refusal =
          catchThrowableOfType(SimulatorException.class, () -> reader.read(message));
      assertThat(refusal.message()).isEqualTo(expected.path("refused").asText());
      return Optional.empty();
    }
    List<BucketNotification> read = reader.read(message);
    if (expected.has("notSent")) {
      assertThat(read).containsExactly(notSent);
      return Optional.empty();
    }
    assertThat(read).hasSize(1);
    ObjectEvent event = ((AwsEvent) read.get(0)).event();
    assertThat(event.object().versionId().orElse(""))
        .isEqualTo(expected.path("versionId").asText(""));
    return Optional.of(event);
  }
}
