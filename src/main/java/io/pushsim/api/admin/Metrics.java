package io.pushsim.api.admin;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pushsim.api.http.Traffic;
import io.pushsim.arn.FunctionArn;
import io.pushsim.invocation.InvocationObserver;
import io.pushsim.journal.Attempt;
import io.pushsim.policy.Decision;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * pushsim's figures. Counting costs an adder and a look-up; the registry that Prometheus reads
 * through is made when it is first asked, so that starting up does not wait for it.
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
  private final Map<String, Watched> watched = new ConcurrentHashMap<>();
  private final Set<Object> registered = new HashSet<>();
  private @Nullable PrometheusMeterRegistry registry;

  private record Request(String service, String operation, int status) {}

  private record Target(String function, String qualifier) {}

  private record Watched(String description, Supplier<Number> value) {}

  private static final class RequestCount {
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
  }

  private static final class TargetCount {
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder succeededNanos = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder failedNanos = new LongAdder();
    private final LongAdder coldStarts = new LongAdder();
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
  public void ended(FunctionArn target, Attempt attempt) {
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
    PrometheusMeterRegistry made = registry;
    if (made == null) {
      made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      registry = made;
      bindMachine(made);
    }
    PrometheusMeterRegistry scraped = made;
    watched.forEach((name, figure) -> bind(scraped, name, figure));
    decisions.forEach((decision, count) -> bind(scraped, decision, count));
    requests.forEach((request, count) -> bind(scraped, request, count));
    targets.forEach((target, count) -> bind(scraped, target, count));
    return scraped.scrape();
  }

  private static void bindMachine(PrometheusMeterRegistry registry) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    // Micrometer's own count begins when it is bound; the machine's began with the process.
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      FunctionTimer.builder(
              "jvm.gc.collections",
              collector,
              GarbageCollectorMXBean::getCollectionCount,
              GarbageCollectorMXBean::getCollectionTime,
              TimeUnit.MILLISECONDS)
          .description("Garbage collections and the time that they took")
          .tag("gc", collector.getName())
          .register(registry);
    }
  }

  private void bind(PrometheusMeterRegistry to, String name, Watched figure) {
    if (registered.add(name)) {
      Gauge.builder(name, figure.value()).description(figure.description()).register(to);
    }
  }

  private void bind(PrometheusMeterRegistry to, Decision.Kind decision, LongAdder count) {
    if (registered.add(decision)) {
      Tags tags = Tags.of("decision", DecisionJson.kind(decision));
      counter(to, "pushsim.deliveries", "Pushes by what was decided", tags, count, LongAdder::sum);
    }
  }

  private void bind(PrometheusMeterRegistry to, Request request, RequestCount count) {
    if (!registered.add(request)) {
      return;
    }
    Tags tags =
        Tags.of(
            "service",
            request.service(),
            "operation",
            request.operation(),
            "status",
            Integer.toString(request.status()));
    timer(to, "pushsim.requests", "Requests answered", tags, count.count, count.nanos);
    counter(
        to,
        "pushsim.request.received.bytes",
        "Bytes of requests' bodies",
        tags,
        count,
        counted -> counted.received.sum());
    counter(
        to,
        "pushsim.request.sent.bytes",
        "Bytes of answers' bodies",
        tags,
        count,
        counted -> counted.sent.sum());
  }

  private void bind(PrometheusMeterRegistry to, Target target, TargetCount count) {
    if (!registered.add(target)) {
      return;
    }
    Tags tags = Tags.of("function", target.function(), "qualifier", target.qualifier());
    String what = "Handlers' runs and how long they took";
    timer(
        to,
        "pushsim.invocations",
        what,
        tags.and("outcome", "success"),
        count.succeeded,
        count.succeededNanos);
    timer(
        to,
        "pushsim.invocations",
        what,
        tags.and("outcome", "functionError"),
        count.failed,
        count.failedNanos);
    counter(
        to,
        "pushsim.cold.starts",
        "Execution environments started",
        tags,
        count,
        counted -> counted.coldStarts.sum());
  }

  private static void timer(
      PrometheusMeterRegistry to,
      String name,
      String description,
      Tags tags,
      LongAdder count,
      LongAdder nanos) {
    FunctionTimer.builder(name, count, LongAdder::sum, counted -> nanos.sum(), TimeUnit.NANOSECONDS)
        .description(description)
        .tags(tags)
        .register(to);
  }

  private static <T> void counter(
      PrometheusMeterRegistry to,
      String name,
      String description,
      Tags tags,
      T counted,
      ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, counted, value).description(description).tags(tags).register(to);
  }
}
