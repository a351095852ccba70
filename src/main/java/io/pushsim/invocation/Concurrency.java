package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Scope;
import io.pushsim.function.LambdaFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * How many invocations run, and whether one more may: a function with a reserved concurrency has
 * that many for itself, all others of an account in a region share what is not reserved (Lambda's
 * developer guide, "Understanding Lambda function scaling"). Any thread may call.
 */
final class Concurrency {
  private final int accountLimit;
  private final ToIntFunction<Scope> reserved;
  private final Map<FunctionArn, Integer> running = new HashMap<>();
  private final Map<Scope, Integer> unreserved = new HashMap<>();

  /**
   * @param accountLimit how many invocations an account may have at once in each region
   * @param reserved how many of these are reserved for functions
   */
  Concurrency(int accountLimit, ToIntFunction<Scope> reserved) {
    this.accountLimit = accountLimit;
    this.reserved = reserved;
  }

  /** An invocation that is let run. */
  final class Permit {
    private final FunctionArn function;
    private final boolean ofReserved;

    private Permit(FunctionArn function, boolean ofReserved) {
      this.function = function;
      this.ofReserved = ofReserved;
    }

    /** It has ended. */
    void end() {
      leave(this);
    }
  }

  /** What came of the wish to run: a permit, or why not. */
  record Answer(Optional<Permit> permit, Optional<Throttle> throttle) {
    private static Answer no(Throttle throttle) {
      return new Answer(Optional.empty(), Optional.of(throttle));
    }
  }

  /** Lets one more invocation of the function run, or says why it may not. */
  synchronized Answer enter(LambdaFunction function) {
    FunctionArn arn = function.arn();
    Optional<Integer> own = function.settings().reservedConcurrency();
    int of = running.getOrDefault(arn, 0);
    if (own.isPresent()) {
      if (own.get() == 0) {
        return Answer.no(Throttle.SWITCHED_OFF);
      }
      if (of >= own.get()) {
        return Answer.no(Throttle.RESERVED_CONCURRENCY);
      }
    } else {
      Scope scope = arn.scope();
      int all = unreserved.getOrDefault(scope, 0);
      if (all >= accountLimit - reserved.applyAsInt(scope)) {
        return Answer.no(Throttle.ACCOUNT_CONCURRENCY);
      }
      unreserved.put(scope, all + 1);
    }
    running.put(arn, of + 1);
    return new Answer(Optional.of(new Permit(arn, own.isPresent())), Optional.empty());
  }

  private synchronized void leave(Permit permit) {
    lessOne(running, permit.function);
    if (!permit.ofReserved) {
      lessOne(unreserved, permit.function.scope());
    }
  }

  /** Who has none any more needs no place. */
  private static <K> void lessOne(Map<K, Integer> counts, K key) {
    int left = counts.getOrDefault(key, 1) - 1;
    if (left == 0) {
      counts.remove(key);
    } else {
      counts.put(key, left);
    }
  }
}
