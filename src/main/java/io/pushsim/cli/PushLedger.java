package io.pushsim.cli;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.Journal;
import io.pushsim.scenario.report.PushReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A journal that also keeps account, for a replay's report, of what came of each notification. Used
 * by one thread.
 */
final class PushLedger extends ForwardingJournal {
  private final Map<String, Account> open = new LinkedHashMap<>();
  private final List<PushReport> ready = new ArrayList<>();

  PushLedger(Journal journal) {
    super(journal);
  }

  /** What is known of one notification. */
  private static final class Account {
    private final ObjectEvent event;
    // In the order in which they were pushed; those that have ended until that is reported.
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final Set<String> news = new HashSet<>();
    private Optional<String> unmatched = Optional.empty();
    private int owed = -1;

    Account(ObjectEvent event) {
      this.event = event;
    }

    /** It has begun, which is no news before something has come of it. */
    void begins(Delivery delivery) {
      deliveries.put(delivery.id(), delivery);
    }

    void tell(Delivery delivery) {
      deliveries.put(delivery.id(), delivery);
      news.add(delivery.id());
    }

    void tell(Entry.OfCourse told) {
      Delivery delivery = deliveries.get(told.deliveryId());
      if (delivery != null) {
        tell(delivery.after(told));
      }
    }

    boolean hasNews() {
      return !news.isEmpty() || unmatched.isPresent();
    }

    PushReport report() {
      List<Delivery> told =
          deliveries.values().stream().filter(delivery -> news.contains(delivery.id())).toList();
      PushReport report =
          new PushReport(
              event.type().recordName(),
              event.bucketName(),
              event.object().key(),
              told.stream().map(InvocationViews::of).toList(),
              unmatched);
      news.clear();
      unmatched = Optional.empty();
      told.stream().filter(PushLedger::hasEnded).forEach(this::forget);
      return report;
    }

    private void forget(Delivery ended) {
      deliveries.remove(ended.id());
      owed--;
    }
  }

  private static boolean hasEnded(Delivery delivery) {
    return !delivery.decision().isAllowed() || delivery.course().conclusion().isPresent();
  }

  @Override
  public CompletionStage<Void> append(List<Entry> entries) {
    entries.forEach(this::see);
    return super.append(entries);
  }

  private void see(Entry entry) {
    if (entry instanceof Entry.EventAccepted accepted) {
      open.put(accepted.event().id(), new Account(accepted.event().event()));
    } else if (entry instanceof Entry.EventRouted routed) {
      Account account = account(routed.eventId());
      account.unmatched = routed.unmatched();
      account.owed = routed.deliveries();
    } else if (entry instanceof Entry.DeliveryDenied denied) {
      account(denied.eventId()).tell(denied.delivery());
    } else if (entry instanceof Entry.DeliveryBegun begun) {
      account(begun.eventId()).begins(begun.delivery());
    } else if (entry instanceof Entry.OfCourse told) {
      Optional.ofNullable(open.get(told.eventId())).ifPresent(account -> account.tell(told));
    } else if (entry instanceof Entry.NotAccepted passed) {
      ready.add(
          new PushReport(
              passed.eventName(),
              passed.bucketName(),
              passed.key(),
              List.of(),
              Optional.of(passed.reason())));
    }
  }

  private Account account(String eventId) {
    Account account = open.get(eventId);
    if (account == null) {
      throw new IllegalStateException("no event " + eventId + " was accepted");
    }
    return account;
  }

  /** The news since the last call. */
  List<PushReport> take() {
    List<PushReport> news = new ArrayList<>(ready);
    ready.clear();
    open.values().stream().filter(Account::hasNews).map(Account::report).forEach(news::add);
    open.values().removeIf(account -> account.owed == 0);
    return news;
  }
}
