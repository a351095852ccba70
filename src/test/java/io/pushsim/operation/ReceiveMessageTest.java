package io.pushsim.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Entry.MessageGone.Why;
import io.pushsim.journal.Letters;
import io.pushsim.queue.Letter;
import io.pushsim.queue.MessageAttribute;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever waits for a message gets it when it comes, and not later than they want to wait. */
class ReceiveMessageTest {
  private static final String DLQ = "arn:aws:sqs:us-west-2:111111111111:dlq";

  private final Simulation simulation = new Simulation();
  private final Operations operations = simulation.operations(simulation.journal());

  private JsonNode call(String operation, String parameters) {
    return simulation.call(operation, TestResource.yaml(parameters)).body();
  }

  private CompletableFuture<JsonNode> receive(String parameters) {
    CompletableFuture<JsonNode> received =
        operations
            .call("ReceiveMessage", (ObjectNode) TestResource.yaml(parameters), Simulation.CALLER)
            .thenApply(Answer::body)
            .toCompletableFuture();
    simulation.time().runDue();
    return received;
  }

  private void advance(int seconds) {
    simulation.time().advance(Duration.ofSeconds(seconds));
  }

  private static String body(CompletableFuture<JsonNode> received) {
    return received.join().at("/Messages/0/Body").asText();
  }

  @Test
  void isAnswered_whenAMessageComes() {
    call("CreateQueue", "{QueueName: dlq}");
    CompletableFuture<JsonNode> received = receive("{QueueUrl: dlq, WaitTimeSeconds: 20}");
    advance(7);
    assertThat(received).isNotDone();

    call("SendMessage", "{QueueUrl: dlq, MessageBody: hello}");
    simulation.time().runDue();

    assertThat(body(received)).isEqualTo("hello");
  }

  @Test
  void isAnsweredWithNothing_whenTheTimeIsOver() {
    call("CreateQueue", "{QueueName: dlq, Attributes: {ReceiveMessageWaitTimeSeconds: '5'}}");
    CompletableFuture<JsonNode> received = receive("{QueueUrl: dlq}");
    advance(4);
    assertThat(received).isNotDone();

    advance(1);

    assertThat(received).isDone();
    assertThat(received.join()).isEmpty();
  }

  @Test
  void isAnswered_whenAMessageBecomesVisible() {
    call("CreateQueue", "{QueueName: dlq}");
    call("SendMessage", "{QueueUrl: dlq, MessageBody: hello, DelaySeconds: 3}");
    CompletableFuture<JsonNode> delayed =
        receive("{QueueUrl: dlq, WaitTimeSeconds: 20, VisibilityTimeout: 4}");
    advance(3);
    assertThat(body(delayed)).isEqualTo("hello");

    CompletableFuture<JsonNode> again = receive("{QueueUrl: dlq, WaitTimeSeconds: 20}");
    advance(3);
    assertThat(again).isNotDone();
    advance(1);
    assertThat(body(again)).isEqualTo("hello");
  }

  @Test
  void oneOfTwoIsAnswered_whenOneMessageComes() {
    call("CreateQueue", "{QueueName: dlq}");
    CompletableFuture<JsonNode> first = receive("{QueueUrl: dlq, WaitTimeSeconds: 20}");
    CompletableFuture<JsonNode> second = receive("{QueueUrl: dlq, WaitTimeSeconds: 20}");

    call("SendMessage", "{QueueUrl: dlq, MessageBody: hello}");
    simulation.time().runDue();

    assertThat(body(first)).isEqualTo("hello");
    assertThat(second).isNotDone();
    advance(20);
    assertThat(second.join()).isEmpty();
  }

  @Test
  void isRefused_whenTheQueueIsDeletedMeanwhile() {
    call("CreateQueue", "{QueueName: dlq}");
    CompletableFuture<JsonNode> received = receive("{QueueUrl: dlq, WaitTimeSeconds: 20}");

    call("DeleteQueue", "{QueueUrl: dlq}");
    simulation.time().runDue();

    assertThat(received)
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(SimulatorException.class)
        .withMessage("The specified queue does not exist.");
  }

  /** As the dead letter of a function is: nothing but the journal is told. */
  @Test
  void getsWhatAnotherRoomSends() {
    call("CreateQueue", "{QueueName: dlq, Attributes: {DelaySeconds: '2'}}");
    CompletableFuture<JsonNode> received =
        receive("{QueueUrl: dlq, WaitTimeSeconds: 20, MessageAttributeNames: [All]}");
    Letter letter =
        new Letter(
            "c0ffee",
            "{}",
            Map.of(
                "ErrorCode",
                MessageAttribute.ofNumber(200),
                "RequestID",
                MessageAttribute.ofString("r-1")),
            "AROAEXAMPLE:fn",
            Optional.empty());

    simulation
        .journal()
        .append(
            Letters.send(simulation.state(), DLQ, letter, simulation.time().instant())
                .orElseThrow());
    simulation.time().runDue();
    assertThat(received).isNotDone();
    advance(2);

    assertThat(received.join().at("/Messages/0/MessageAttributes/ErrorCode").toString())
        .isEqualTo("{\"DataType\":\"Number\",\"StringValue\":\"200\"}");
    assertThat(received.join().at("/Messages/0/MessageId").asText()).isEqualTo("c0ffee");
  }

  @Test
  void aLetterReachesAQueueThatIsThere_andEveryTopic() {
    assertThat(Letters.canReach(simulation.state(), DLQ)).isFalse();
    assertThat(Letters.canReach(simulation.state(), "arn:aws:sns:us-west-2:111111111111:t"))
        .isTrue();

    call("CreateQueue", "{QueueName: dlq}");

    assertThat(Letters.canReach(simulation.state(), DLQ)).isTrue();
  }

  @Test
  void nothingIsSilentlyGone_whenAMessageIsTooOld() {
    call("CreateQueue", "{QueueName: dlq, Attributes: {MessageRetentionPeriod: '60'}}");
    call("SendMessage", "{QueueUrl: dlq, MessageBody: hello}");
    List<Why> told = new ArrayList<>();
    Operations watched =
        simulation.operations(
            new WatchingJournal(
                simulation.journal(),
                entry -> {
                  if (entry instanceof Entry.MessageGone gone) {
                    told.add(gone.why());
                  }
                }));

    advance(59);
    watched.tidyMessages();
    assertThat(told).isEmpty();
    advance(1);
    watched.tidyMessages();
    watched.tidyMessages();

    assertThat(told).containsExactly(Why.EXPIRED);
    assertThat(simulation.journal().history().messages().mailboxes().size(DLQ)).isZero();
  }

  /** Where a message comes to a queue that is being deleted nobody would find it. */
  @Test
  void letsTheMessagesOfAQueueGo_thatIsNotThere() {
    Letter letter = new Letter("m", "{}", Map.of(), "me", Optional.empty());
    simulation
        .journal()
        .append(
            new Entry.MessageSent(
                simulation.time().instant(), DLQ, letter.sent(simulation.time().instant(), 0)));

    operations.tidyMessages();

    assertThat(simulation.journal().history().messages().mailboxes().size(DLQ)).isZero();
  }

  @Test
  void everythingIsGone_afterAReset() {
    call("CreateQueue", "{QueueName: dlq}");
    call("SendMessage", "{QueueUrl: dlq, MessageBody: hello}");

    simulation.reset();

    assertThat(call("ListQueues", "{}")).isEmpty();
    call("CreateQueue", "{QueueName: dlq}");
    assertThat(call("ReceiveMessage", "{QueueUrl: dlq}")).isEmpty();
  }
}
