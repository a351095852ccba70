package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in queues can be looked at without touching it, and lasts. */
class MessagesAcceptanceTest {
  private static final String DLQ = "arn:aws:sqs:us-west-2:111111111111:dlq";

  @TempDir private Path folder;

  private LiveServer start() {
    return new LiveServer(ServeSettings.onFreePort().withData(folder));
  }

  private static JsonNode receive(LiveServer server) {
    return server.call("ReceiveMessage", "{\"QueueUrl\":\"dlq\",\"AttributeNames\":[\"All\"]}");
  }

  @Test
  void messagesLast_andAreVisibleAgainAfterARestart() {
    JsonNode before;
    String handle;
    try (LiveServer server = start()) {
      server.call("CreateQueue", "{\"QueueName\":\"dlq\"}");
      for (String body : new String[] {"one", "two", "three"}) {
        server.call(
            "SendMessage",
            "{\"QueueUrl\":\"dlq\",\"MessageBody\":\"%s\",\"MessageAttributes\":{\"RequestID\":{\"DataType\":\"String\",\"StringValue\":\"r\"}}}"
                .formatted(body));
      }
      String deleted = receive(server).at("/Messages/0/ReceiptHandle").asText();
      server.call(
          "DeleteMessage", "{\"QueueUrl\":\"dlq\",\"ReceiptHandle\":\"%s\"}".formatted(deleted));
      handle = receive(server).at("/Messages/0/ReceiptHandle").asText();
      before = new AdminClient(server).found("messages?target=" + DLQ);
      assertThat(before.at("/messages/1/receives").asInt()).isEqualTo(1);
      assertThat(server.faults()).isEmpty();
    }
    try (LiveServer server = start()) {
      AdminClient admin = new AdminClient(server);
      JsonNode messages = admin.found("messages?target=" + DLQ).path("messages");
      assertThat(messages.findValuesAsText("body")).containsExactly("three", "two");
      assertThat(messages.findValuesAsText("id"))
          .isEqualTo(before.path("messages").findValuesAsText("id"));
      assertThat(receive(server).at("/Messages/0/Body").asText()).isEqualTo("two");
      // The handle from before is not the last that was given out.
      server.call(
          "DeleteMessage", "{\"QueueUrl\":\"dlq\",\"ReceiptHandle\":\"%s\"}".formatted(handle));
      assertThat(admin.found("messages?count=true&target=" + DLQ).path("count").asInt())
          .isEqualTo(2);
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void aHandleStillDeletes_afterARestart() {
    String handle;
    try (LiveServer server = start()) {
      server.call("CreateQueue", "{\"QueueName\":\"dlq\"}");
      server.call("SendMessage", "{\"QueueUrl\":\"dlq\",\"MessageBody\":\"one\"}");
      handle = receive(server).at("/Messages/0/ReceiptHandle").asText();
    }
    try (LiveServer server = start()) {
      server.call(
          "DeleteMessage", "{\"QueueUrl\":\"dlq\",\"ReceiptHandle\":\"%s\"}".formatted(handle));

      assertThat(receive(server)).isEmpty();
    }
  }

  @Test
  void messagesAreShownInPages() {
    try (LiveServer server = start()) {
      server.call("CreateQueue", "{\"QueueName\":\"dlq\"}");
      for (String body : new String[] {"one", "two", "three"}) {
        server.call("SendMessage", "{\"QueueUrl\":\"dlq\",\"MessageBody\":\"%s\"}".formatted(body));
      }
      AdminClient admin = new AdminClient(server);

      JsonNode first = admin.found("messages?limit=2&target=" + DLQ);
      JsonNode last =
          admin.found(
              "messages?limit=2&target=%s&next=%s".formatted(DLQ, first.path("next").asText()));

      assertThat(first.path("messages").findValuesAsText("body")).containsExactly("three", "two");
      assertThat(last.path("messages").findValuesAsText("body")).containsExactly("one");
      assertThat(last.has("next")).isFalse();
      assertThat(
              admin
                  .found("messages?target=arn:aws:sns:us-west-2:111111111111:never-heard-of")
                  .path("messages"))
          .isEmpty();
      assertThat(admin.get("messages?target=dlq").body())
          .contains("The parameter target is 'dlq'", "give the ARN of an SQS queue");
      assertThat(admin.get("messages").statusCode()).isEqualTo(400);
    }
  }
}
