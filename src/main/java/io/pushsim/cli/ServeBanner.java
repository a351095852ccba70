package io.pushsim.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;

/** What {@code pushsim serve} says when it has begun to listen. */
record ServeBanner(LiveSimulator.Settings settings, int port) {
  private static final int PATHS = 20;

  void print(Terminal terminal) {
    PrintWriter out = terminal.out();
    out.println("pushsim listens on " + endpoint());
    out.println();
    out.println("  export AWS_ENDPOINT_URL=" + endpoint());
    out.println();
    row(out, "callers", callers());
    row(out, "account, region", settings.home().account() + ", " + settings.home().region());
    if (!settings.buckets().isEmpty()) {
      row(out, "bucket owners", owners());
    }
    row(
        out,
        "objects",
        "pushsim's own S3, up to %d MB".formatted(EmbeddedObjects.mostBytes() >> 20));
    row(out, "data", "in memory: gone when pushsim ends");
    row(
        out,
        "its own paths",
        endpoint()
            + "/_pushsim/"
            + settings.access().webhookToken().map(token -> " (ask for the token)").orElse(""));
    row(out, "webhook", endpoint() + "/_pushsim/events");
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

  private String owners() {
    return settings.buckets().stream()
        .map(bucket -> bucket.name() + " " + bucket.owner())
        .collect(Collectors.joining(", "));
  }

  private static void row(PrintWriter out, String name, String value) {
    out.println("  " + name + " ".repeat(PATHS - name.length()) + value);
  }

  private String endpoint() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return "http://%s:%d".formatted(host, port);
  }
}
