package io.pushsim.cli;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.remote.RemoteSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The S3 server behind pushsim. */
final class S3Options {
  /** The S3 within pushsim. */
  private static final String EMBEDDED = "embedded";

  @Option(
      names = "--s3",
      paramLabel = "URL|embedded",
      description =
          "The S3 server behind pushsim, http://HOST:PORT: it gets all requests of S3's but those"
              + " about notification configurations; or embedded: pushsim keeps the objects itself"
              + " (default: embedded).")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--s3-access-key",
      paramLabel = "KEY",
      description = "What pushsim itself signs with when it asks the S3 server.")
  private Optional<String> accessKey = Optional.empty();

  @Option(
      names = "--s3-secret-key",
      paramLabel = "SECRET",
      description = "The secret of --s3-access-key.")
  private Optional<String> secretKey = Optional.empty();

  @Option(
      names = "--s3-domain",
      paramLabel = "NAME",
      split = ",",
      description =
          "A name of pushsim's before which the S3 server knows buckets, as in BUCKET.NAME"
              + " (default: none; buckets are addressed by path).")
  private List<String> domains = List.of();

  /**
   * What these options say together, where there is a server behind.
   *
   * @throws SimulatorException InvalidInput where the options do not go together
   */
  Optional<S3Settings> settings() {
    if (accessKey.isPresent() != secretKey.isPresent()) {
      throw wrong(
          "--s3-access-key and --s3-secret-key go together: give both, or none to pass requests on alone");
    }
    Optional<String> server = address.filter(url -> !url.equals(EMBEDDED));
    if (server.isEmpty() && (accessKey.isPresent() || !domains.isEmpty())) {
      throw wrong(
          "--s3-access-key, --s3-secret-key and --s3-domain are about the server that --s3 names: give --s3 http://HOST:PORT too");
    }
    Optional<RemoteSettings.Keys> keys =
        accessKey.map(access -> new RemoteSettings.Keys(access, secretKey.orElseThrow()));
    return server.map(url -> new S3Settings(RemoteSettings.of(url, keys), new HashSet<>(domains)));
  }

  private static SimulatorException wrong(String message) {
    return new SimulatorException(ErrorCode.INVALID_INPUT, message);
  }
}
