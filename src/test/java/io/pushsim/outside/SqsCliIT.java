package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How people read dead letters with the real AWS CLI, and send them on their way again. */
@Tag("one-jdk")
class SqsCliIT extends LiveCli {
  private static final String DLQ = "arn:aws:sqs:us-west-2:111111111111:dlq";

  private JsonNode sqs(String line) {
    return answer("sqs", line);
  }

  private String refusal(String... arguments) {
    return aws.refusal(
        Stream.concat(
                Stream.of("--endpoint-url", server.endpoint().toString(), "sqs"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void readsADeadLetter_andSendsItOnItsWayAgain() {
    String url = sqs("create-queue --queue-name dlq --tags team=blue").path("QueueUrl").asText();
    assertThat(url).isEqualTo(server.endpoint() + "/111111111111/dlq");
    sqs(
        "create-queue --queue-name orders --attributes '{\"RedrivePolicy\":\"{\\\"deadLetterTargetArn\\\":\\\"%s\\\",\\\"maxReceiveCount\\\":1}\",\"VisibilityTimeout\":\"0\"}'"
            .formatted(DLQ));
    String orders = sqs("get-queue-url --queue-name orders").path("QueueUrl").asText();
    sqs(
        "send-message --queue-url %s --message-body 'no good' --message-attributes '{\"RequestID\":{\"DataType\":\"String\",\"StringValue\":\"r-1\"}}'"
            .formatted(orders));
    sqs("receive-message --queue-url %s".formatted(orders));
    sqs("receive-message --queue-url %s".formatted(orders));

    JsonNode count =
        sqs(
            "get-queue-attributes --queue-url %s --attribute-names ApproximateNumberOfMessages QueueArn"
                .formatted(url));
    assertThat(count.at("/Attributes/ApproximateNumberOfMessages").asText()).isEqualTo("1");
    assertThat(count.at("/Attributes/QueueArn").asText()).isEqualTo(DLQ);
    JsonNode letter =
        sqs(
            "receive-message --queue-url %s --attribute-names All --message-attribute-names All --wait-time-seconds 1 --visibility-timeout 0"
                .formatted(url));
    assertThat(letter.at("/Messages/0/Body").asText()).isEqualTo("no good");
    assertThat(letter.at("/Messages/0/MessageAttributes/RequestID/StringValue").asText())
        .isEqualTo("r-1");
    assertThat(letter.at("/Messages/0/Attributes/DeadLetterQueueSourceArn").asText())
        .isEqualTo("arn:aws:sqs:us-west-2:111111111111:orders");

    sqs("start-message-move-task --source-arn " + DLQ);
    JsonNode again = sqs("receive-message --queue-url %s --wait-time-seconds 20".formatted(orders));
    sqs(
        "delete-message --queue-url %s --receipt-handle %s"
            .formatted(orders, again.at("/Messages/0/ReceiptHandle").asText()));
    sqs("purge-queue --queue-url " + url);
    assertThat(refusal("purge-queue", "--queue-url", url))
        .contains("PurgeQueueInProgress", "Only one PurgeQueue operation on dlq is allowed");
    assertThat(refusal("get-queue-url", "--queue-name", "nowhere"))
        .contains(
            "(AWS.SimpleQueueService.NonExistentQueue)", "The specified queue does not exist.");
  }
}
