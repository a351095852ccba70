package io.pushsim.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who gets a message, when, and when it is back. */
class MailboxesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String QUEUE = "arn:aws:sqs:us-west-2:111111111111:orders";
  private static final String TOPIC = "arn:aws:sns:us-west-2:111111111111:alarms";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Mailboxes mailboxes = new Mailboxes();
  private int receipts;
  private long number;

  private void send(String arn, String id, int second, int delay) {
    number++;
    mailboxes.sent(
        number,
        arn,
        new Message(
            id,
            "body",
            Map.of(),
            "111111111111",
            NOW.plusSeconds(second),
            delay,
            Optional.empty(),
            Optional.empty(),
            0));
  }

  private void send(String id) {
    send(QUEUE, id, 0, 0);
  }

  private List<Claim> claim(int second, int most, Duration timeout) {
    return mailboxes.claim(
        QUEUE, NOW.plusSeconds(second), Instant.MIN, most, timeout, () -> "receipt " + ++receipts);
  }

  private List<String> claim(int second, int most) {
    return claim(second, most, TIMEOUT).stream().map(Claim::messageId).toList();
  }

  private MessageCounts counts(int second) {
    return mailboxes.counts(QUEUE, NOW.plusSeconds(second));
  }

  private static ReceiptHandle handle(String id, int receipt) {
    return new ReceiptHandle(QUEUE, id, "receipt " + receipt);
  }

  @Test
  void handsOverTheFirstThatWereSent_andHidesThem() {
    List.of("a", "b", "c").forEach(this::send);

    assertThat(claim(0, 2)).containsExactly("a", "b");
    assertThat(claim(0, 2)).containsExactly("c");
    assertThat(claim(29, 2)).isEmpty();
    assertThat(counts(29)).isEqualTo(new MessageCounts(0, 3, 0));
    assertThat(mailboxes.nextVisible(QUEUE)).contains(NOW.plusSeconds(30));
    assertThat(claim(30, 10)).containsExactly("a", "b", "c");
  }

  @Test
  void countsReceives_andRemembersTheFirst() {
    send("a");
    claim(1, 1);
    Claim second = claim(40, 1, TIMEOUT).get(0);

    assertThat(second.receives()).isEqualTo(2);
    assertThat(second.firstReceived()).contains(NOW.plusSeconds(1));
    assertThat(second.receipt()).isEqualTo("receipt 2");
  }

  @Test
  void hidesADelayedMessage_untilItsTime() {
    send(QUEUE, "a", 0, 10);

    assertThat(counts(9)).isEqualTo(new MessageCounts(0, 0, 1));
    assertThat(claim(9, 1)).isEmpty();
    assertThat(claim(10, 1)).containsExactly("a");
  }

  @Test
  void handsAMessageOverOnce_evenWhenItIsNotHidden() {
    List.of("a", "b").forEach(this::send);

    assertThat(claim(0, 10, Duration.ZERO)).extracting(Claim::messageId).containsExactly("a", "b");
    assertThat(counts(0)).isEqualTo(new MessageCounts(2, 0, 0));
  }

  @Test
  void onlyTheLastReceiverHoldsAMessage() {
    send("a");
    claim(0, 1);
    claim(30, 1);

    assertThat(mailboxes.isHeldBy(handle("a", 1))).isFalse();
    assertThat(mailboxes.isHeldBy(handle("a", 2))).isTrue();
    assertThat(mailboxes.isHeldBy(handle("b", 2))).isFalse();
    assertThat(mailboxes.hide(handle("a", 1), NOW, TIMEOUT)).isEqualTo(Mailboxes.Hidden.NOT_THERE);
  }

  /** Who received it is not known any more after a restart: the handle must still do. */
  @Test
  void whoeverHasAHandleHoldsAMessage_whenItWasNotReceivedSince() {
    send("a");

    assertThat(mailboxes.isHeldBy(handle("a", 7))).isTrue();
  }

  @Test
  void hidesAMessageForLonger_orShowsItAtOnce() {
    send("a");
    claim(0, 1);

    assertThat(mailboxes.hide(handle("a", 1), NOW.plusSeconds(20), TIMEOUT))
        .isEqualTo(Mailboxes.Hidden.YES);
    assertThat(claim(49, 1)).isEmpty();
    assertThat(mailboxes.hide(handle("a", 1), NOW.plusSeconds(49), Duration.ZERO))
        .isEqualTo(Mailboxes.Hidden.YES);
    assertThat(claim(49, 1)).containsExactly("a");
  }

  @Test
  void hidesNoMessageForMoreThanTwelveHours() {
    send("a");
    claim(0, 1);

    assertThat(mailboxes.hide(handle("a", 1), NOW.plusSeconds(1), Duration.ofHours(12)))
        .isEqualTo(Mailboxes.Hidden.TOO_LONG);
  }

  @Test
  void passesOverWhatIsTooOld_andNamesIt() {
    send(QUEUE, "old", 0, 0);
    send(QUEUE, "new", 10, 0);

    assertThat(mailboxes.sentUntil(QUEUE, NOW.plusSeconds(5))).containsExactly("old");
    assertThat(
            mailboxes.claim(
                QUEUE, NOW.plusSeconds(20), NOW.plusSeconds(5), 10, TIMEOUT, () -> "receipt"))
        .extracting(Claim::messageId)
        .containsExactly("new");
    assertThat(mailboxes.hasVisible(QUEUE, NOW.plusSeconds(20), NOW.plusSeconds(5))).isFalse();
    assertThat(mailboxes.hasVisible(QUEUE, NOW.plusSeconds(50), NOW.plusSeconds(5))).isTrue();
    assertThat(mailboxes.hasVisible(QUEUE, NOW.plusSeconds(50), NOW.plusSeconds(10))).isFalse();
    mailboxes.gone(QUEUE, "old");
    assertThat(mailboxes.sentUntil(QUEUE, NOW.plusSeconds(5))).isEmpty();
    assertThat(mailboxes.sentUntil(QUEUE, NOW.plusSeconds(10))).containsExactly("new");
  }

  @Test
  void forgetsWhatIsGone_andTellsItsEntry() {
    send("a");
    send("b");
    claim(0, 1);

    assertThat(mailboxes.gone(QUEUE, "a")).hasValue(1);
    assertThat(mailboxes.gone(QUEUE, "a")).isEmpty();
    assertThat(counts(0)).isEqualTo(new MessageCounts(1, 0, 0));
    assertThat(mailboxes.empty(QUEUE)).containsExactly(2L);
    assertThat(counts(0)).isEqualTo(MessageCounts.NONE);
  }

  @Test
  void letsTheOldestOfATopicGo_andNothingOfAQueue() {
    for (int i = 0; i < 4; i++) {
      send(TOPIC, "m" + i, i, 0);
      send(QUEUE, "m" + i, i, 0);
    }

    assertThat(mailboxes.trim(TOPIC, NOW.plusSeconds(1), 2, Long.MAX_VALUE))
        .containsExactly(1L, 3L);
    assertThat(mailboxes.trim(TOPIC, Instant.MIN, 2, 5)).containsExactly(5L);
    assertThat(mailboxes.trim(QUEUE, Instant.MAX, 0, 0)).isEmpty();
  }

  @Test
  void listsTheNewestFirst_hiddenOnesToo() {
    List.of("a", "b", "c").forEach(this::send);
    claim(0, 2);

    assertThat(mailboxes.before(QUEUE, Long.MAX_VALUE, 2))
        .extracting(Claim::messageId)
        .containsExactly("c", "b");
    assertThat(mailboxes.before(QUEUE, 2, 2)).extracting(Claim::messageId).containsExactly("a");
  }

  @Test
  void wakesWhoWaits_onceAMessageComesOrIsShown() {
    List<String> woken = new ArrayList<>();
    mailboxes.await(QUEUE, () -> woken.add("first"));
    Runnable cancelled = () -> woken.add("cancelled");
    mailboxes.await(QUEUE, cancelled);
    mailboxes.cancel(QUEUE, cancelled);
    send(TOPIC, "a", 0, 0);
    assertThat(woken).isEmpty();
    send("a");
    send("b");
    assertThat(woken).containsExactly("first");

    claim(0, 1);
    mailboxes.await(QUEUE, () -> woken.add("second"));
    mailboxes.hide(handle("a", 1), NOW, Duration.ZERO);
    mailboxes.await(QUEUE, () -> woken.add("third"));
    mailboxes.clear();

    assertThat(woken).containsExactly("first", "second", "third");
  }
}
