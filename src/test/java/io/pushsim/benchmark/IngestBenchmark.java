package io.pushsim.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Notifications through the webhook, durable, to the end of their handlers, beside the same POSTs
 * to a server that merely answers; a burst; and acknowledgements at half the rate.
 */
public final class IngestBenchmark {
  private static final int BARE_PORT = 4599;
  private static final int PORT = 4598;

  /** Each event waits for the disk, so that a client has to have many under way. */
  private static final int CONNECTIONS = 256;

  private static final int BURST = 100_000;

  /** The second compiler of the JVM has done most of its work after some 300,000 events. */
  private static final int WARM_UP_RUNS = 3;

  private static final String EVENTS = "/_pushsim/events";
  private static final String HANDLER = "exports.handler = async (event) => event.Records.length;";

  private IngestBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments seconds of a run, rounds
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    double rate;
    try (Served bare = Served.bare(BARE_PORT);
        Served pushsim = pushsim()) {
      rate = compare(bare, pushsim, seconds, rounds);
      System.out.printf("resident at the most: %d MB%n", pushsim.mostResident());
      acknowledgements(pushsim, (int) (rate / 2), seconds);
    }
    try (Served pushsim = pushsim()) {
      Wrk.drive("event.lua", pushsim.url(EVENTS), CONNECTIONS, seconds);
      settle(pushsim);
      burst(pushsim);
    }
  }

  private static Served pushsim() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("ingest");
    Served pushsim = Served.pushsim(PORT, "--data", data.toString());
    pushsim.createFunction(HANDLER);
    pushsim.notifyProd();
    return pushsim;
  }

  /** Twice: the client is a Java program too, and has to warm up. */
  private static void acknowledgements(Served pushsim, int rate, int seconds)
      throws InterruptedException {
    FixedRate.measure(pushsim.url(EVENTS), rate, seconds, Events::put);
    System.out.println(
        "acknowledgements at "
            + rate
            + "/s: "
            + FixedRate.measure(pushsim.url(EVENTS), rate, seconds, Events::put));
  }

  /** The median of the rates at which events are accepted and handled. */
  private static double compare(Served bare, Served pushsim, int seconds, int rounds)
      throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP_RUNS; i++) {
      handled(pushsim, seconds);
    }
    Wrk.drive("event.lua", bare.url(EVENTS), CONNECTIONS, seconds);
    List<Double> accepted = new ArrayList<>();
    List<Double> handled = new ArrayList<>();
    List<Double> answered = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      answered.add(Wrk.drive("event.lua", bare.url(EVENTS), CONNECTIONS, seconds).perSecond());
      Rates rates = handled(pushsim, seconds);
      accepted.add(rates.accepted());
      handled.add(rates.handled());
      ratios.add(rates.handled() / answered.get(i));
    }
    System.out.printf(
        "accepted %s/s, handled %s/s; bare %s/s; handled to bare %s%n",
        Figures.told(accepted, "%.0f"),
        Figures.told(handled, "%.0f"),
        Figures.told(answered, "%.0f"),
        Figures.told(ratios, "%.2f"));
    return Figures.median(handled);
  }

  /** Events a second: accepted while they were sent, handled until the last was done. */
  private record Rates(double accepted, double handled) {}

  private static Rates handled(Served pushsim, int seconds)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Wrk.Run run = Wrk.drive("event.lua", pushsim.url(EVENTS), CONNECTIONS, seconds);
    settle(pushsim);
    double all = (System.nanoTime() - start) / 1e9;
    return new Rates(run.perSecond(), run.requests() / all);
  }

  private static void settle(Served pushsim) throws IOException, InterruptedException {
    pushsim.ask("GET", "/_pushsim/settled?timeout=10m", "");
  }

  /** As many events at once as a client can send. */
  private static void burst(Served pushsim) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long failed = FixedRate.send(pushsim.url(EVENTS), BURST, Events::put);
    double accepted = (System.nanoTime() - start) / 1e9;
    settle(pushsim);
    double handled = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "a burst of %d: accepted in %.1f s (%d failed), handled after %.1f s; resident at the most %d MB; %d events untold%n",
        BURST, accepted, failed, handled, pushsim.mostResident(), owed(pushsim));
  }

  private static long owed(Served pushsim) throws IOException, InterruptedException {
    return pushsim.count("/_pushsim/events?outcome=accepted&count=true");
  }
}
