package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The idle execution environments, by version. A version's environments are of one configuration:
 * when {@code $LATEST} has another, those of the former go. Safe for use by several threads.
 */
final class EnvironmentPool implements AutoCloseable {
  // In the order in which a version's environments were last used, oldest first.
  private final Map<Key, Idle> idle = new LinkedHashMap<>();
  private final IdleLimits limits;
  private final Scheduler scheduler;
  private final Executor background;
  private int count;
  private long code;
  private int era;
  private boolean closed;
  private boolean looking;

  /** A version of a function. */
  record Key(FunctionArn function, String version) {}

  private record Idle(
      FunctionConfiguration configuration, long codeBytes, Deque<Resting> environments) {}

  private record Resting(ExecutionEnvironment environment, Instant since) {}

  /**
   * @param background where those are closed that nobody used for long
   */
  EnvironmentPool(IdleLimits limits, Scheduler scheduler, Executor background) {
    this.limits = limits;
    this.scheduler = scheduler;
    this.background = background;
  }

  /** An idle environment for the version as it is configured now: the one used last. */
  synchronized Optional<ExecutionEnvironment> take(Key key, FunctionConfiguration configuration) {
    Idle found = idle.get(key);
    if (found == null) {
      return Optional.empty();
    }
    if (!isSame(found.configuration(), configuration)) {
      idle.remove(key);
      close(found);
      return Optional.empty();
    }
    Resting newest = found.environments().pollLast();
    if (newest == null) {
      return Optional.empty();
    }
    left(found);
    return Optional.of(newest.environment());
  }

  /**
   * Keeps an environment for the next invocation, if it is still good for one.
   *
   * @param takenIn the era in which it was taken or made
   */
  synchronized void giveBack(
      Key key, FunctionConfiguration configuration, ExecutionEnvironment environment, int takenIn) {
    if (closed || takenIn < era || !environment.isUsable() || keepsNone()) {
      environment.close();
      return;
    }
    Idle found = idle.remove(key);
    if (found != null && !isSame(found.configuration(), configuration)) {
      close(found);
      found = null;
    }
    if (found == null) {
      found = new Idle(configuration, environment.codeBytes(), new ArrayDeque<>());
    }
    idle.put(key, found);
    if (found.environments().isEmpty()) {
      code += found.codeBytes();
    }
    Instant now = scheduler.instant();
    found.environments().addLast(new Resting(environment, now));
    count++;
    while (count > Math.max(1, limits.environments()) || (code > limits.codeBytes() && count > 1)) {
      closeOldest();
    }
    limits.time().ifPresent(time -> lookAt(now.plus(time)));
  }

  /** Whether no environment is used twice. */
  boolean keepsNone() {
    return limits.time().filter(Duration::isZero).isPresent();
  }

  private void lookAt(Instant due) {
    if (!looking) {
      looking = true;
      scheduler.at(due, () -> background.execute(this::look));
    }
  }

  /** Closes those that nobody used for so long. */
  private void look() {
    Duration time = limits.time().orElseThrow();
    List<ExecutionEnvironment> unused = new ArrayList<>();
    synchronized (this) {
      looking = false;
      takeOut(scheduler.instant().minus(time), unused);
      idle.values().stream()
          .map(found -> found.environments().getFirst().since())
          .min(Comparator.naturalOrder())
          .ifPresent(oldest -> lookAt(oldest.plus(time)));
    }
    unused.forEach(ExecutionEnvironment::close);
  }

  private void takeOut(Instant unusedSince, List<ExecutionEnvironment> unused) {
    Iterator<Idle> versions = idle.values().iterator();
    while (versions.hasNext()) {
      Idle found = versions.next();
      Deque<Resting> resting = found.environments();
      while (!resting.isEmpty() && !resting.getFirst().since().isAfter(unusedSince)) {
        unused.add(resting.removeFirst().environment());
        left(found);
      }
      if (resting.isEmpty()) {
        versions.remove();
      }
    }
  }

  /** One of its environments is no longer idle. */
  private void left(Idle found) {
    count--;
    if (found.environments().isEmpty()) {
      code -= found.codeBytes();
    }
  }

  // Every update makes a new configuration, even one with equal values (and AWS then starts anew).
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(FunctionConfiguration one, FunctionConfiguration other) {
    return one == other;
  }

  private void closeOldest() {
    Map.Entry<Key, Idle> oldest =
        idle.entrySet().stream()
            .filter(entry -> !entry.getValue().environments().isEmpty())
            .findFirst()
            .orElseThrow();
    oldest.getValue().environments().removeFirst().environment().close();
    left(oldest.getValue());
    if (oldest.getValue().environments().isEmpty()) {
      idle.remove(oldest.getKey());
    }
  }

  private void close(Idle found) {
    while (!found.environments().isEmpty()) {
      found.environments().removeFirst().environment().close();
      left(found);
    }
  }

  /**
   * Closes what is idle.
   *
   * @param now the era that begins: what was taken in a former one is not kept any more
   */
  synchronized void closeIdle(int now) {
    era = Math.max(era, now);
    idle.values().forEach(this::close);
    idle.clear();
  }

  @Override
  public synchronized void close() {
    closed = true;
    closeIdle(era);
  }
}
