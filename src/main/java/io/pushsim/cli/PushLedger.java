package io.pushsim.cli;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.Journal;
import io.pushsim.scenario.report.DeliveryReport;
import io.pushsim.scenario.report.PushReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A journal that also keeps account, for a replay's report, of what came of each notification. Used
 * by one thread.
 */
final class PushLedger extends ForwardingJournal {
  private final Map<String, Account> open = new LinkedHashMap<>();
  private final Map<String, Delivery> running = new HashMap<>();
  private final List<PushReport> ready = new ArrayList<>();

  PushLedger(Journal journal) {
    super(journal);
  }

  /** What is known of one notification; deliveries that were reported are not told again. */
  private static final class Account {
    private final ObjectEvent event;
    private final List<DeliveryReport> deliveries = new ArrayList<>();
    private Optional<String> unmatched = Optional.empty();
    private int owed = -1;

    Account(ObjectEvent event) {
      this.event = event;
    }

    boolean hasNews() {
      return !deliveries.isEmpty() || unmatched.isPresent();
    }

    PushReport report() {
      PushReport report =
          new PushReport(
              event.type().recordName(),
              event.bucketName(),
              event.object().key(),
              deliveries,
              unmatched);
      owed -= deliveries.size();
      deliveries.clear();
      unmatched = Optional.empty();
      return report;
    }
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
      report(denied.delivery());
    } else if (entry instanceof Entry.DeliveryBegun begun) {
      running.put(begun.delivery().id(), begun.delivery());
    } else if (entry instanceof Entry.DeliveryEnded ended) {
      Optional.ofNullable(running.remove(ended.deliveryId()))
          .ifPresent(delivery -> report(delivery.with(ended.attempts())));
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

  private void report(Delivery delivery) {
    account(delivery.eventId()).deliveries.add(InvocationViews.of(delivery));
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
