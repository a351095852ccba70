package io.pushsim.api.admin;

import io.pushsim.api.http.Traffic;
import io.pushsim.arn.FunctionArn;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.invocation.InvocationObserver;
import io.pushsim.invocation.Throttle;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Entry;
import io.pushsim.journal.PushFault;
import io.pushsim.policy.Decision;
import io.pushsim.runtime.InvocationReport;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * pushsim's figures. Counting costs a look-up and some adders; the registry that Prometheus reads
 * through is made when it is first asked for, so that starting up does not wait for it.
 */
public final class Metrics implements Traffic, InvocationObserver {
  /** So many functions and qualifiers are told apart: each is a time series for ever. */
  private static final int MOST_TARGETS = 1000;

  private static final Target OTHER = new Target("(other)", "");

  private final Map<Request, RequestCount> requests = new ConcurrentHashMap<>();
  private final Map<Target, TargetCount> targets = new ConcurrentHashMap<>();
  private final Map<Decision.Kind, LongAdder> decisions =
      Arrays.stream(Decision.Kind.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), kind -> new LongAdder()));
  private final Map<PushFault, LongAdder> faults =
      Arrays.stream(PushFault.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), fault -> new LongAdder()));
  private final QueueCounts queue = new QueueCounts();
  private final Map<String, Watched> watched = new ConcurrentHashMap<>();
  private @Nullable PrometheusFigures figures;

  /** A kind of request that is counted. */
  record Request(String service, String operation, int status) {}

  /** What is invoked and counted. */
  record Target(String function, String qualifier) {}

  /** A figure of the moment. */
  record Watched(String description, Supplier<Number> value) {}

  /** What was counted of one kind of request. */
  static final class RequestCount {
    final LongAdder count = new LongAdder();
    final LongAdder nanos = new LongAdder();
    final LongAdder received = new LongAdder();
    final LongAdder sent = new LongAdder();
  }

  /** What was counted of one target. */
  static final class TargetCount {
    final LongAdder succeeded = new LongAdder();
    final LongAdder succeededNanos = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder failedNanos = new LongAdder();
    final LongAdder coldStarts = new LongAdder();
    final LongAdder throttled = new LongAdder();
  }

  @Override
  public void answered(
      String service, String operation, int status, long nanos, long received, long sent) {
    RequestCount count = count(new Request(service, operation, status));
    count.count.increment();
    count.nanos.add(nanos);
    count.received.add(received);
    count.sent.add(sent);
  }

  private RequestCount count(Request request) {
    RequestCount count = requests.get(request);
    return count == null ? requests.computeIfAbsent(request, counted -> new RequestCount()) : count;
  }

  @Override
  public void decided(FunctionArn target, Decision.Kind decision) {
    Objects.requireNonNull(decisions.get(decision)).increment();
  }

  @Override
  public void ended(FunctionArn target, Attempt attempt, FunctionConfiguration configuration) {
    TargetCount count = count(target);
    long nanos = attempt.report().duration().toNanos();
    if (attempt.report().result().isError()) {
      count.failed.increment();
      count.failedNanos.add(nanos);
    } else {
      count.succeeded.increment();
      count.succeededNanos.add(nanos);
    }
    if (attempt.report().coldStart()) {
      count.coldStarts.increment();
    }
  }

  @Override
  public void notInitialized(
      FunctionArn function, InvocationReport report, FunctionConfiguration configuration) {
    // No invocation: GetProvisionedConcurrencyConfig tells it.
  }

  @Override
  public void throttled(FunctionArn target, Throttle throttle) {
    count(target).throttled.increment();
  }

  @Override
  public void came(FunctionArn target, Entry.OfCourse of) {
    queue.count(of);
  }

  /** A fault was injected. */
  public void injected(PushFault fault) {
    Objects.requireNonNull(faults.get(fault)).increment();
  }

  private TargetCount count(FunctionArn arn) {
    Target target = new Target(arn.functionName(), arn.qualifier().toString());
    TargetCount count = targets.get(target);
    if (count != null) {
      return count;
    }
    return targets.computeIfAbsent(
        targets.size() < MOST_TARGETS ? target : OTHER, counted -> new TargetCount());
  }

  /** Tells a figure of the moment, too. */
  public void watch(String name, String description, Supplier<Number> value) {
    watched.put(name, new Watched(description, value));
  }

  /** All figures in Prometheus's text format. */
  synchronized String scrape() {
    PrometheusFigures made = figures;
    if (made == null) {
      made = new PrometheusFigures();
      figures = made;
    }
    watched.forEach(made::watch);
    decisions.forEach(made::count);
    faults.forEach(made::count);
    queue.counts().forEach(made::count);
    requests.forEach(made::count);
    targets.forEach(made::count);
    return made.text();
  }
}
