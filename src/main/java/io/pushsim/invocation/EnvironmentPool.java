package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.runtime.ExecutionEnvironment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The idle execution environments, by version. A version's environments are of one configuration:
 * when {@code $LATEST} has another, those of the former go. Safe for use by several threads.
 */
final class EnvironmentPool implements AutoCloseable {
  private static final int MOST_IDLE = 256;

  // In the order in which a version's environments were last used, oldest first.
  private final Map<Key, Idle> idle = new LinkedHashMap<>();
  private final long mostCode;
  private int count;
  private long code;
  private int era;
  private boolean closed;

  /** A version of a function. */
  record Key(FunctionArn function, String version) {}

  private record Idle(
      FunctionConfiguration configuration,
      long codeBytes,
      Deque<ExecutionEnvironment> environments) {}

  /**
   * @param mostCode how many bytes the unpacked packages of idle environments may take together;
   *     one may be larger by itself
   */
  EnvironmentPool(long mostCode) {
    this.mostCode = mostCode;
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
    ExecutionEnvironment environment = found.environments().pollLast();
    if (environment != null) {
      left(found);
    }
    return Optional.ofNullable(environment);
  }

  /**
   * Keeps an environment for the next invocation, if it is still good for one.
   *
   * @param takenIn the era in which it was taken or made
   */
  synchronized void giveBack(
      Key key, FunctionConfiguration configuration, ExecutionEnvironment environment, int takenIn) {
    if (closed || takenIn < era || !environment.isUsable()) {
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
    found.environments().addLast(environment);
    count++;
    while (count > MOST_IDLE || (code > mostCode && count > 1)) {
      closeOldest();
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
    oldest.getValue().environments().removeFirst().close();
    left(oldest.getValue());
    if (oldest.getValue().environments().isEmpty()) {
      idle.remove(oldest.getKey());
    }
  }

  private void close(Idle found) {
    while (!found.environments().isEmpty()) {
      found.environments().removeFirst().close();
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
