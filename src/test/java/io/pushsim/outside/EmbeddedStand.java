package io.pushsim.outside;

import io.pushsim.api.access.CredentialsFile;
import io.pushsim.cli.ServeAccess;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** pushsim alone, which keeps the objects itself and demands signatures. */
record EmbeddedStand(LiveServer pushsim, Set<S3Capability> capabilities) implements S3Stand {
  // As the clients of a LiveServer have it.
  private static final String SECRET_KEY = "secret";

  static EmbeddedStand of(ServeSettings settings, Path folder, Set<S3Capability> capabilities)
      throws IOException {
    Path credentials =
        Files.writeString(
            folder.resolve("credentials"),
            "[%s]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                .formatted(LiveServer.ACCOUNT, LiveServer.ACCOUNT, SECRET_KEY));
    return new EmbeddedStand(
        new LiveServer(
            settings.withAccess(
                new ServeAccess(
                    Optional.of(CredentialsFile.read(credentials)), Optional.empty(), List.of()))),
        capabilities);
  }

  @Override
  public String accessKey() {
    return LiveServer.ACCOUNT;
  }

  @Override
  public String secretKey() {
    return SECRET_KEY;
  }

  @Override
  public String region() {
    return LiveServer.REGION;
  }

  @Override
  public void stopServer() {
    throw new IllegalStateException("it is pushsim itself");
  }

  @Override
  public void startServer() {
    throw new IllegalStateException("it is pushsim itself");
  }

  @Override
  public void close() {
    pushsim.close();
  }
}
