package io.pushsim.benchmark;

import io.pushsim.api.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A million events that wait, on disk: what they take of memory, and whether they are worked off as
 * quickly as a few are. Each of the queues is filled while the handler is slow, and worked off by a
 * handler that returns at once, to which the alias is pointed then.
 */
public final class BacklogBenchmark {
  private static final int PORT = 4597;

  /** So many events come in one message. */
  private static final int RECORDS = 50;

  private static final int SMALL = 20_000;
  private static final int ROUNDS = 3;
  private static final String SLOW = "1";
  private static final String QUICK = "2";

  private final AtomicLong told = new AtomicLong();

  private BacklogBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments how many events wait at the most
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    new BacklogBenchmark()
        .measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000);
  }

  private void measure(int most) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("backlog");
    try (Served pushsim = Served.pushsim(PORT, "--data", data.toString())) {
      setUp(pushsim);
      for (int i = 0; i < 2 * ROUNDS; i++) {
        report(pushsim, SMALL);
      }
      report(pushsim, most);
      for (int i = 0; i < ROUNDS; i++) {
        report(pushsim, SMALL);
      }
      fill(pushsim, most);
    }
    long start = System.nanoTime();
    try (Served again = Served.pushsim(PORT, "--data", data.toString())) {
      System.out.printf(
          "started again after %.1f s, resident %d MB, at the most %d MB%n",
          seconds(start), again.resident(), again.mostResident());
      drain(again, most);
      throttled(again, most);
    }
  }

  /** The function is throttled while they come: each waits for a time of its own. */
  private void throttled(Served pushsim, int events) throws IOException, InterruptedException {
    pushsim.ask(
        "PUT",
        "/2017-10-31/functions/helloworld/concurrency",
        "{\"ReservedConcurrentExecutions\":1}");
    fill(pushsim, events);
    settle(pushsim);
    System.out.printf(
        "%,d wait since they were throttled, resident %d MB, at the most %d MB%n",
        waiting(pushsim), pushsim.resident(), pushsim.mostResident());
    long start = System.nanoTime();
    pushsim.ask("DELETE", "/2017-10-31/functions/helloworld/concurrency", "");
    point(pushsim, QUICK);
    while (waiting(pushsim) > 0) {
      TimeUnit.SECONDS.sleep(5);
    }
    settle(pushsim);
    System.out.printf(
        "none waits %.0f s after they were not any more (they are tried again every 5 minutes at the latest), resident %d MB, at the most %d MB%n",
        seconds(start), pushsim.resident(), pushsim.mostResident());
  }

  private static long waiting(Served pushsim) throws IOException, InterruptedException {
    return pushsim.count("/_pushsim/deliveries?outcome=waiting&count=true");
  }

  private static void settle(Served pushsim) throws IOException, InterruptedException {
    pushsim.ask("GET", "/_pushsim/settled?timeout=10m", "");
  }

  private static void setUp(Served pushsim) throws IOException, InterruptedException {
    pushsim.createFunction("exports.handler = () => new Promise((done) => setTimeout(done, 40));");
    pushsim.ask(
        "PUT",
        "/2015-03-31/functions/helloworld/code",
        "{\"Publish\":true,\"ZipFile\":\"%s\"}"
            .formatted(
                Base64.getEncoder()
                    .encodeToString(
                        Zips.of(
                            "helloworld.js",
                            "exports.handler = async (event) => event.Records.length;"))));
    pushsim.notifyProd();
  }

  private static void point(Served pushsim, String version)
      throws IOException, InterruptedException {
    pushsim.ask(
        "PUT",
        "/2015-03-31/functions/helloworld/aliases/PROD",
        "{\"FunctionVersion\":\"%s\"}".formatted(version));
  }

  private void report(Served pushsim, int events) throws IOException, InterruptedException {
    fill(pushsim, events);
    drain(pushsim, events);
  }

  private void fill(Served pushsim, int events) throws IOException, InterruptedException {
    point(pushsim, SLOW);
    long start = System.nanoTime();
    long failed =
        FixedRate.send(
            pushsim.url("/_pushsim/events"),
            events / RECORDS,
            i -> Events.puts(told.getAndAdd(RECORDS), RECORDS));
    System.out.printf(
        "%,d events accepted in %.1f s (%d messages failed), resident %d MB, at the most %d MB%n",
        events, seconds(start), failed, pushsim.resident(), pushsim.mostResident());
  }

  private static void drain(Served pushsim, int events) throws IOException, InterruptedException {
    long start = System.nanoTime();
    point(pushsim, QUICK);
    settle(pushsim);
    System.out.printf(
        "%,d events worked off at %,.0f/s, resident %d MB, at the most %d MB%n",
        events, events / seconds(start), pushsim.resident(), pushsim.mostResident());
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
