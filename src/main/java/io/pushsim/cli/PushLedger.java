package io.pushsim.cli;

import io.pushsim.journal.Entry;
import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.Journal;
import io.pushsim.scenario.report.PushReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A journal that also keeps account, for a replay's report, of what came of each notification, and
 * of each event that a caller gave to a function. Used by one thread.
 */
final class PushLedger extends ForwardingJournal {
  private final Map<String, PushAccount> open = new LinkedHashMap<>();
  private final List<PushReport> ready = new ArrayList<>();

  PushLedger(Journal journal) {
    super(journal);
  }

  @Override
  public CompletionStage<Void> append(List<Entry> entries) {
    entries.forEach(this::see);
    return super.append(entries);
  }

  private void see(Entry entry) {
    if (entry instanceof Entry.EventAccepted accepted) {
      open.put(accepted.eventId(), new PushAccount(accepted));
      accepted.injectedDuplicateOf().map(open::get).ifPresent(PushAccount::repeated);
    } else if (entry instanceof Entry.EventDelayed delayed) {
      account(delayed.eventId()).delayed(delayed);
    } else if (entry instanceof Entry.EventDropped dropped) {
      account(dropped.eventId()).dropped(dropped);
    } else if (entry instanceof Entry.EventRouted routed) {
      routed(routed);
    } else if (entry instanceof Entry.DeliveryDenied denied) {
      account(denied.eventId()).tell(denied.delivery());
    } else if (entry instanceof Entry.InvocationAccepted accepted) {
      open.put(accepted.eventId(), new PushAccount(accepted));
    } else if (entry instanceof Entry.DeliveryBegun begun) {
      account(begun.eventId()).begins(begun.delivery());
    } else if (entry instanceof Entry.OfCourse told) {
      Optional.ofNullable(open.get(told.eventId())).ifPresent(account -> account.tell(told));
    } else if (entry instanceof Entry.NotAccepted passed) {
      ready.add(
          new PushReport(
              passed.eventName(),
              Optional.of(passed.bucketName()),
              Optional.of(passed.key()),
              Optional.empty(),
              List.of(),
              List.of(),
              Optional.of(passed.reason())));
    }
  }

  /** Reports are in the order of the pushes. */
  private void routed(Entry.EventRouted routed) {
    PushAccount account = account(routed.eventId());
    account.routed(routed);
    open.remove(routed.eventId());
    open.put(routed.eventId(), account);
  }

  private PushAccount account(String eventId) {
    PushAccount account = open.get(eventId);
    if (account == null) {
      throw new IllegalStateException("no event " + eventId + " was accepted");
    }
    return account;
  }

  /** The news since the last call. */
  List<PushReport> take() {
    List<PushReport> news = new ArrayList<>(ready);
    ready.clear();
    open.values().stream().filter(PushAccount::hasNews).map(PushAccount::report).forEach(news::add);
    open.values().removeIf(PushAccount::isOver);
    return news;
  }
}
