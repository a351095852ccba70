package io.pushsim.cli;

import io.pushsim.bucket.Bucket;
import io.pushsim.eventsource.listen.ListenedServer;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is heard of S3 servers beside the webhook, and how it is handed on. */
final class ListenOptions {
  private static final String NEEDED =
      "give --s3 http://HOST:PORT of a MinIO server, --s3-access-key and --s3-secret-key";

  @Option(
      names = "--listen",
      paramLabel = "BUCKET",
      arity = "1..*",
      split = ",",
      description =
          "Listen to these buckets of the MinIO server that --s3 names, which needs nothing"
              + " configured there (default: what servers post to the webhook alone).")
  private List<String> buckets = List.of();

  @Option(
      names = "--native-events",
      description =
          "Give handlers each record as its S3 server wrote it (default: as AWS S3 would).")
  private boolean nativeEvents;

  /**
   * What these options and those of the S3 server say together.
   *
   * @param region for which requests are signed
   * @throws IllegalArgumentException where they cannot be
   */
  EventSources sources(S3Options s3, String region) {
    Optional<URI> endpoint = s3.endpoint();
    return new EventSources(
        nativeEvents,
        buckets.isEmpty() ? Optional.empty() : Optional.of(listened(s3, endpoint, region)));
  }

  private ListenedServer listened(S3Options s3, Optional<URI> endpoint, String region) {
    List<String> names = buckets.stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!Bucket.isName(name)) {
        throw new IllegalArgumentException(
            "--listen is %s; '%s' can be no bucket's name".formatted(names, name));
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "--listen is %s; '%s' is listened to once".formatted(names, name));
      }
    }
    return new ListenedServer(
        endpoint.orElseThrow(() -> missing(names, "there is no server to listen to")),
        s3.accessKey().orElseThrow(() -> missing(names, "--s3-access-key is missing")),
        s3.secretKey().orElseThrow(() -> missing(names, "--s3-secret-key is missing")),
        region,
        names);
  }

  private static IllegalArgumentException missing(List<String> names, String what) {
    return new IllegalArgumentException(
        "--listen is %s, but %s; %s".formatted(names, what, NEEDED));
  }
}
