package io.pushsim.api.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.cli.S3Settings;
import io.pushsim.cli.ServeSettings;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** pushsim before a server that does what a test says. */
abstract class FrontWorld {
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  Backend backend;
  LiveServer server;

  @BeforeEach
  void start() throws IOException {
    backend = new Backend();
    server = new LiveServer(before(backend));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    backend.close();
    assertThat(server.faults()).isEmpty();
  }

  static ServeSettings before(Backend backend, String... domains) {
    return ServeSettings.onFreePort()
        .withS3(
            new S3Settings(
                RemoteSettings.of(backend.address(), Optional.empty()), Set.of(domains)));
  }

  RawConnection client() throws IOException {
    return new RawConnection(server.port());
  }

  RawConnection send(String firstLine, String... headers) throws IOException {
    return client()
        .send(
            "%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                .formatted(firstLine, String.join("", headers)));
  }
}
