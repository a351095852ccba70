package io.pushsim.benchmark;

import io.pushsim.api.Zips;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the served simulator against {@link BareServer}, in turn and driven by the same client:
 * {@code wrk}, which must be on the PATH. Then, at a fixed rate, how long an Invoke takes.
 *
 * <p>Arguments: seconds of a run (10), rounds (5). Needs what {@code mvn package} builds.
 */
public final class ServeBenchmark {
  private static final Path LAUNCHER = Path.of("target/pushsim/bin/pushsim");
  private static final Path SCRIPTS = Path.of("src/test/resources/benchmark");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern FAILED = Pattern.compile("Non-2xx|Socket errors");
  private static final int BARE_PORT = 4599;
  private static final int PORT = 4598;
  private static final int RATE_OF_HALF = 5000;
  private static final String HANDLER =
      "console.log('Loading function'); exports.handler = function(event, context, callback) {"
          + " console.log('value1 =', event.key1); console.log('value2 =', event.key2);"
          + " console.log('value3 =', event.key3); callback(null, \"message\"); };";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private ServeBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments seconds of a run, rounds
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Process bare =
        start("java", "-cp", System.getProperty("java.class.path"), bareServer(), "" + BARE_PORT);
    Process served = start(LAUNCHER.toString(), "serve", "--ephemeral", "--port", "" + PORT);
    try {
      awaitPort(BARE_PORT);
      awaitPort(PORT);
      create();
      compare(
          "GetAlias", "get.lua", "/2015-03-31/functions/helloworld/aliases/PROD", seconds, rounds);
      String invoke = "/2015-03-31/functions/helloworld/invocations?Qualifier=PROD";
      compare("Invoke", "invoke.lua", invoke, seconds, rounds);
      System.out.println(
          "Invoke at "
              + RATE_OF_HALF
              + "/s: "
              + FixedRate.measure(url(PORT, invoke), RATE_OF_HALF, seconds));
    } finally {
      bare.destroy();
      served.destroy();
    }
  }

  private static String bareServer() {
    return BareServer.class.getName();
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void awaitPort(int port) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      try {
        send(HttpRequest.newBuilder(url(port, "/2015-03-31/functions")).GET().build());
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("nothing answers on port " + port);
  }

  private static void create() throws IOException, InterruptedException {
    post(
        "/2015-03-31/functions",
        """
        {"FunctionName":"helloworld","Runtime":"nodejs22.x","Handler":"helloworld.handler","Publish":true,
         "Role":"arn:aws:iam::111111111111:role/any","Code":{"ZipFile":"%s"}}"""
            .formatted(Base64.getEncoder().encodeToString(Zips.of("helloworld.js", HANDLER))));
    post(
        "/2015-03-31/functions/helloworld/aliases",
        "{\"Name\":\"PROD\",\"FunctionVersion\":\"1\"}");
  }

  private static void post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(url(PORT, path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() != 201) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static URI url(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static void compare(String what, String script, String path, int seconds, int rounds)
      throws IOException, InterruptedException {
    drive(script, url(PORT, path), seconds);
    drive(script, url(BARE_PORT, path), seconds);
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      bare.add(drive(script, url(BARE_PORT, path), seconds));
      ours.add(drive(script, url(PORT, path), seconds));
      ratios.add(ours.get(i) / bare.get(i));
    }
    System.out.printf(
        "%s: %.0f/s (%s), bare %.0f/s (%s), ratio %.2f (%s)%n",
        what,
        median(ours),
        rounded(ours, "%.0f"),
        median(bare),
        rounded(bare, "%.0f"),
        median(ratios),
        rounded(ratios, "%.2f"));
  }

  private static double drive(String script, URI url, int seconds)
      throws IOException, InterruptedException {
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "-t1",
                "-c32",
                "-d" + seconds + "s",
                "-s",
                SCRIPTS.resolve(script).toString(),
                url.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher rate = RATE.matcher(told);
    if (wrk.waitFor() != 0 || !rate.find() || FAILED.matcher(told).find()) {
      throw new IOException("wrk did not get through:\n" + told);
    }
    return Double.parseDouble(rate.group(1));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String rounded(List<Double> values, String format) {
    return Arrays.toString(values.stream().map(format::formatted).toArray());
  }
}
