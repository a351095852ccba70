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
import io.pushsim.journal.PushFault;
import io.pushsim.policy.Decision;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/**
 * {@link Metrics} as Prometheus reads them, by Micrometer. A figure is told of once and read at
 * every scrape. Not safe for use by several threads at once.
 */
final class PrometheusFigures {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Set<Object> known = new HashSet<>();

  /** The machine's own figures, to begin with. */
  PrometheusFigures() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    // Micrometer's own count of collections begins when it is bound, the machine's with it.
    ManagementFactory.getGarbageCollectorMXBeans().forEach(this::count);
  }

  private void count(GarbageCollectorMXBean collector) {
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

  void watch(String name, Metrics.Watched figure) {
    if (known.add(name)) {
      Gauge.builder(name, figure.value()).description(figure.description()).register(registry);
    }
  }

  void count(Decision.Kind decision, LongAdder count) {
    if (known.add(decision)) {
      Tags tags = Tags.of("decision", Names.of(decision));
      counter("pushsim.deliveries", "Pushes by what was decided", tags, count, LongAdder::sum);
    }
  }

  void count(PushFault fault, LongAdder count) {
    if (known.add(fault)) {
      Tags tags = Tags.of("fault", Names.of(fault));
      counter("pushsim.faults", "Faults injected on purpose", tags, count, LongAdder::sum);
    }
  }

  void count(QueueCounts.Counted counted, LongAdder count) {
    if (known.add(counted)) {
      Tags tags = Tags.empty();
      for (Map.Entry<String, String> label : counted.labels().entrySet()) {
        tags = tags.and(label.getKey(), label.getValue());
      }
      counter(counted.name(), counted.description(), tags, count, LongAdder::sum);
    }
  }

  void count(Metrics.Request request, Metrics.RequestCount count) {
    if (!known.add(request)) {
      return;
    }
    Tags tags =
        Tags.of("service", request.service(), "operation", request.operation())
            .and("status", Integer.toString(request.status()));
    timer("pushsim.requests", "Requests answered", tags, count.count, count.nanos);
    counter(
        "pushsim.request.received.bytes",
        "Bytes of requests' bodies",
        tags,
        count,
        counted -> counted.received.sum());
    counter(
        "pushsim.request.sent.bytes",
        "Bytes of answers' bodies",
        tags,
        count,
        counted -> counted.sent.sum());
  }

  void count(Metrics.Target target, Metrics.TargetCount count) {
    if (!known.add(target)) {
      return;
    }
    Tags tags = Tags.of("function", target.function(), "qualifier", target.qualifier());
    invocations(tags.and("outcome", "success"), count.succeeded, count.succeededNanos);
    invocations(tags.and("outcome", "functionError"), count.failed, count.failedNanos);
    counter(
        "pushsim.cold.starts",
        "Execution environments started",
        tags,
        count,
        counted -> counted.coldStarts.sum());
    counter(
        "pushsim.throttles",
        "Invocations that a limit of concurrency did not let run",
        tags,
        count,
        counted -> counted.throttled.sum());
  }

  private void invocations(Tags tags, LongAdder count, LongAdder nanos) {
    timer("pushsim.invocations", "Handlers' runs and how long they took", tags, count, nanos);
  }

  private void timer(String name, String description, Tags tags, LongAdder count, LongAdder nanos) {
    FunctionTimer.builder(name, count, LongAdder::sum, counted -> nanos.sum(), TimeUnit.NANOSECONDS)
        .description(description)
        .tags(tags)
        .register(registry);
  }

  private <T> void counter(
      String name, String description, Tags tags, T counted, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, counted, value)
        .description(description)
        .tags(tags)
        .register(registry);
  }

  /** All figures in Prometheus's text format, version 0.0.4. */
  String text() {
    return registry.scrape();
  }
}
