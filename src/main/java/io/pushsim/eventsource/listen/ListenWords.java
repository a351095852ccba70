package io.pushsim.eventsource.listen;

import io.pushsim.eventsource.remote.WebhookTarget;
import io.pushsim.time.IsoTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What people are told of the listen stream of one bucket. */
record ListenWords(String bucket, ListenedServer server) {
  private static final String WEBHOOK =
      "let the server post to pushsim's webhook (%s=on, %s, with a %s)"
          .formatted(
              WebhookTarget.variable("ENABLE"),
              WebhookTarget.variable("ENDPOINT"),
              WebhookTarget.variable("QUEUE_DIR"));

  String begun() {
    return stream() + " is open.";
  }

  String unable(String reason) {
    return "cannot listen to the bucket '%s' at %s: %s. It tries again."
        .formatted(bucket, server.endpoint(), reason);
  }

  String givenUp(String reason) {
    return "cannot listen to the bucket '%s' at %s and gives it up: %s. Then start pushsim anew."
        .formatted(bucket, server.endpoint(), reason);
  }

  String interrupted(String reason) {
    return "%s was interrupted: %s. It is opened again.".formatted(stream(), reason);
  }

  /**
   * @param from when it last spoke
   * @param to when it was open again
   */
  String gap(Instant from, Instant to) {
    return "%s is open again: events between %s and %s may be missing: MinIO keeps none for who does not listen. Where none may get lost, %s."
        .formatted(stream(), IsoTime.milliseconds(from), IsoTime.milliseconds(to), WEBHOOK);
  }

  /** Why a stream was ended here. */
  String cut(Duration silence) {
    return "no sign of life for " + seconds(silence);
  }

  String silent(Duration since, Duration ping) {
    return "%s has given no sign of life for %s, one is due every %s: the server may hold its events back, as MinIO does that was built from its last commits, after RELEASE.2025-10-15. They come late, then; instead, %s."
        .formatted(stream(), seconds(since), seconds(ping), WEBHOOK);
  }

  String unreadable(String reason) {
    return "%s said what is no event, which is passed over: %s".formatted(stream(), reason);
  }

  /**
   * @param waiting how many events wait
   */
  String held(int waiting) {
    return String.format(
        Locale.ROOT,
        "%s is not read on while %,d of its events wait for the journal: the server drops what it cannot send. Where none may get lost, %s.",
        stream(),
        waiting,
        WEBHOOK);
  }

  String lost(Throwable reason) {
    return "%s brought an event that cannot be kept, so it is lost: %s"
        .formatted(stream(), reason.getMessage());
  }

  private static String seconds(Duration time) {
    return "%s s".formatted(time.toMillis() / 1000.0);
  }

  private String stream() {
    return "The listen stream of the bucket '%s' at %s".formatted(bucket, server.endpoint());
  }
}
