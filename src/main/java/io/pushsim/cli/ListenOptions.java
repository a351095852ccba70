package io.pushsim.cli;

import io.pushsim.bucket.Bucket;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.listen.ListenedServer;
import io.pushsim.eventsource.remote.RemoteSettings;
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
   * @throws SimulatorException InvalidInput where they do not go together
   */
  EventSources sources(Optional<S3Settings> s3, String region) {
    if (buckets.isEmpty()) {
      return new EventSources(nativeEvents, Optional.empty(), Chaos.NONE);
    }
    List<String> names = buckets.stream().map(String::strip).toList();
    check(names);
    RemoteSettings server =
        s3.orElseThrow(() -> missing(names, "there is no server to listen to")).server();
    RemoteSettings.Keys keys =
        server
            .keys()
            .orElseThrow(() -> missing(names, "--s3-access-key and --s3-secret-key are missing"));
    return new EventSources(
        nativeEvents,
        Optional.of(
            new ListenedServer(
                server.endpoint(), keys.accessKey(), keys.secretKey(), region, names)),
        Chaos.NONE);
  }

  private static void check(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!Bucket.isName(name)) {
        throw wrong("--listen is %s; '%s' can be no bucket's name".formatted(names, name));
      }
      if (!seen.add(name)) {
        throw wrong("--listen is %s; '%s' is listened to once".formatted(names, name));
      }
    }
  }

  private static SimulatorException missing(List<String> names, String what) {
    return wrong("--listen is %s, but %s; %s".formatted(names, what, NEEDED));
  }

  private static SimulatorException wrong(String message) {
    return new SimulatorException(ErrorCode.INVALID_INPUT, message);
  }
}
