package io.pushsim.api.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.testing.LiveServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The AWS SDK finds on the port what it knows as SQS. The SDK itself checks the digests. */
class SqsAcceptanceTest {
  private static LiveServer server;
  private static SqsClient sqs;

  @BeforeAll
  static void start() {
    server = new LiveServer();
    sqs = server.configured(SqsClient.builder(), LiveServer.ACCOUNT, LiveServer.REGION);
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(server.faults()).isEmpty();
  }

  @AfterAll
  static void stop() {
    sqs.close();
    server.close();
  }

  private static String queue(String name) {
    return sqs.createQueue(request -> request.queueName(name)).queueUrl();
  }

  private static String arn(String name) {
    return "arn:aws:sqs:us-west-2:111111111111:" + name;
  }

  @Test
  void aQueuesUrlIsOnThePort() {
    String url = queue("urls");

    assertThat(url).isEqualTo(server.endpoint() + "/111111111111/urls");
    assertThat(sqs.getQueueUrl(request -> request.queueName("urls")).queueUrl()).isEqualTo(url);
    assertThat(sqs.listQueues(request -> request.queueNamePrefix("url")).queueUrls())
        .containsExactly(url);
  }

  @Test
  void messagesGoThrough_withTheirAttributes() {
    String url = queue("through");
    Map<String, MessageAttributeValue> attributes =
        Map.of(
            "RequestID",
            MessageAttributeValue.builder().dataType("String").stringValue("grüße").build(),
            "Bytes",
            MessageAttributeValue.builder()
                .dataType("Binary")
                .binaryValue(SdkBytes.fromByteArray(new byte[] {0, 1, -1}))
                .build());
    sqs.sendMessage(
        request -> request.queueUrl(url).messageBody("{\"ü\":1}").messageAttributes(attributes));

    Message message =
        sqs.receiveMessage(
                request ->
                    request
                        .queueUrl(url)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages()
            .get(0);

    assertThat(message.body()).isEqualTo("{\"ü\":1}");
    assertThat(message.messageAttributes()).isEqualTo(attributes);
    assertThat(message.attributes())
        .containsEntry(MessageSystemAttributeName.SENDER_ID, "111111111111")
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
    assertThat(
            sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes())
        .containsEntry(QueueAttributeName.QUEUE_ARN, arn("through"))
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0");
  }

  @Test
  void aReceiverWaits_untilAMessageComes() {
    String url = queue("waiting");
    CompletableFuture<List<Message>> received =
        CompletableFuture.supplyAsync(
            () ->
                sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(20))
                    .messages());
    sqs.sendMessage(request -> request.queueUrl(url).messageBody("late"));

    assertThat(received.join()).extracting(Message::body).containsExactly("late");
  }

  @Test
  void batchesGoThrough() {
    String url = queue("batches");
    List<SendMessageBatchRequestEntry> two =
        List.of(
            SendMessageBatchRequestEntry.builder().id("a").messageBody("one").build(),
            SendMessageBatchRequestEntry.builder()
                .id("b")
                .messageBody("two")
                .delaySeconds(901)
                .build());
    List<BatchResultErrorEntry> failed =
        sqs.sendMessageBatch(request -> request.queueUrl(url).entries(two)).failed();
    Message message = sqs.receiveMessage(request -> request.queueUrl(url)).messages().get(0);

    assertThat(failed)
        .extracting(BatchResultErrorEntry::code)
        .containsExactly("InvalidParameterValue");
    DeleteMessageBatchRequestEntry one =
        DeleteMessageBatchRequestEntry.builder()
            .id("a")
            .receiptHandle(message.receiptHandle())
            .build();
    assertThat(
            sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(List.of(one)))
                .successful())
        .hasSize(1);
  }

  @Test
  void dataThatIsMoved_comesBack() {
    String dead = queue("dead");
    String url =
        sqs.createQueue(
                request ->
                    request
                        .queueName("alive")
                        .tags(Map.of("team", "blue"))
                        .attributes(
                            Map.of(
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":1}"
                                    .formatted(arn("dead")))))
            .queueUrl();
    sqs.sendMessage(request -> request.queueUrl(url).messageBody("bad"));
    sqs.receiveMessage(request -> request.queueUrl(url).visibilityTimeout(0));
    assertThat(sqs.receiveMessage(request -> request.queueUrl(url)).messages()).isEmpty();
    assertThat(sqs.listDeadLetterSourceQueues(request -> request.queueUrl(dead)).queueUrls())
        .containsExactly(url);
    assertThat(sqs.listQueueTags(request -> request.queueUrl(url)).tags())
        .containsEntry("team", "blue");

    sqs.startMessageMoveTask(request -> request.sourceArn(arn("dead")));

    assertThat(sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(20)).messages())
        .extracting(Message::body)
        .containsExactly("bad");
    assertThat(
            sqs.listMessageMoveTasks(request -> request.sourceArn(arn("dead")))
                .results()
                .get(0)
                .approximateNumberOfMessagesToMove())
        .isEqualTo(1);
  }

  @Test
  void errorsAreThoseOfSqs() {
    String url = queue("errors");

    assertThatThrownBy(() -> sqs.getQueueUrl(request -> request.queueName("nowhere")))
        .isInstanceOf(QueueDoesNotExistException.class)
        .hasMessageContaining("The specified queue does not exist.")
        .extracting(e -> ((SqsException) e).awsErrorDetails().errorCode())
        .isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
    assertThatThrownBy(
            () -> sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle("fake")))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
    assertThatThrownBy(
            () ->
                sqs.createQueue(
                    request ->
                        request
                            .queueName("errors")
                            .attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "7"))))
        .isInstanceOf(QueueNameExistsException.class);
    assertThatThrownBy(
            () -> sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(11)))
        .isInstanceOf(SqsException.class)
        .extracting(e -> ((SqsException) e).awsErrorDetails().errorCode())
        .isEqualTo("InvalidParameterValue");
    assertThatThrownBy(
            () ->
                sqs.addPermission(
                    request ->
                        request
                            .queueUrl(url)
                            .label("l")
                            .awsAccountIds("222222222222")
                            .actions("SendMessage")))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("SQS's operation AddPermission is not simulated");
  }

  /** Without a signature, the header tells which service is meant; with one, its scope does. */
  @Test
  void oldClientsAreToldWhatToDo() throws IOException, InterruptedException {
    HttpResponse<String> json = post("X-Amz-Target", "AmazonSQS.ListQueues", "{}");
    HttpResponse<String> query =
        post(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=111111111111/20261126/us-west-2/sqs/aws4_request,"
                + " SignedHeaders=host, Signature=00",
            "Action=ListQueues");
    HttpResponse<String> malformed = post("X-Amz-Target", "AmazonSQS.ListQueues", "[]");

    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(json.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.0");
    assertThat(query.statusCode()).isEqualTo(501);
    assertThat(query.body())
        .contains("<Code>NotSimulatedException</Code>", "SQS's JSON protocol", "AWS CLI");
    assertThat(malformed.body()).contains("SerializationException", "Expected a JSON object");
  }

  private static HttpResponse<String> post(String header, String value, String body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.endpoint())
                .header(header, value)
                .header("X-Amz-Date", "20261126T000000Z")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
