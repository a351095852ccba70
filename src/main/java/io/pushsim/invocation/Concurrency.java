package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Scope;
import io.pushsim.function.InvocationSettings;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * How many invocations run, and whether one more may. A version whose environments are provisioned
 * uses these first. A function with a reserved concurrency has that many for itself, less what it
 * provisions; all others of an account in a region share what is kept for none (Lambda's developer
 * guide, "Understanding Lambda function scaling"). Any thread may call.
 */
final class Concurrency {
  private final int accountLimit;
  private final ToIntFunction<Scope> kept;

  // Guarded by this.
  private final Map<EnvironmentPool.Key, Integer> provisioned = new HashMap<>();
  private final Map<FunctionArn, Integer> onDemand = new HashMap<>();
  private final Map<Scope, Integer> unreserved = new HashMap<>();

  /**
   * @param accountLimit how many invocations an account may have at once in each region
   * @param kept how many of these are kept for functions, reserved or provisioned
   */
  Concurrency(int accountLimit, ToIntFunction<Scope> kept) {
    this.accountLimit = accountLimit;
    this.kept = kept;
  }

  /** An invocation that is let run. */
  interface Permit {
    /** Whether it has an environment that was provisioned. */
    boolean isProvisioned();

    /** It has ended. */
    void end();
  }

  /** What came of the wish to run: a permit, or why not. */
  record Answer(Optional<Permit> permit, Optional<Throttle> throttle) {
    private static Answer no(Throttle throttle) {
      return new Answer(Optional.empty(), Optional.of(throttle));
    }

    private static Answer yes(Permit permit) {
      return new Answer(Optional.of(permit), Optional.empty());
    }
  }

  /**
   * Lets one more invocation of a version run, or says why it may not.
   *
   * @param room how many may run in what is provisioned for the version, those that do included
   */
  synchronized Answer enter(LambdaFunction function, Version version, int room) {
    InvocationSettings settings = function.settings();
    Optional<Integer> reserved = settings.reservedConcurrency();
    if (reserved.isPresent() && reserved.get() == 0) {
      return Answer.no(Throttle.SWITCHED_OFF);
    }
    EnvironmentPool.Key key = new EnvironmentPool.Key(function.arn(), version.number());
    if (provisioned.getOrDefault(key, 0) < room) {
      provisioned.merge(key, 1, Integer::sum);
      return Answer.yes(new Provisioned(key));
    }
    if (reserved.isPresent()) {
      return enterReserved(function.arn(), reserved.get() - settings.totalProvisioned());
    }
    return enterUnreserved(function.arn());
  }

  private Answer enterReserved(FunctionArn arn, int most) {
    if (onDemand.getOrDefault(arn, 0) >= most) {
      return Answer.no(Throttle.RESERVED_CONCURRENCY);
    }
    onDemand.merge(arn, 1, Integer::sum);
    return Answer.yes(new OnDemand(arn, false));
  }

  private Answer enterUnreserved(FunctionArn arn) {
    Scope scope = arn.scope();
    if (unreserved.getOrDefault(scope, 0) >= accountLimit - kept.applyAsInt(scope)) {
      return Answer.no(Throttle.ACCOUNT_CONCURRENCY);
    }
    unreserved.merge(scope, 1, Integer::sum);
    onDemand.merge(arn, 1, Integer::sum);
    return Answer.yes(new OnDemand(arn, true));
  }

  private final class Provisioned implements Permit {
    private final EnvironmentPool.Key key;

    private Provisioned(EnvironmentPool.Key key) {
      this.key = key;
    }

    @Override
    public boolean isProvisioned() {
      return true;
    }

    @Override
    public void end() {
      synchronized (Concurrency.this) {
        lessOne(provisioned, key);
      }
    }
  }

  private final class OnDemand implements Permit {
    private final FunctionArn function;
    private final boolean ofUnreserved;

    private OnDemand(FunctionArn function, boolean ofUnreserved) {
      this.function = function;
      this.ofUnreserved = ofUnreserved;
    }

    @Override
    public boolean isProvisioned() {
      return false;
    }

    @Override
    public void end() {
      synchronized (Concurrency.this) {
        lessOne(onDemand, function);
        if (ofUnreserved) {
          lessOne(unreserved, function.scope());
        }
      }
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
