package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueAttributes;
import io.pushsim.queue.QueueChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal does with messages. */
public abstract class MessagesContract extends JournalBench {
  private static final String QUEUE = "arn:aws:sqs:us-west-2:111111111111:dlq";

  @Test
  void keepsWhatIsInAQueue_untilItIsGone() {
    append(Entries.sent(QUEUE, "a", 0));
    append(List.of(Entries.sent(QUEUE, "b", 0), Entries.sent(QUEUE, "c", 0)));
    append(Entries.gone(QUEUE, "b"));
    append(Entries.gone(QUEUE, "never sent"));

    expire(Entries.NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("sent a", "sent c");
    assertThat(inMailbox(QUEUE)).containsExactly("c: body of c", "a: body of a");
  }

  /** What a dead letter tells of must not be told without it, nor it twice. */
  @Test
  void sendsAMessage_withTheEndThatItTellsOf_once() {
    append(Entries.accepted("a", 0));
    append(Entries.routed("a", 0, 1));
    append(Entries.begun("a", "first", 1));
    append(List.of(Entries.done("a", "first", 2), Entries.sent(QUEUE, "dead", 2)));
    append(List.of(Entries.done("a", "first", 3), Entries.sent(QUEUE, "dead twice", 3)));

    expire(Entries.NOW.plusSeconds(100), 0);

    assertThat(told()).containsExactly("sent dead");
    assertThat(inMailbox(QUEUE)).containsExactly("dead: body of dead");
  }

  @Test
  void movesAMessage_fromOneQueueToAnother() {
    append(Entries.sent(QUEUE, "a", 0));
    append(List.of(Entries.sent(QUEUE + "-dead", "a", 0), Entries.gone(QUEUE, "a")));

    assertThat(told()).containsExactly("sent a");
    assertThat(inMailbox(QUEUE)).isEmpty();
    assertThat(inMailbox(QUEUE + "-dead")).containsExactly("a: body of a");
  }

  @Test
  void letsMessagesGo_withTheirQueue_andWhenItIsPurged() {
    Queue queue =
        new Queue(
            QUEUE, QueueAttributes.USUAL, Map.of(), Entries.NOW, Entries.NOW, Optional.empty());
    append(Entries.sent(QUEUE, "before it was made", 0));
    append(Entries.operation("CreateQueue", new QueueChange.QueueCreated(queue)));
    append(Entries.sent(QUEUE, "a", 0));
    append(Entries.operation("SetQueueAttributes", new QueueChange.QueueReplaced(queue)));
    assertThat(inMailbox(QUEUE)).containsExactly("a: body of a");
    append(Entries.operation("PurgeQueue", new QueueChange.QueuePurged(QUEUE, Entries.NOW)));
    append(Entries.sent(QUEUE, "b", 0));
    append(Entries.operation("DeleteQueue", new QueueChange.QueueDeleted(QUEUE)));
    append(Entries.sent(QUEUE, "c", 0));
    append(new Entry.Snapshot(Entries.NOW, List.of()));

    assertThat(told()).containsExactly("sent c", "snapshot");
    assertThat(inMailbox(QUEUE)).containsExactly("c: body of c");
  }

  @Test
  void letsWhatWasSentToATopicGo_likeDeliveries() {
    String topic = "arn:aws:sns:us-west-2:111111111111:alarms";
    append(Entries.sent(topic, "old", 0));
    append(Entries.sent(topic, "a", 10));
    append(Entries.sent(topic, "b", 10));
    append(Entries.sent("arn:aws:events:us-west-2:111111111111:event-bus/default", "c", 10));

    expire(Entries.NOW.plusSeconds(5), 100);
    assertThat(told()).containsExactly("sent a", "sent b", "sent c");
    expire(Entries.NOW.plusSeconds(5), 1);
    assertThat(told()).containsExactly("sent b", "sent c");

    reopen(2, Long.MAX_VALUE);
    append(Entries.sent(topic, "d", 10));
    append(Entries.sent(topic, "e", 10));
    expiry = Optional.empty();
    assertThat(inMailbox(topic)).containsExactly("e: body of e", "d: body of d");
  }

  @Test
  void letsMessagesGo_whenEverythingIsGone() {
    append(Entries.sent(QUEUE, "a", 0));
    append(
        new Entry.OperationDone(
            Entries.NOW, Entries.CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));
    append(Entries.gone(QUEUE, "a"));

    assertThat(told()).containsExactly("Reset");
    assertThat(inMailbox(QUEUE)).isEmpty();
  }

  @Test
  void showsMessagesInPages_theNewestFirst() {
    for (String id : List.of("a", "b", "c")) {
      append(Entries.sent(QUEUE, id, 0));
    }
    told();
    Messages messages = journal.history().messages();

    History.Page<KeptMessage> first = messages.page(QUEUE, FROM_START, 2);
    History.Page<KeptMessage> last = messages.page(QUEUE, first.next(), 2);

    assertThat(first.items())
        .extracting(KeptMessage::message)
        .containsExactly(Entries.message("c", 0), Entries.message("b", 0));
    assertThat(last.items())
        .extracting(KeptMessage::message)
        .containsExactly(Entries.message("a", 0));
    assertThat(last.next()).isEmpty();
  }

  private List<String> inMailbox(String arn) {
    // Whoever waits for the last entry knows that those before it are on disk.
    append(Entries.gone(arn, "nothing"));
    return journal.history().messages().page(arn, FROM_START, 100).items().stream()
        .map(kept -> kept.claim().messageId() + ": " + kept.message().body())
        .toList();
  }
}
