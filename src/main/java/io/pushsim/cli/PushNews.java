package io.pushsim.cli;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.EventAccount;
import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.Journal;
import io.pushsim.policy.Decision;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A journal that also tells people what comes of each event: a few lines a second, and of more only
 * how many. Any thread may append.
 */
final class PushNews extends ForwardingJournal {
  private static final int MOST_A_SECOND = 20;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Scheduler scheduler;
  private final Consumer<List<String>> told;

  // Guarded by this.
  private Instant secondEnds = Instant.MIN;
  private int inThisSecond;
  private long untold;

  /**
   * @param told gets what is to be told of one event or delivery, in lines
   */
  PushNews(Journal journal, Scheduler scheduler, Consumer<List<String>> told) {
    super(journal);
    this.scheduler = scheduler;
    this.told = told;
  }

  /** What there is to tell is looked up before: until an event comes to its end it is in memory. */
  @Override
  public CompletionStage<Void> append(List<Entry> entries) {
    List<List<String>> news =
        entries.stream()
            .filter(entry -> isNews(entry) && isTurn())
            .flatMap(entry -> news(entry).stream())
            .toList();
    CompletionStage<Void> durable = super.append(entries);
    news.forEach(told);
    return durable;
  }

  private static boolean isNews(Entry entry) {
    return entry instanceof Entry.OfCourse
        || entry instanceof Entry.DeliveryDenied
        || FaultNews.isOne(entry)
        || (entry instanceof Entry.EventRouted routed && routed.unmatched().isPresent());
  }

  private Optional<List<String>> news(Entry entry) {
    if (FaultNews.isOne(entry)) {
      return FaultNews.of(entry, history()).map(List::of);
    }
    Optional<EventAccount> event =
        entry instanceof Entry.OfEvent of ? history().event(of.eventId()) : Optional.empty();
    if (entry instanceof Entry.EventRouted routed) {
      return event.map(account -> unmatched(account, routed));
    }
    if (entry instanceof Entry.DeliveryDenied denied) {
      return event.map(account -> denied(account, denied.delivery()));
    }
    return entry instanceof Entry.OfCourse course
        ? history()
            .target(course.deliveryId())
            .map(target -> List.of(course(event, target, course)))
        : Optional.empty();
  }

  /** Whether one more may be told now; what may not is counted. */
  private synchronized boolean isTurn() {
    Instant now = scheduler.instant();
    if (!now.isBefore(secondEnds)) {
      secondEnds = now.plus(SECOND);
      inThisSecond = 0;
    }
    inThisSecond++;
    if (inThisSecond <= MOST_A_SECOND) {
      return true;
    }
    untold++;
    if (untold == 1) {
      scheduler.at(secondEnds, this::tellHowMany);
    }
    return false;
  }

  private void tellHowMany() {
    long count;
    synchronized (this) {
      count = untold;
      untold = 0;
    }
    told.accept(
        List.of(
            String.format(
                Locale.ROOT,
                "… and %,d more, see /_pushsim/deliveries and /_pushsim/events",
                count)));
  }

  private static List<String> unmatched(EventAccount event, Entry.EventRouted routed) {
    return List.of(
        "%s: nobody is told, %s"
            .formatted(words(event), routed.unmatched().orElse("for no known reason")));
  }

  static String words(EventAccount event) {
    return "%s %s/%s".formatted(event.eventName(), event.bucketName(), event.key());
  }

  static String words(ObjectEvent event) {
    return "%s %s/%s"
        .formatted(event.type().recordName(), event.bucketName(), event.object().key());
  }

  private static List<String> denied(EventAccount event, Delivery delivery) {
    List<String> lines = new ArrayList<>();
    lines.add("%s → %s: denied".formatted(words(event), delivery.target().shortName()));
    lines.addAll(reasons(delivery.decision()));
    return lines;
  }

  private static String course(
      Optional<EventAccount> event, FunctionArn target, Entry.OfCourse course) {
    return "%s → %s: %s"
        .formatted(
            event.map(PushNews::words).orElse("Invoke"), target.shortName(), CourseNews.of(course));
  }

  private static List<String> reasons(Decision decision) {
    List<String> lines = new ArrayList<>(List.of(decision.reason().split("\n")));
    decision.remedies().forEach(remedy -> lines.add(remedy.inOneLine()));
    return lines;
  }
}
