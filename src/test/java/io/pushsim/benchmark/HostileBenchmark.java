package io.pushsim.benchmark;

import io.pushsim.api.Zips;
import io.pushsim.hostile.HostileCompany;
import io.pushsim.hostile.HostileHandler;
import io.pushsim.hostile.Neighbour;
import io.pushsim.testing.SdkClients;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * How long a neighbour's invocations take, 200 a second, alone and beside hostile handlers: one at
 * a time, and several at once.
 */
public final class HostileBenchmark {
  private static final int PORT = 4596;
  private static final int RATE = 200;

  private final HostileCompany company;
  private final Neighbour neighbour;
  private final List<HostileHandler> handlers;

  private HostileBenchmark(
      HostileCompany company, Neighbour neighbour, List<HostileHandler> handlers) {
    this.company = company;
    this.neighbour = neighbour;
    this.handlers = handlers;
  }

  private record Measured(String what, Histogram latencies) {
    double millis(double percentile) {
      return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    String told(Measured alone) {
      return "%-45s %6d answers, p50 %6.2f ms (%5.2f times), p99 %7.2f ms (%6.2f times), max %7.1f ms"
          .formatted(
              what,
              latencies.getTotalCount(),
              millis(50),
              millis(50) / alone.millis(50),
              millis(99),
              millis(99) / alone.millis(99),
              latencies.getMaxValue() / 1e6);
    }
  }

  /**
   * Measures and prints.
   *
   * @param arguments seconds of each time alone (20), the most handlers at once (4), the heap
   *     (512m), and the names of handlers (all)
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    String heap = arguments.length > 2 ? arguments[2] : "512m";
    List<String> names =
        arguments.length > 3 ? List.of(arguments).subList(3, arguments.length) : List.of();
    List<HostileHandler> handlers =
        HostileHandler.all().stream()
            .filter(handler -> handler.refusal().isEmpty())
            .filter(handler -> names.isEmpty() || names.contains(handler.name()))
            .toList();
    try (Served pushsim = Served.pushsim(PORT, new Served.Heap(heap), "--ephemeral");
        LambdaClient lambda = client(pushsim)) {
      HostileCompany company = new HostileCompany(lambda);
      company.create("neighbour", Zips.of("index.js", Neighbour.HANDLER), Duration.ofSeconds(60));
      for (HostileHandler handler : handlers) {
        company.create(handler.name(), handler.zip(), handler.timeout());
      }
      Neighbour neighbour = new Neighbour(pushsim.url("/"), RATE);
      try (neighbour) {
        new HostileBenchmark(company, neighbour, handlers).measure(seconds, most);
      }
      System.out.printf(
          "%d sent, %d answered as they should be; otherwise: %s%n",
          neighbour.sent(), neighbour.answered(), neighbour.wrong());
    }
  }

  private static LambdaClient client(Served pushsim) {
    return new SdkClients(pushsim.url("/"), "us-east-1", "111111111111", "secret")
        .configured(LambdaClient.builder())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallTimeout(Duration.ofMinutes(2))
                .retryStrategy(strategy -> strategy.maxAttempts(1))
                .build())
        .build();
  }

  private void measure(int seconds, int most) throws InterruptedException {
    alone(seconds, "to warm up");
    Measured before = alone(seconds, "alone");
    System.out.println(before.told(before));
    oneByOne(before);
    for (int lanes = 2; lanes <= most; lanes *= 2) {
      Measured alone = alone(seconds, "alone");
      System.out.println(alone.told(alone));
      System.out.println(atOnce(lanes).told(alone));
    }
    Measured afterwards = alone(seconds, "alone afterwards");
    System.out.println(afterwards.told(before));
  }

  private Measured alone(int seconds, String what) throws InterruptedException {
    Thread.sleep(2000); // what was under way has gone
    neighbour.latencies();
    Thread.sleep(seconds * 1000L);
    return new Measured(what, neighbour.latencies());
  }

  private void oneByOne(Measured alone) {
    List<Measured> all = new ArrayList<>();
    Histogram sum = new Histogram(3);
    for (HostileHandler handler : handlers) {
      company.invoke(handler);
      Measured measured = new Measured("beside " + handler.name(), neighbour.latencies());
      sum.add(measured.latencies());
      all.add(measured);
    }
    all.sort(Comparator.comparingDouble(measured -> -measured.millis(99)));
    all.forEach(measured -> System.out.println(measured.told(alone)));
    System.out.println(
        new Measured("beside each of %d in turn".formatted(all.size()), sum).told(alone));
  }

  private Measured atOnce(int lanes) {
    neighbour.latencies();
    ExecutorService threads = Executors.newFixedThreadPool(lanes);
    CompletableFuture.allOf(
            IntStream.range(0, lanes)
                .mapToObj(lane -> CompletableFuture.runAsync(() -> walk(lane, lanes), threads))
                .toArray(CompletableFuture[]::new))
        .join();
    threads.shutdown();
    return new Measured("beside %d at once".formatted(lanes), neighbour.latencies());
  }

  private void walk(int lane, int lanes) {
    int start = handlers.size() * lane / lanes;
    for (int i = 0; i < handlers.size(); i++) {
      company.invoke(handlers.get((start + i) % handlers.size()));
    }
  }
}
