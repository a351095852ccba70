package io.pushsim.api.admin;

import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Entry;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Sending;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what came of asynchronous events: ends, further tries, and what was sent of the ends. */
final class QueueCounts {
  private static final String FUNCTION_ERROR = "functionError";

  private final Map<Counted, LongAdder> counts;

  /** What is counted. */
  record Counted(String name, String description, Map<String, String> labels) {
    private static Counted end(Conclusion conclusion) {
      return new Counted(
          "pushsim.events.ended",
          "Asynchronous events that came to their end, by why",
          Map.of("conclusion", Names.of(conclusion)));
    }

    private static Counted retry(String cause) {
      return new Counted(
          "pushsim.events.retried",
          "Times that an asynchronous event was put back to be tried again, by why",
          Map.of("cause", cause));
    }

    private static Counted sending(Sending.Kind kind, boolean arrived) {
      return new Counted(
          "pushsim.sendings",
          "Dead letters and records of asynchronous events, by what asks for them",
          Map.of("kind", Names.of(kind), "outcome", arrived ? "sent" : "failed"));
    }
  }

  /** All figures are there from the start, at zero. */
  QueueCounts() {
    Map<Counted, LongAdder> all = new LinkedHashMap<>();
    for (Conclusion conclusion : Conclusion.values()) {
      all.put(Counted.end(conclusion), new LongAdder());
    }
    all.put(Counted.retry(FUNCTION_ERROR), new LongAdder());
    for (HeldBack.Reason reason : HeldBack.Reason.values()) {
      all.put(Counted.retry(Names.of(reason)), new LongAdder());
    }
    for (Sending.Kind kind : Sending.Kind.values()) {
      all.put(Counted.sending(kind, true), new LongAdder());
      all.put(Counted.sending(kind, false), new LongAdder());
    }
    counts = Collections.unmodifiableMap(all);
  }

  /** Something came of an event. Any thread may call. */
  void count(Entry.OfCourse entry) {
    if (entry instanceof Entry.DeliveryEnded ended) {
      increment(Counted.end(ended.conclusion()));
      ended
          .sendings()
          .forEach(
              sending -> increment(Counted.sending(sending.kind(), sending.failure().isEmpty())));
    } else if (entry instanceof Entry.DeliveryHeldBack held) {
      increment(Counted.retry(Names.of(held.heldBack().reason())));
    } else {
      increment(Counted.retry(FUNCTION_ERROR));
    }
  }

  private void increment(Counted counted) {
    counts.getOrDefault(counted, new LongAdder()).increment();
  }

  /** All that is counted. */
  Map<Counted, LongAdder> counts() {
    return counts;
  }
}
