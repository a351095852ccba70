package io.pushsim.journal;

import io.pushsim.journal.Entry.MessageGone;
import io.pushsim.journal.Entry.MessageSent;
import io.pushsim.queue.Claim;
import io.pushsim.queue.Mailboxes;
import io.pushsim.queue.Message;
import io.pushsim.queue.QueueChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a journal's entries tell of messages. What they are found by is in memory, in {@link
 * Mailboxes}; what they say is read again, unless the entry is not in the archive yet. Safe for use
 * by several threads.
 */
public final class Messages {
  private final Mailboxes mailboxes = new Mailboxes();
  private final Archive archive;
  private final int keep;
  private final long bytes;

  // By their ARNs, the number of the last entry by which queues lost all messages.
  private final Map<String, Long> emptied = new HashMap<>();

  /**
   * @param keep how many messages of a topic or an event bus stay
   * @param bytes how many bytes their bodies may have, about
   */
  Messages(int keep, long bytes, Archive archive) {
    this.keep = keep;
    this.bytes = bytes;
    this.archive = archive;
  }

  /** Who received what, to be asked and to be told. */
  public Mailboxes mailboxes() {
    return mailboxes;
  }

  /** As {@link Chronicle#add}. */
  synchronized Optional<List<Long>> add(long number, Entry.OfMessage entry) {
    if (entry instanceof MessageGone gone) {
      OptionalLong sent = mailboxes.gone(gone.queueArn(), gone.messageId());
      return sent.isPresent() ? Optional.of(List.of(sent.getAsLong(), number)) : Optional.empty();
    }
    MessageSent sent = (MessageSent) entry;
    if (number < emptied.getOrDefault(sent.queueArn(), 0L)) {
      return Optional.empty();
    }
    List<Long> instead = new ArrayList<>(0);
    mailboxes.sent(number, sent.queueArn(), sent.message()).ifPresent(instead::add);
    instead.addAll(mailboxes.trim(sent.queueArn(), Instant.MIN, keep, bytes));
    return Optional.of(instead);
  }

  /** The message of this entry can be read from the archive now. */
  void archived(Entry.OfMessage entry) {
    if (entry instanceof MessageSent sent) {
      mailboxes.shelve(sent.queueArn(), sent.messageId());
    }
  }

  /**
   * Lets the messages go that a change of the state takes with it.
   *
   * @return the numbers of the entries that go with them
   */
  synchronized List<Long> fold(long number, Entry.OfState entry) {
    List<Long> gone = new ArrayList<>(0);
    if (entry instanceof Entry.OperationDone) {
      for (Outcome outcome : entry.outcomes()) {
        if (outcome instanceof Outcome.OfQueue of
            && !(of.change() instanceof QueueChange.QueueReplaced)) {
          emptied.put(of.change().queueArn(), number);
          gone.addAll(mailboxes.empty(of.change().queueArn()));
        }
      }
    }
    return gone;
  }

  /** Lets of topics and event buses go what {@link Journal#expire} says. */
  List<Long> expire(Instant before, int newest) {
    List<Long> gone = new ArrayList<>(0);
    for (String arn : mailboxes.arns()) {
      gone.addAll(mailboxes.trim(arn, before, newest, Long.MAX_VALUE));
    }
    return gone;
  }

  /** Lets everything go. */
  void clear() {
    mailboxes.clear();
  }

  /**
   * The messages that were claimed, as far as they are there still, in their order. May wait for a
   * disk.
   *
   * @throws io.pushsim.error.SimulatorException where the disk cannot be read
   */
  public List<KeptMessage> complete(List<Claim> claims) {
    List<Long> missing =
        claims.stream().filter(claim -> claim.message().isEmpty()).map(Claim::number).toList();
    Map<Long, Entry> read = archive.read(missing);
    return claims.stream()
        .flatMap(
            claim -> message(claim, read).map(message -> new KeptMessage(claim, message)).stream())
        .toList();
  }

  private static Optional<Message> message(Claim claim, Map<Long, Entry> read) {
    return claim
        .message()
        .or(
            () ->
                read.get(claim.number()) instanceof MessageSent sent
                    ? Optional.of(sent.message())
                    : Optional.empty());
  }

  /**
   * A page of what was sent to a queue, a topic or an event bus and is there still, the newest
   * first. May wait for a disk.
   *
   * @param before the former page's {@link History.Page#next}; empty for the first
   */
  public History.Page<KeptMessage> page(String arn, OptionalLong before, int limit) {
    List<Claim> found = mailboxes.before(arn, before.orElse(Long.MAX_VALUE), limit + 1);
    List<Claim> items = found.subList(0, Math.min(limit, found.size()));
    OptionalLong next =
        found.size() > limit
            ? OptionalLong.of(items.get(items.size() - 1).number())
            : OptionalLong.empty();
    return new History.Page<>(complete(items), next);
  }
}
