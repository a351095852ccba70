package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.TestResource;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class OverlapTest {
  private static final Bucket BUCKET =
      new Bucket(
          "examplebucket",
          "111111111111",
          "us-west-2",
          Instant.EPOCH,
          NotificationConfiguration.EMPTY);

  @TestFactory
  Stream<DynamicTest> refusesConfigurations_whenOneEventCouldMatchTwo() {
    return new TestResource("bucket/overlaps.yaml").tests(OverlapTest::check);
  }

  private static void check(JsonNode example) {
    var validator = new ConfigurationValidator(BUCKET, UUID::randomUUID);
    NotificationConfigurationDraft draft = Drafts.from(example.path("configurations"));
    if (!example.has("refused")) {
      assertThat(validator.validate(draft, DestinationCheck.SKIPPED).targets())
          .hasSameSizeAs(draft.targets());
      return;
    }

    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class, () -> validator.validate(draft, DestinationCheck.SKIPPED));

    assertThat(refusal.code()).isEqualTo(ErrorCode.S3_INVALID_ARGUMENT);
    if (example.path("refused").asText().equals("event")) {
      assertThat(refusal.message())
          .isEqualTo(
              "Configurations overlap. Configurations on the same bucket cannot share a common"
                  + " event type.");
      assertThat(refusal.details())
          .containsExactly(
              Map.entry("ArgumentName", "Event"),
              Map.entry("ArgumentValue", example.path("events").asText()));
    } else {
      assertThat(refusal.message())
          .isEqualTo(
              "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules"
                  + " if the prefixes are overlapping for the same event type.");
      assertThat(refusal.details()).isEmpty();
    }
  }
}
