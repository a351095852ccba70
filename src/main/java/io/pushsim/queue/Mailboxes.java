package io.pushsim.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The messages of all queues, topics and event buses, by the ARNs of these. What is said of them is
 * what a journal tells; who received what, and until when it is hidden for that, is known here
 * alone, and gone with the process. Safe for use by several threads.
 */
public final class Mailboxes {
  /** The longest that a message is hidden after it was received. */
  private static final Duration LONGEST_HIDDEN = Duration.ofHours(12);

  private final Map<String, Mailbox> mailboxes = new HashMap<>();
  private final Map<String, Set<Runnable>> waiting = new HashMap<>();

  /** How a change of a message's visibility came out. */
  public enum Hidden {
    /** It is hidden for as long as was said. */
    YES,
    /** It is not there, or was received again meanwhile. */
    NOT_THERE,
    /** It would be hidden for more than twelve hours since it was received. */
    TOO_LONG
  }

  /**
   * A message was sent.
   *
   * @param number of the entry that tells so, larger than those before
   * @return the number of the entry that told of a message of the same id, which is gone with it
   */
  public OptionalLong sent(long number, String arn, Message message) {
    Optional<Kept> former;
    synchronized (this) {
      former = mailboxes.computeIfAbsent(arn, none -> new Mailbox()).add(new Kept(number, message));
    }
    wake(arn);
    return number(former);
  }

  private static OptionalLong number(Optional<Kept> kept) {
    return kept.isPresent() ? OptionalLong.of(kept.get().number) : OptionalLong.empty();
  }

  /**
   * A message is gone.
   *
   * @return the number of the entry that told of it; empty where it is not here
   */
  public synchronized OptionalLong gone(String arn, String messageId) {
    Optional<Kept> kept = find(arn).flatMap(mailbox -> mailbox.remove(messageId));
    find(arn).filter(Mailbox::isEmpty).ifPresent(empty -> mailboxes.remove(arn));
    return number(kept);
  }

  /** A message can be read again: nothing of it need be in memory but what it is found by. */
  public synchronized void shelve(String arn, String messageId) {
    find(arn).flatMap(mailbox -> mailbox.find(messageId)).ifPresent(Kept::shelve);
  }

  /**
   * All messages of a queue are gone.
   *
   * @return the numbers of the entries that told of them
   */
  public List<Long> empty(String arn) {
    List<Long> gone;
    synchronized (this) {
      gone = find(arn).map(Mailbox::numbers).orElse(List.of());
      mailboxes.remove(arn);
    }
    wake(arn);
    return gone;
  }

  /** All messages are gone. */
  public void clear() {
    List<Runnable> wakened = new ArrayList<>();
    synchronized (this) {
      mailboxes.clear();
      waiting.values().forEach(wakened::addAll);
      waiting.clear();
    }
    wakened.forEach(Runnable::run);
  }

  /**
   * Lets the oldest messages go that were sent to a topic or an event bus; of a queue all stay.
   *
   * @param before what was sent before this time goes
   * @param keep so many stay at the most
   * @param bytes about so much may their bodies take
   * @return the numbers of the entries that told of them
   */
  public synchronized List<Long> trim(String arn, Instant before, int keep, long bytes) {
    return QueueName.isOfSqs(arn)
        ? List.of()
        : find(arn).map(mailbox -> mailbox.trim(before, keep, bytes)).orElse(List.of());
  }

  /**
   * Hands over messages that can be received, the first that were sent first, and hides them.
   *
   * @param expiry what was sent at this time or before is passed over
   * @param receipts makes what each of them is received by
   */
  public synchronized List<Claim> claim(
      String arn,
      Instant now,
      Instant expiry,
      int most,
      Duration visibilityTimeout,
      Supplier<String> receipts) {
    return find(arn)
        .map(mailbox -> mailbox.claim(now, expiry, most, visibilityTimeout, receipts))
        .orElse(List.of());
  }

  /** Hides a message that was received from now on, for no time at all where that is zero. */
  public Hidden hide(ReceiptHandle handle, Instant now, Duration visibilityTimeout) {
    Hidden hidden;
    synchronized (this) {
      hidden =
          find(handle.queueArn())
              .map(box -> hide(box, handle, now, visibilityTimeout))
              .orElse(Hidden.NOT_THERE);
    }
    wake(handle.queueArn());
    return hidden;
  }

  private static Hidden hide(
      Mailbox mailbox, ReceiptHandle handle, Instant now, Duration visibilityTimeout) {
    Optional<Kept> kept =
        mailbox.find(handle.messageId()).filter(found -> found.isReceivedBy(handle.receipt()));
    if (kept.isEmpty()) {
      return Hidden.NOT_THERE;
    }
    Instant latest = kept.get().lastReceived().orElse(now).plus(LONGEST_HIDDEN);
    if (now.plus(visibilityTimeout).isAfter(latest)) {
      return Hidden.TOO_LONG;
    }
    mailbox.hide(kept.get(), now, visibilityTimeout);
    return Hidden.YES;
  }

  /** Whether the message is there and was not received by anybody else since. */
  public synchronized boolean isHeldBy(ReceiptHandle handle) {
    return find(handle.queueArn())
        .flatMap(mailbox -> mailbox.find(handle.messageId()))
        .filter(kept -> kept.isReceivedBy(handle.receipt()))
        .isPresent();
  }

  /** Whether {@link #claim} would hand over a message. */
  public synchronized boolean hasVisible(String arn, Instant now, Instant expiry) {
    return find(arn).filter(mailbox -> mailbox.hasVisible(now, expiry)).isPresent();
  }

  public synchronized MessageCounts counts(String arn, Instant now) {
    return find(arn).map(mailbox -> mailbox.counts(now)).orElse(MessageCounts.NONE);
  }

  /** How many messages there are, hidden ones too. */
  public synchronized int size(String arn) {
    return find(arn).map(Mailbox::size).orElse(0);
  }

  /** When the next message that is hidden becomes visible. */
  public synchronized Optional<Instant> nextVisible(String arn) {
    return find(arn).flatMap(Mailbox::nextVisible);
  }

  /** The ids of the messages that were sent at this time or before. */
  public synchronized List<String> sentUntil(String arn, Instant expiry) {
    return find(arn).map(mailbox -> mailbox.sentUntil(expiry)).orElse(List.of());
  }

  /** The ARNs of those that have messages. */
  public synchronized Set<String> arns() {
    return Set.copyOf(mailboxes.keySet());
  }

  /** The messages whose entries have smaller numbers, the newest first. */
  public synchronized List<Claim> before(String arn, long number, int most) {
    return find(arn).map(mailbox -> mailbox.before(number, most)).orElse(List.of());
  }

  private Optional<Mailbox> find(String arn) {
    return Optional.ofNullable(mailboxes.get(arn));
  }

  /** Runs the task once, soon after a message has come or may have become visible. */
  public synchronized void await(String arn, Runnable task) {
    waiting.computeIfAbsent(arn, none -> new LinkedHashSet<>()).add(task);
  }

  /** Ends a wait. */
  public synchronized void cancel(String arn, Runnable task) {
    Set<Runnable> tasks = waiting.get(arn);
    if (tasks != null && tasks.remove(task) && tasks.isEmpty()) {
      waiting.remove(arn);
    }
  }

  private void wake(String arn) {
    Set<Runnable> tasks;
    synchronized (this) {
      tasks = waiting.remove(arn);
    }
    if (tasks != null) {
      tasks.forEach(Runnable::run);
    }
  }
}
