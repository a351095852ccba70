package io.pushsim.cli;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.Entry;
import io.pushsim.journal.EventAccount;
import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.Journal;
import io.pushsim.policy.Decision;
import io.pushsim.runtime.InvocationResult;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private static final int LONGEST = 500;

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

  @Override
  public CompletionStage<Void> append(Entry entry) {
    CompletionStage<Void> durable = super.append(entry);
    if (entry instanceof Entry.DeliveryEnded ended) {
      tellOfDelivery(ended.deliveryId());
    } else if (entry instanceof Entry.DeliveryDenied denied) {
      tellOfDelivery(denied.delivery().id());
    } else if (entry instanceof Entry.EventRouted routed && routed.unmatched().isPresent()) {
      tellOfNothing(routed);
    }
    return durable;
  }

  private void tellOfDelivery(String id) {
    if (isTurn()) {
      history().delivery(id).map(PushNews::lines).ifPresent(told);
    }
  }

  private void tellOfNothing(Entry.EventRouted routed) {
    if (isTurn()) {
      history().event(routed.eventId()).map(PushNews::lines).ifPresent(told);
    }
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
        List.of("… and %,d more, see /_pushsim/deliveries and /_pushsim/events".formatted(count)));
  }

  private static List<String> lines(EventAccount account) {
    return List.of(
        "%s %s/%s: nobody is told, %s"
            .formatted(
                account.eventName(),
                account.bucketName(),
                account.key(),
                account.reason().orElse("for no known reason")));
  }

  private static List<String> lines(DeliveryAccount account) {
    ObjectEvent event = account.event().event();
    Delivery delivery = account.delivery();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s/%s → %s: %s"
            .formatted(
                event.type().recordName(),
                event.bucketName(),
                event.object().key(),
                delivery.target().shortName(),
                outcome(delivery)));
    if (!delivery.decision().isAllowed()) {
      lines.addAll(reasons(delivery.decision()));
    }
    return lines;
  }

  private static String outcome(Delivery delivery) {
    if (!delivery.decision().isAllowed()) {
      return "denied";
    }
    Optional<Attempt> last = delivery.lastAttempt();
    if (last.isEmpty()) {
      return "there is no such function, version or alias any more";
    }
    Attempt attempt = last.get();
    InvocationResult result = attempt.report().result();
    return "version %s %s %s, %.1f ms%s"
        .formatted(
            attempt.executedVersion(),
            result.isError() ? "failed with" : "returned",
            shortened(result.payload()),
            attempt.report().duration().toNanos() / 1e6,
            attempt.report().coldStart() ? ", cold start" : "");
  }

  private static List<String> reasons(Decision decision) {
    List<String> lines = new ArrayList<>(List.of(decision.reason().split("\n")));
    decision.remedies().forEach(remedy -> lines.add(remedy.inOneLine()));
    return lines;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
