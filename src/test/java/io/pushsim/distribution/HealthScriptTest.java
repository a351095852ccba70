package io.pushsim.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.pushsim.api.access.WebhookToken;
import io.pushsim.cli.ServeAccess;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.Launched;
import io.pushsim.testing.LiveServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The health check of the image, which must do with what a bare image has. */
class HealthScriptTest {
  private static final ServeAccess GUARDED =
      new ServeAccess(Optional.empty(), Optional.of(WebhookToken.of("secret")), List.of());

  @Test
  void isContent_whenPushsimAnswers() {
    try (LiveServer server = new LiveServer(ServeSettings.onFreePort().withAccess(GUARDED))) {
      Launched health = health(server.port());

      assertThat(health).isEqualTo(new Launched(0, "", ""));
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void complains_whenItIsAnsweredOtherwise() throws IOException {
    HttpServer other = HttpServer.create(loopback(), 0);
    other.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    other.start();
    try {
      Launched health = health(other.getAddress().getPort());

      assertThat(health.exitCode()).isEqualTo(1);
      assertThat(health.err()).isEqualTo("pushsim answers HTTP/1.1 503 Service Unavailable\n");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void complains_whenNobodyAnswers() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket()) {
      closed.bind(loopback());
      port = closed.getLocalPort();
    }

    assertThat(health(port).exitCode()).isNotZero();
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static Launched health(int port) {
    return Launched.start(
            List.of("bash", "src/docker/health"),
            Map.of("PUSHSIM_PORT", Integer.toString(port)),
            Path.of("."))
        .await();
  }
}
