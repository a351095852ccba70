package io.pushsim.cli;

import io.pushsim.display.Figures;
import io.pushsim.journal.Chronicle;
import io.pushsim.journal.Entry;
import io.pushsim.journal.PushFault;
import java.time.Duration;
import java.util.Optional;

/** Tells people, in a line, of a fault that was injected on an event's way. */
final class FaultNews {
  private FaultNews() {}

  static boolean isOne(Entry entry) {
    return entry instanceof Entry.EventDelayed
        || entry instanceof Entry.EventDropped
        || (entry instanceof Entry.EventAccepted accepted
            && accepted.injectedDuplicateOf().isPresent());
  }

  /** The line; empty where its event is gone. */
  static Optional<String> of(Entry entry, Chronicle history) {
    if (entry instanceof Entry.EventAccepted accepted) {
      return Optional.of(
          PushNews.words(accepted.event().event()) + ": pushed once more, a duplicate");
    }
    return entry instanceof Entry.OfEvent of
        ? history.event(of.eventId()).map(event -> PushNews.words(event) + ": " + words(entry))
        : Optional.empty();
  }

  private static String words(Entry entry) {
    if (entry instanceof Entry.EventDelayed delayed) {
      return delayed.fault() == PushFault.REORDER
          ? "held back, to be pushed after a later one"
          : "delayed by " + Figures.exact(Duration.between(delayed.time(), delayed.until()));
    }
    return "dropped, never pushed";
  }
}
