package io.pushsim.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.api.http.ClientLimits;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients may take of time, connections and memory; with limits that are short. */
class SlowClientsTest {
  private static final String LIST =
      "GET /2015-03-31/functions HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final int KILO = 1024;
  private static final ClientLimits SHORT =
      new ClientLimits(
          6,
          Duration.ofMillis(300),
          Duration.ofMillis(600),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          1000 * KILO,
          Duration.ofMillis(300),
          1000 * KILO);

  private LiveServer server;

  @BeforeEach
  void start() {
    server = new LiveServer(ServeSettings.onFreePort().withLimits(SHORT));
  }

  @AfterEach
  void stop() {
    awaits(() -> server.connections() == 0);
    assertThat(server.bodyBytes()).isZero();
    assertThat(server.faults()).isEmpty();
    server.close();
  }

  @Test
  void closes_whenNothingIsSent() throws IOException {
    try (RawConnection connection = connect()) {
      assertThat(connection.read("GET")).isEmpty();
    }
  }

  @Test
  void answers408_whenAHeadDoesNotEnd() throws IOException {
    try (RawConnection first = connect("GET / HTTP/1.1\r\n");
        RawConnection second = connect(LIST)) {
      assertThat(second.read().status()).isEqualTo(200);
      second.send("G");

      assertThat(first.read().status()).isEqualTo(408);
      assertThat(second.read().header("x-amzn-errortype")).hasValue("RequestTimeoutException");
      assertThat(first.isClosed()).isTrue();
      assertThat(second.isClosed()).isTrue();
    }
  }

  @Test
  void answers408_whenAHeadComesByteByByte() throws Exception {
    try (RawConnection connection = connect()) {
      boolean answered = false;
      for (int i = 0; i < 100 && !answered; i++) {
        connection.send(i == 0 ? "GET / HTTP/1.1\r\nX: " : "a");
        connection.timeout(Duration.ofMillis(20));
        answered = answer(connection).filter(answer -> answer.status() == 408).isPresent();
      }
      assertThat(answered).isTrue();
    }
  }

