package io.pushsim.cli;

import io.pushsim.eventsource.remote.RemoteS3;
import io.pushsim.eventsource.remote.WebhookTarget;
import io.pushsim.time.IsoTime;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code pushsim serve} says when it has begun to listen.
 *
 * @param scenario whose set-up stands
 */
record ServeBanner(ServeSettings settings, Optional<Path> scenario, int port, StartReport found) {
  private static final int PATHS = 20;

  void print(Terminal terminal) {
    PrintWriter out = terminal.out();
    out.println("pushsim listens on " + endpoint());
    out.println();
    out.println("  export AWS_ENDPOINT_URL=" + endpoint());
    out.println();
    row(out, "callers", callers());
    row(out, "account, region", settings.home().account() + ", " + settings.home().region());
    time().ifPresent(time -> row(out, "simulated time", time));
    if (!settings.buckets().isEmpty()) {
      row(out, "bucket owners", owners());
    }
    scenario.ifPresent(file -> row(out, "stands", "what " + file + " sets up"));
    row(out, "data", data());
    if (settings.s3().isEmpty()) {
      row(out, "objects", objects());
    }
    row(
        out,
        "its own paths",
        endpoint()
            + "/_pushsim/"
            + settings.access().webhookToken().map(token -> " (ask for the token)").orElse(""));
    row(out, "webhook", settings.webhook(port).endpoint());
    settings
        .sources()
        .listened()
        .ifPresent(
            server ->
                row(
                    out,
                    "listens to",
                    String.join(", ", server.buckets()) + " at " + server.endpoint()));
    if (settings.sources().nativeEvents()) {
      row(out, "handlers get", "events as their S3 servers wrote them");
    }
    Chaos chaos = settings.sources().chaos();
    if (!chaos.isNone()) {
      row(out, "faults", "%s (--chaos-seed %d)".formatted(chaos.text(), chaos.seed()));
    }
    settings.s3().ifPresent(behind -> printServer(out, behind));
    out.println();
    out.println("Ctrl-C stops it.");
    out.flush();
  }

  private String callers() {
    return settings
        .access()
        .keys()
        .map(keys -> "those who sign with one of %d keys".formatted(keys.size()))
        .orElse("any credentials; an access key id of 12 digits is that account");
  }

  /** Only of what is not the machine's time. */
  private Optional<String> time() {
    List<String> words = new ArrayList<>();
    found
        .ahead()
        .ifPresent(
            start ->
                words.add(
                    "goes on at %s, where the data's ended"
                        .formatted(IsoTime.milliseconds(start))));
    if (!settings.behaviour().timeScale().isReal()) {
      words.add(
          "passes %s times as fast as the machine's".formatted(settings.behaviour().timeScale()));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
  }

  private String data() {
    String events = found.resumed() == 1 ? "1 event" : found.resumed() + " events";
    return settings
        .data()
        .map(
            folder ->
                folder + (found.resumed() == 0 ? "" : " (going on with %s)".formatted(events)))
        .orElse("in memory: gone when pushsim ends");
  }

  private String objects() {
    return found
        .objects()
        .map(folder -> "pushsim's own S3, in " + folder)
        .orElse(
            "pushsim's own S3, in memory, up to %d MB"
                .formatted(EmbeddedObjects.mostBytes() >> 20));
  }

  private String owners() {
    return settings.buckets().stream()
        .map(bucket -> bucket.name() + " " + bucket.owner())
        .collect(Collectors.joining(", "));
  }

  private static void row(PrintWriter out, String name, String value) {
    out.println("  " + name + " ".repeat(PATHS - name.length()) + value);
  }

  private String endpoint() {
    return settings.address(port).endpoint();
  }

  private void printServer(PrintWriter out, S3Settings behind) {
    row(
        out,
        "S3 server",
        behind.server().endpoint() + found.s3().map(ServeBanner::state).orElse(""));
    WebhookTarget target = settings.webhook(port);
    out.println();
    out.println("  A MinIO server sends events here once it has in its environment:");
    out.println();
    target.variables().forEach(variable -> out.println("    " + variable));
    out.println("    " + target.queueVariable() + "   (keeps events while pushsim is away)");
  }

  private static String state(RemoteS3.Report report) {
    return switch (report.readiness()) {
      case READY -> report.detail().isEmpty() ? " (answers)" : " (" + report.detail() + ")";
      case KEYS_REFUSED -> " (refuses the keys)";
      case UNREACHABLE -> " (does not answer: " + report.detail() + ")";
    };
  }
}
