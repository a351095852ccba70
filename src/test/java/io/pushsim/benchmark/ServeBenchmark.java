package io.pushsim.benchmark;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the served simulator against {@link BareServer}, in turn and driven by the same client:
 * {@code wrk}, which must be on the PATH. Then, at a fixed rate, how long an Invoke takes.
 *
 * <p>Arguments: seconds of a run (10), rounds (5). Needs what {@code mvn package} builds.
 */
public final class ServeBenchmark {
  private static final int BARE_PORT = 4599;
  private static final int PORT = 4598;
  private static final int CONNECTIONS = 32;
  private static final int RATE_OF_HALF = 5000;
  private static final String HANDLER =
      "console.log('Loading function'); exports.handler = function(event, context, callback) {"
          + " console.log('value1 =', event.key1); console.log('value2 =', event.key2);"
          + " console.log('value3 =', event.key3); callback(null, \"message\"); };";

  private static final Buffer EVENT = Buffer.buffer("{\"key1\":\"value1\"}");

  private ServeBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments seconds of a run, rounds
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    try (Served bare = Served.bare(BARE_PORT);
        Served pushsim = Served.pushsim(PORT, "--ephemeral")) {
      pushsim.createFunction(HANDLER);
      String getAlias = "/2015-03-31/functions/helloworld/aliases/PROD";
      compare("GetAlias", "get.lua", bare.url(getAlias), pushsim.url(getAlias), seconds, rounds);
      String invoke = "/2015-03-31/functions/helloworld/invocations?Qualifier=PROD";
      compare("Invoke", "invoke.lua", bare.url(invoke), pushsim.url(invoke), seconds, rounds);
      System.out.println(
          "Invoke at "
              + RATE_OF_HALF
              + "/s: "
              + FixedRate.measure(pushsim.url(invoke), RATE_OF_HALF, seconds, number -> EVENT));
    }
  }

  private static void compare(
      String what, String script, URI bareUrl, URI ourUrl, int seconds, int rounds)
      throws IOException, InterruptedException {
    Wrk.drive(script, ourUrl, CONNECTIONS, seconds);
    Wrk.drive(script, bareUrl, CONNECTIONS, seconds);
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      bare.add(Wrk.drive(script, bareUrl, CONNECTIONS, seconds).perSecond());
      ours.add(Wrk.drive(script, ourUrl, CONNECTIONS, seconds).perSecond());
      ratios.add(ours.get(i) / bare.get(i));
    }
    System.out.printf(
        "%s: %s/s, bare %s/s, ratio %s%n",
        what, Figures.told(ours, "%.0f"), Figures.told(bare, "%.0f"), Figures.told(ratios, "%.2f"));
  }
}