  private static Optional<RawConnection.Answer> answer(RawConnection connection)
      throws IOException {
    try {
      return connection.read("GET");
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
  }

  @Test
  void closes_whenAConnectionIsIdle() throws IOException {
    try (RawConnection connection = connect(LIST)) {
      assertThat(connection.read().status()).isEqualTo(200);
      long answered = System.nanoTime();

      assertThat(connection.read("GET")).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - answered))
          .isGreaterThan(Duration.ofMillis(550));
    }
  }

  @Test
  void answers408_whenABodyStops() throws IOException {
    try (RawConnection connection = connect(create(2000) + "{\"a\":")) {
      awaits(() -> server.bodyBytes() == 2000);

      assertThat(connection.read().status()).isEqualTo(408);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void waitsForABody_whenItComesAtTheLeastRate() throws Exception {
    String part = " ".repeat(100 * KILO);
    try (RawConnection connection = connect(create(8 * part.length() + 2))) {
      for (int i = 0; i < 8; i++) {
        connection.send(part);
        Thread.sleep(80);
      }

      assertThat(connection.send("{}").read().status()).isEqualTo(400);
    }
  }

  @Test
  void waitsForPushsim_howeverLongItTakes() throws IOException {
    String code =
        Base64.getEncoder()
            .encodeToString(
                Zips.ofHandler("new Promise(done => setTimeout(() => done('done'), 1500))"));
    String function =
        "{\"FunctionName\":\"f\",\"Runtime\":\"nodejs22.x\",\"Handler\":\"index.handler\","
            + "\"Role\":\"arn:aws:iam::111111111111:role/any\",\"Code\":{\"ZipFile\":\"%s\"}}"
                .formatted(code);
    try (RawConnection connection = connect(create(function.length()) + function)) {
      assertThat(connection.read().status()).isEqualTo(201);

      // The next request waits behind it, half of it sent.
      connection.send(
          "POST /2015-03-31/functions/f/invocations HTTP/1.1\r\nHost: localhost\r\n\r\n"
              + create(2)
              + "{");

      assertThat(connection.read().body()).isEqualTo("\"done\"");
      assertThat(connection.send("}").read().status()).isEqualTo(400);
    }
  }

  @Test
  void closes_whenAnAnswerIsNotRead() throws Exception {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      requests.append("GET /" + "a".repeat(1000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    byte[] flood = requests.toString().getBytes(UTF_8);
    try (RawConnection connection = new RawConnection(server.port(), 4 * KILO)) {
      Thread sender =
          new Thread(
              () -> {
                try {
                  connection.send(flood);
                } catch (IOException e) {
                  // What this is about: the connection is closed while this end still sends.
                }
              });
      sender.start();
      awaits(() -> server.connections() == 1);
      awaits(() -> server.connections() == 0);
      sender.join(5_000);
      assertThat(sender.isAlive()).isFalse();
    }
  }

  @Test
  void refuses_whenTheMemoryForBodiesIsTaken() throws IOException {
    try (RawConnection first = connect(create(900 * KILO));
        RawConnection second = connect()) {
      awaits(() -> server.bodyBytes() == 900 * KILO);

      RawConnection.Answer refused = second.send(create(200 * KILO)).read();

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("retry-after")).hasValue("1");
      assertThat(refused.body())
          .isEqualTo(
              "{\"Reason\":\"CallerRateLimitExceeded\",\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}");
      assertThat(server.bodyBytes()).isEqualTo(900 * KILO);
      assertThat(first.send(" ".repeat(900 * KILO)).read().status()).isEqualTo(400);
    }
  }

  @Test
  void refuses_whenChunksTakeMoreThanTheMemoryForBodies() throws IOException {
    String chunk = "19000\r\n" + " ".repeat(0x19000) + "\r\n";
    try (RawConnection connection =
        connect(
            "POST /2015-03-31/functions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")) {
      connection.send(chunk.repeat(11));

      assertThat(connection.read().status()).isEqualTo(429);
      awaits(() -> server.bodyBytes() == 0);
    }
  }

  @Test
  void saysHowToGetMoreMemory_whenABodyCannotEverBeTaken() throws IOException {
    try (RawConnection connection = connect(create(2000 * KILO))) {
      RawConnection.Answer refused = connection.read();

      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.body()).contains("start it with a larger heap");
    }
  }

  @Test
  void givesMemoryBack_whenTheClientGoes() throws IOException {
    RawConnection resets = connect(create(300 * KILO) + "{");
    RawConnection closes = connect(create(300 * KILO) + "{");
    awaits(() -> server.bodyBytes() == 600 * KILO);

    resets.reset();
    closes.close();

    awaits(() -> server.bodyBytes() == 0);
  }

  @Test
  void makesRoom_whenThereAreAsManyConnectionsAsMayBe() throws IOException {
    List<RawConnection> connections = new ArrayList<>();
    for (int i = 0; i < SHORT.connections(); i++) {
      RawConnection connection = connect(LIST);
      assertThat(connection.read().status()).isEqualTo(200);
      connections.add(connection);
    }
    try (RawConnection next = connect(LIST)) {
      assertThat(next.read().status()).isEqualTo(200);
      assertThat(connections.get(0).isClosed()).isTrue();
    }
    for (RawConnection connection : connections) {
      connection.close();
    }
  }

  @Test
  void closesTheNewConnection_whenNoOtherIsIdle() throws IOException {
    List<RawConnection> connections = new ArrayList<>();
    for (int i = 0; i < SHORT.connections(); i++) {
      connections.add(connect("GET"));
    }
    awaits(() -> server.connections() == SHORT.connections());
    try (RawConnection next = connect()) {
      assertThat(next.isClosed()).isTrue();
    }
    for (RawConnection connection : connections) {
      connection.close();
    }
  }

  private RawConnection connect() throws IOException {
    return new RawConnection(server.port());
  }

  private RawConnection connect(String text) throws IOException {
    return connect().send(text);
  }

  private static String create(int length) {
    return "POST /2015-03-31/functions HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
        .formatted(length);
  }

  private static void awaits(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
