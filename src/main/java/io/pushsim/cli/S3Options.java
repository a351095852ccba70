package io.pushsim.cli;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.remote.RemoteSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What the options of {@code serve} say of the S3 server behind, as they are given. */
record S3Options(
    Optional<String> address,
    Optional<String> accessKey,
    Optional<String> secretKey,
    List<String> domains) {
  /** The S3 within pushsim. */
  private static final String EMBEDDED = "embedded";

  /**
   * The settings, where there is a server behind.
   *
   * @throws SimulatorException InvalidInput where the options do not go together
   */
  Optional<S3Settings> settings() {
    if (accessKey.isPresent() != secretKey.isPresent()) {
      throw wrong(
          "--s3-access-key and --s3-secret-key go together: give both, or none to pass requests on alone");
    }
    boolean isEmbedded = address.filter(EMBEDDED::equals).isPresent();
    if ((address.isEmpty() || isEmbedded) && (accessKey.isPresent() || !domains.isEmpty())) {
      throw wrong(
          "--s3-access-key, --s3-secret-key and --s3-domain are about the server that --s3 names: give --s3 http://HOST:PORT too");
    }
    Optional<RemoteSettings.Keys> keys =
        accessKey.map(access -> new RemoteSettings.Keys(access, secretKey.orElseThrow()));
    return address
        .filter(url -> !isEmbedded)
        .map(url -> new S3Settings(RemoteSettings.of(url, keys), new HashSet<>(domains)));
  }

  private static SimulatorException wrong(String message) {
    return new SimulatorException(ErrorCode.INVALID_INPUT, message);
  }
}
