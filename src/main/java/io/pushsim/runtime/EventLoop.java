package io.pushsim.runtime;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The order of a Node.js process's timers and immediates, by the ids under which JavaScript keeps
 * their callbacks. Times are whole milliseconds of the process's clock, as in Node.js.
 */
final class EventLoop {
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::sequence));
  private final Map<Integer, Timer> timersById = new HashMap<>();
  private Queue<Integer> immediates = new ArrayDeque<>();
  private final Map<Integer, Boolean> referenced = new HashMap<>();
  private int keepingAlive;
  private int exchanges;
  private long sequence;

  void addTimer(int id, long due) {
    removeTimer(id);
    Timer timer = new Timer(due, sequence++, id);
    timers.add(timer);
    timersById.put(id, timer);
    hold(id);
  }

  void removeTimer(int id) {
    Timer timer = timersById.remove(id);
    if (timer != null) {
      timers.remove(timer);
      release(id);
    }
  }

  void addImmediate(int id) {
    immediates.add(id);
    hold(id);
  }

  void removeImmediate(int id) {
    if (immediates.remove(id)) {
      release(id);
    }
  }

  /** Whether the timer or immediate keeps the process alive: Node's ref and unref. */
  void keepAlive(int id, boolean keeps) {
    Boolean before = referenced.replace(id, keeps);
    if (before != null && before != keeps) {
      keepingAlive += keeps ? 1 : -1;
    }
  }

  /** A request over the network is under way, and keeps the process alive. */
  void open() {
    exchanges++;
  }

  /** One of those requests is over. */
  void close() {
    exchanges--;
  }

  /** True where nothing keeps the process alive. */
  boolean isEmpty() {
    return keepingAlive == 0 && exchanges == 0;
  }

  boolean hasImmediates() {
    return !immediates.isEmpty();
  }

  /** Takes what is queued now; what these queue comes in the next round. */
  Queue<Integer> takeImmediates() {
    Queue<Integer> taken = immediates;
    immediates = new ArrayDeque<>();
    return taken;
  }

  /** To be called as an immediate of {@link #takeImmediates} begins. */
  boolean begin(int immediate) {
    return release(immediate);
  }

  /** The next timer that is due, which is thereby taken; null where none is. */
  @Nullable Integer takeDue(long now) {
    Timer next = timers.peek();
    if (next == null || next.due() > now) {
      return null;
    }
    removeTimer(next.id());
    return next.id();
  }

  OptionalLong nextDue() {
    Timer next = timers.peek();
    return next == null ? OptionalLong.empty() : OptionalLong.of(next.due());
  }

  private void hold(int id) {
    if (referenced.put(id, true) == null) {
      keepingAlive++;
    }
  }

  private boolean release(int id) {
    Boolean kept = referenced.remove(id);
    if (Boolean.TRUE.equals(kept)) {
      keepingAlive--;
    }
    return kept != null;
  }

  private record Timer(long due, long sequence, int id) {}
}
