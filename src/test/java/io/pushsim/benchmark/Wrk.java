package io.pushsim.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drives a server with {@code wrk}: one thread, as fast as it answers. */
final class Wrk {
  private static final Path SCRIPTS = Path.of("src/test/resources/benchmark");
  private static final Pattern COUNT = Pattern.compile("([0-9]+) requests in ([0-9.]+)s");
  private static final Pattern FAILED = Pattern.compile("Non-2xx|Socket errors");

  private static int runs;

  private Wrk() {}

  /** What it did. */
  record Run(long requests, double seconds) {
    double perSecond() {
      return requests / seconds;
    }
  }

  /** Sends what a script says. */
  static Run drive(String script, URI url, int connections, int seconds)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "-s",
                SCRIPTS.resolve(script).toString(),
                url.toString())
            .redirectErrorStream(true);
    runs++;
    command.environment().put("PUSHSIM_RUN", Integer.toString(runs));
    Process wrk = command.start();
    String told = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher count = COUNT.matcher(told);
    if (wrk.waitFor() != 0 || !count.find() || FAILED.matcher(told).find()) {
      throw new IOException("wrk did not get through:\n" + told);
    }
    return new Run(Long.parseLong(count.group(1)), Double.parseDouble(count.group(2)));
  }
}
