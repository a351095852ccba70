package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.NotificationConfigurationDraft.Target;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.TestResource;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConfigurationValidatorTest {
  private static final Bucket BUCKET =
      new Bucket(
          "examplebucket",
          "111111111111",
          "us-west-2",
          Instant.EPOCH,
          NotificationConfiguration.EMPTY);
  private static final DestinationCheck REFUSED =
      configuration -> Optional.of(DestinationCheck.notAuthorized(configuration.target()));

  private final ConfigurationValidator validator =
      new ConfigurationValidator(BUCKET, Ids.seeded(new Draws(7)));

  @TestFactory
  Stream<DynamicTest> refusesAsS3Does_whenSomethingIsWrong() {
    return new TestResource("bucket/refusals.yaml").tests(this::check);
  }

  private void check(JsonNode example) {
    DestinationCheck destinations =
        example.has("destinations") ? REFUSED : DestinationCheck.SKIPPED;
    NotificationConfigurationDraft draft = Drafts.from(example.path("configurations"));

    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class, () -> validator.validate(draft, destinations));

    assertThat(refusal.code().shapeName())
        .isEqualTo(example.path("code").asText("InvalidArgument"));
    if (example.has("messageStart")) {
      assertThat(refusal.message()).startsWith(example.path("messageStart").asText());
    } else {
      assertThat(refusal.message()).isEqualTo(example.path("message").asText());
    }
    Map<String, String> details = new LinkedHashMap<>();
    example
        .path("details")
        .properties()
        .forEach(field -> details.put(field.getKey(), field.getValue().asText()));
    assertThat(refusal.details()).containsExactlyEntriesOf(details);
  }

  @Test
  void keepsFilterNamesInS3Spelling_whenWrittenInAnyCase() {
    var draft =
        Drafts.of(
            Drafts.function(
                "x",
                "s3:ObjectCreated:*",
                new NotificationConfigurationDraft.Rule(
                    Optional.of("pREFIX"), Optional.of("notif-")),
                new NotificationConfigurationDraft.Rule(Optional.of("suffix"), Optional.of(""))));

    var kept = validator.validate(draft, DestinationCheck.SKIPPED).targets().get(0);

    assertThat(kept.filter().rules())
        .extracting(rule -> rule.name().wireName() + "=" + rule.value())
        .containsExactly("Prefix=notif-", "Suffix=");
  }

  @Test
  void makesAnId_whenThereIsNoneOrAnEmptyOne() {
    Target without =
        new Target(
            Optional.empty(),
            TargetKind.LAMBDA,
            Optional.of(Drafts.FUNCTION),
            List.of("s3:ObjectCreated:*"),
            List.of());
    Target empty =
        new Target(
            Optional.of(""),
            TargetKind.LAMBDA,
            Optional.of(Drafts.FUNCTION),
            List.of("s3:ObjectRemoved:*"),
            List.of());

    var kept = validator.validate(Drafts.of(without, empty), DestinationCheck.SKIPPED);

    assertThat(kept.targets())
        .extracting(TargetConfiguration::id)
        .doesNotHaveDuplicates()
        .allSatisfy(
            id -> {
              String text = new String(Base64.getDecoder().decode(id), StandardCharsets.US_ASCII);
              assertThat(UUID.fromString(text)).hasToString(text);
            });
  }

  @Test
  void asksForEachDestinationAsWritten_whenTheFormIsRight() {
    var draft = Drafts.of(Drafts.function("x", "s3:ObjectCreated:*"));

    assertThat(
            validator
                .validate(
                    draft,
                    configuration ->
                        configuration.target().endsWith(":PROD")
                            ? Optional.empty()
                            : Optional.of("no"))
                .targets())
        .extracting(TargetConfiguration::target)
        .containsExactly(Drafts.FUNCTION);
  }

  @Test
  void keepsQueuesTopicsAndEventBridge_whenTheyAreWellFormed() {
    var cases = new TestResource("bucket/kinds.yaml").cases().get(0).path("configurations");
    var draft = new NotificationConfigurationDraft(Drafts.from(cases).targets(), true);

    var kept = validator.validate(draft, DestinationCheck.SKIPPED);

    assertThat(kept.eventBridge()).isTrue();
    assertThat(kept.targets(TargetKind.QUEUE)).hasSize(1);
    assertThat(kept.targets(TargetKind.TOPIC)).hasSize(1);
    assertThat(kept.targets(TargetKind.LAMBDA))
        .extracting(TargetConfiguration::target)
        .containsExactly("arn:aws:lambda:us-west-2:111111111111:function:helloworld:$LATEST");
  }

  @Test
  void keepsAHundredConfigurations_andRefusesOneMore() {
    assertThat(validator.validate(many(100), DestinationCheck.SKIPPED).targets()).hasSize(100);
    assertThatThrownBy(() -> validator.validate(many(101), DestinationCheck.SKIPPED))
        .hasMessage(
            "Too many configurations submitted. The maximum number of configurations is 100");
  }

  private static NotificationConfigurationDraft many(int count) {
    return new NotificationConfigurationDraft(
        IntStream.range(0, count)
            .mapToObj(
                number ->
                    Drafts.function(
                        "id" + number, "s3:ObjectCreated:*", Drafts.prefix(number + "/")))
            .toList(),
        false);
  }

  @Test
  void measuresTheIdInCharactersAndTheValueInBytes() {
    String id = "x".repeat(255);
    assertThat(validate(Drafts.function(id, "s3:ObjectCreated:*")).targets()).hasSize(1);
    assertThatThrownBy(() -> validate(Drafts.function(id + "x", "s3:ObjectCreated:*")))
        .hasMessage("ID length exceeded allowed limit of 255");

    String value = "é".repeat(512);
    assertThat(validate(Drafts.function("x", "s3:ObjectCreated:*", Drafts.prefix(value))).targets())
        .hasSize(1);
    assertThatThrownBy(
            () -> validate(Drafts.function("x", "s3:ObjectCreated:*", Drafts.prefix(value + "x"))))
        .hasMessage("Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation");
  }

  private NotificationConfiguration validate(Target target) {
    return validator.validate(Drafts.of(target), DestinationCheck.SKIPPED);
  }
}
