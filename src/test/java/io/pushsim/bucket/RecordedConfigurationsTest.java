package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.NotificationConfigurationDraft.Rule;
import io.pushsim.bucket.NotificationConfigurationDraft.Target;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.TestResource;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS answered to notification configurations, as it was recorded. */
class RecordedConfigurationsTest {
  private static final String REGION = "us-west-2";
  private static final DestinationCheck NOTHING_THERE =
      configuration ->
          Optional.of(
              configuration.kind() == TargetKind.LAMBDA
                  ? DestinationCheck.notAuthorized(configuration.target())
                  : "The destination queue does not exist");

  private final ConfigurationValidator validator =
      new ConfigurationValidator(
          new Bucket(
              "examplebucket",
              "111111111111",
              REGION,
              Instant.EPOCH,
              NotificationConfiguration.EMPTY),
          UUID::randomUUID);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          test_invalid_lambda_arn, invalid_not_skip,      LAMBDA, invalid-queue, false
          test_invalid_lambda_arn, invalid_skip,          LAMBDA, invalid-queue, true
          test_invalid_lambda_arn, lambda-does-not-exist, LAMBDA, arn:aws:lambda:us-west-2:111111111111:function:my-lambda, false
          test_invalid_sqs_arn,    invalid_not_skip,      QUEUE,  invalid-queue, false
          test_invalid_sqs_arn,    invalid_skip,          QUEUE,  invalid-queue, true
          test_invalid_sqs_arn,    queue-does-not-exist,  QUEUE,  arn:aws:sqs:us-west-2:111111111111:my-queue, false
          test_invalid_topic_arn,  invalid_not_skip,      TOPIC,  invalid-topic, false
          test_invalid_topic_arn,  invalid_skip,          TOPIC,  invalid-topic, true
          """)
  void refusesATarget_whenAwsDid(
      String test, String response, TargetKind kind, String target, boolean skip) {
    var draft = Drafts.of(target(kind, target));

    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class,
            () -> validator.validate(draft, skip ? DestinationCheck.SKIPPED : NOTHING_THERE));

    assertSame(refusal, recorded(test).path(response));
  }

  @ParameterizedTest
  @CsvSource({
    "test_invalid_lambda_arn, LAMBDA, LambdaFunction, arn:aws:lambda:us-west-2:111111111111:function:my-lambda",
    "test_invalid_sqs_arn,    QUEUE,  Queue,          arn:aws:sqs:us-west-2:111111111111:my-queue",
    "test_invalid_topic_arn,  TOPIC,  Topic,          arn:aws:sns:us-west-2:111111111111:my-topic"
  })
  void keepsATargetThatIsNotThere_whenValidationIsSkipped(
      String test, TargetKind kind, String member, String target) {
    var kept =
        validator
            .validate(Drafts.of(target(kind, target)), DestinationCheck.SKIPPED)
            .targets()
            .get(0);

    JsonNode recorded =
        recorded(test).path("skip_destination_validation").path(member + "Configurations").path(0);
    assertThat(kept.id()).isEqualTo(recorded.path("Id").asText());
    assertThat(kept.target()).isEqualTo(recorded.path(member + "Arn").asText());
    assertThat(kept.events().names()).hasToString("[s3:ObjectCreated:*]");
    assertThat(recorded.path("Events")).hasToString("[\"s3:ObjectCreated:*\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid-rule-no-values,,",
    "invalid-rule-no-value, prefix,",
    "invalid-rule-no-name,, value"
  })
  void refusesARule_whenItLacksSomething(String response, String name, String value) {
    var rule = new Rule(Optional.ofNullable(name), Optional.ofNullable(value));
    var draft = Drafts.of(Drafts.function("id123", "s3:ObjectCreated:*", rule));

    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class, () -> validator.validate(draft, NOTHING_THERE));

    assertSame(
        refusal, recorded("test_bucket_notification_with_missing_values_in_rule").path(response));
  }

  @Test
  void answersNoSuchBucket_whenThereIsNone() {
    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class, () -> new BucketRegistry().require("<bucket-name:1>"));

    assertSame(
        refusal,
        recorded("test_get_bucket_notification_configuration_no_such_bucket")
            .path("expected_error"));
  }

  @Test
  void returnsFilterNamesAsAwsDoes() {
    JsonNode recorded =
        recorded("test_filter_rules_case_insensitive")
            .at("/bucket_notification_configuration/QueueConfigurations/0/Filter/Key/FilterRules");
    Target target =
        Drafts.function(
            "x",
            "s3:ObjectCreated:*",
            new Rule(Optional.of("prefix"), Optional.of("notif-")),
            new Rule(Optional.of("SUFFIX"), Optional.of(".txt")));

    var rules =
        validator
            .validate(Drafts.of(target), DestinationCheck.SKIPPED)
            .targets()
            .get(0)
            .filter()
            .rules();

    assertThat(rules)
        .extracting(rule -> rule.name().wireName() + "=" + rule.value())
        .containsExactlyElementsOf(
            StreamSupport.stream(recorded.spliterator(), false)
                .map(rule -> rule.path("Name").asText() + "=" + rule.path("Value").asText())
                .toList());
  }

  private static Target target(TargetKind kind, String target) {
    return new Target(
        Optional.of("id123"), kind, Optional.of(target), List.of("s3:ObjectCreated:*"), List.of());
  }

  private static void assertSame(SimulatorException refusal, JsonNode recorded) {
    Map<String, String> error = new LinkedHashMap<>(refusal.details());
    error.put("Code", refusal.code().shapeName());
    error.put("Message", refusal.message());
    Map<String, String> expected = new LinkedHashMap<>();
    recorded
        .path("Error")
        .properties()
        .forEach(field -> expected.put(field.getKey(), field.getValue().asText()));
    assertThat(error).isEqualTo(expected);
    assertThat(refusal.code().httpStatus())
        .isEqualTo(recorded.at("/ResponseMetadata/HTTPStatusCode").asInt());
  }

  private static JsonNode recorded(String test) {
    String text =
        new TestResource("recordings/s3-notifications.json")
            .text()
            .replace("<region>", REGION)
            .replace("<partition>", "aws");
    return Stream.ofNullable(TestResource.json(text).get("tests"))
        .flatMap(tests -> tests.properties().stream())
        .filter(entry -> entry.getKey().endsWith("::" + test))
        .min(Comparator.comparing(Map.Entry::getKey))
        .orElseThrow(() -> new AssertionError("no recording of " + test))
        .getValue()
        .path("recorded-content");
  }
}
