package io.pushsim.cli;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which S3 server stands behind pushsim, and how it is spoken to. */
final class S3Options {
  private static final String EMBEDDED = "embedded";

  @Option(
      names = "--s3",
      paramLabel = "URL|embedded",
      description =
          "The S3 server behind pushsim, such as http://127.0.0.1:9000 (default: ${DEFAULT-VALUE}).")
  private String server = EMBEDDED;

  @Option(
      names = "--s3-access-key",
      paramLabel = "ID",
      description = "The access key by which pushsim itself speaks to that server.")
  private Optional<String> accessKey = Optional.empty();

  @Option(
      names = "--s3-secret-key",
      paramLabel = "SECRET",
      description = "The secret of that access key; better given as PUSHSIM_S3_SECRET_KEY.")
  private Optional<String> secretKey = Optional.empty();

  /**
   * Where the S3 server is; empty for the embedded one.
   *
   * @throws IllegalArgumentException where that is no address of one
   */
  Optional<URI> endpoint() {
    if (server.equals(EMBEDDED)) {
      return Optional.empty();
    }
    try {
      URI endpoint = URI.create(server);
      boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
      String path = String.valueOf(endpoint.getPath());
      if (web
          && endpoint.getHost() != null
          && endpoint.getUserInfo() == null
          && endpoint.getQuery() == null
          && endpoint.getFragment() == null
          && (path.isEmpty() || path.equals("/"))) {
        return Optional.of(endpoint);
      }
    } catch (IllegalArgumentException e) {
      throw noServer(e);
    }
    throw noServer(null);
  }

  private IllegalArgumentException noServer(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "--s3 is '%s'; write http://HOST:PORT of an S3 server, or embedded".formatted(server),
        cause);
  }

  Optional<String> accessKey() {
    return accessKey;
  }

  Optional<String> secretKey() {
    return secretKey;
  }
}
