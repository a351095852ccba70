package io.pushsim.api.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.api.front.Backend.Connection;
import io.pushsim.api.http.ClientLimits;
import io.pushsim.cli.S3Settings;
import io.pushsim.cli.ServeSettings;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to the front goes to the server behind byte by byte, and back; and who goes away. */
@Timeout(60)
class FrontTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final int LARGE = 20_000_000;

  private Backend backend;
  private LiveServer server;

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

  private static ServeSettings before(Backend backend, String... domains) {
    return ServeSettings.onFreePort()
        .withS3(
            new S3Settings(
                RemoteSettings.of(backend.address(), Optional.empty()), Set.of(domains)));
  }

  private RawConnection client() throws IOException {
    return new RawConnection(server.port());
  }

  private RawConnection send(String firstLine, String... headers) throws IOException {
    return client()
        .send(
            "%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                .formatted(firstLine, String.join("", headers)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bucket/a%20b//c+d%2Fe%2f%E2%82%AC/./../x~y",
        "/bucket?list-type=2&prefix=a%2Fb+c&empty=&&encoding-type=url",
        "/",
        "//bucket//",
        "/bucket/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AK%2F20260101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Signature=00"
      })
  void passesTheTargetAsItIs(String target) throws IOException {
    try (RawConnection client = send("GET " + target);
        Connection behind = backend.accept()) {
      assertThat(behind.head()).startsWith("GET " + target + " HTTP/1.1\r\n");
      behind.send(OK);
      assertThat(client.read().body()).isEqualTo("ok");
    }
  }

  @Test
  void passesHeadersAsTheyAre_butThoseOfOneConnection() throws IOException {
    try (RawConnection client =
            send(
                "GET /bucket/key",
                "x-AMZ-Meta-A:  one two \r\n",
                "Authorization: Whatever The Server Knows\r\n",
                "Accept-Encoding: identity\r\n",
                "Connection: X-Mine, keep-alive\r\n",
                "X-Mine: secret\r\n",
                "Keep-Alive: 5\r\n",
                "TE: trailers\r\n",
                "X-Twice: 1\r\n",
                "X-Twice: 2\r\n");
        Connection behind = backend.accept()) {
      String head = behind.head();
      assertThat(head.lines())
          .containsSequence(
              "Host: localhost",
              "x-AMZ-Meta-A: one two",
              "Authorization: Whatever The Server Knows",
              "Accept-Encoding: identity",
              "X-Twice: 1",
              "X-Twice: 2");
      assertThat(head).contains("Via: 1.1 pushsim-").doesNotContain("X-Mine", "Keep-Alive", "TE:");
      List<String> passing =
          List.of(
              "HTTP/1.1 206 Some Of It",
              "ETag: \"a\"",
              "X-Twice: 1",
              "X-Twice: 2",
              "Date: Thu, 01 Jan 2026 00:00:00 GMT",
              "Content-Range: bytes 0-1/9",
              "Content-Length: 2");
      List<String> sent = new ArrayList<>(passing);
      sent.addAll(3, List.of("Connection: X-Its", "X-Its: 1", "Keep-Alive: 5"));
      behind.send(String.join("\r\n", sent) + "\r\n\r\nok");
      String answer = String.join("\r\n", passing) + "\r\n\r\nok";
      assertThat(client.readText(answer.length())).isEqualTo(answer);
      client.shutdownOutput();
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void passesBodies_ofAKnownLengthAndInChunks() throws IOException {
    try (RawConnection client = send("PUT /bucket/key", "Content-Length: 5\r\n").send("hello");
        Connection behind = backend.accept()) {
      assertThat(behind.head()).contains("Content-Length: 5\r\n").doesNotContain("chunked");
      assertThat(behind.body(5)).isEqualTo("hello");
      behind.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
      String answer = firstAnswer(client, "0\r\n\r\n");
      assertThat(answer.toLowerCase(Locale.ROOT)).contains("transfer-encoding: chunked");
      assertThat(answer).endsWith("2\r\nok\r\n0\r\n\r\n");
      client.send(
          "PUT /bucket/key HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
      assertThat(behind.head().toLowerCase(Locale.ROOT))
          .contains("transfer-encoding: chunked")
          .doesNotContain("content-length");
      assertThat(behind.body(15)).isEqualTo("5\r\nhello\r\n0\r\n\r\n");
      behind.send(OK);
      assertThat(client.read().body()).isEqualTo("ok");
    }
  }

  private static String firstAnswer(RawConnection client, String end) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf(end) < 0) {
      answer.append(client.readSome());
    }
    return answer.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD 200", "GET 304", "DELETE 204"})
  void keepsTheConnection_whenAnAnswerHasNoBody(String methodAndStatus) throws IOException {
    String method = methodAndStatus.split(" ")[0];
    String status = methodAndStatus.split(" ")[1];
    String length = status.equals("204") ? "" : "Content-Length: 77\r\n";
    try (RawConnection client = client();
        Connection behind = sendAndAccept(client, method)) {
      for (int i = 0; i < 2; i++) {
        assertThat(behind.head()).startsWith(method);
        behind.send("HTTP/1.1 %s Told\r\n%s\r\n".formatted(status, length));
        RawConnection.Answer answer = client.read("HEAD").orElseThrow();
        assertThat(answer.status()).isEqualTo(Integer.parseInt(status));
        assertThat(answer.header("content-length"))
            .isEqualTo(length.isEmpty() ? Optional.empty() : Optional.of("77"));
        assertThat(answer.header("transfer-encoding")).isEmpty();
        if (i == 0) {
          client.send(method + " /bucket/key HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
      }
    }
  }

  private Connection sendAndAccept(RawConnection client, String method) throws IOException {
    client.send(method + " /bucket/key HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return backend.accept();
  }

  @Test
  void asksForTheBody_whenTheServerDoes() throws IOException {
    try (RawConnection client =
            send("PUT /bucket/key", "Content-Length: 5\r\n", "Expect: 100-continue\r\n");
        Connection behind = backend.accept()) {
      assertThat(behind.head()).contains("Expect: 100-continue\r\n");
      behind.send("HTTP/1.1 100 Continue\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(100);
      client.send("hello");
      assertThat(behind.body(5)).isEqualTo("hello");
      behind.send(OK);
      assertThat(client.read().body()).isEqualTo("ok");
    }
  }

  @Test
  void refusesWithoutTheBody_whenTheServerDoes() throws IOException {
    try (RawConnection client =
            send("PUT /bucket/key", "Content-Length: 5\r\n", "Expect: 100-continue\r\n");
        Connection behind = backend.accept()) {
      behind.head();
      behind.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
      RawConnection.Answer answer = client.read();
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.header("connection")).hasValue("close");
      assertThat(behind.isClosedByFront()).isTrue();
    }
  }

  @Test
  void passesAnAnswerOn_whenItComesBeforeTheBodyHas() throws IOException {
    try (RawConnection client = send("PUT /bucket/key", "Content-Length: 500\r\n").send("hello");
        Connection behind = backend.accept()) {
      behind.head();
      assertThat(behind.body(5)).isEqualTo("hello");
      behind.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
      assertThat(client.read().body()).isEqualTo("no");
      assertThat(behind.isClosedByFront()).isTrue();
    }
  }

  @Test
  void leavesTheServer_whenTheClientGoesWithinItsBody() throws IOException {
    try (RawConnection client = send("PUT /bucket/key", "Content-Length: 500\r\n").send("hello");
        Connection behind = backend.accept()) {
      behind.head();
      assertThat(behind.body(5)).isEqualTo("hello");
      client.reset();
      assertThat(behind.isClosedByFront()).isTrue();
    }
  }

  @Test
  void leavesTheServer_whenTheClientGoesWithinTheAnswer() throws IOException {
    try (RawConnection client = send("GET /bucket/key");
        Connection behind = backend.accept()) {
      behind.head();
      behind.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello");
      assertThat(client.readSome()).startsWith("HTTP/1.1 200 OK");
      client.reset();
      assertThat(behind.isClosedByFront()).isTrue();
    }
  }

  @Test
  void closes_whenTheServerGoesWithinItsAnswer() throws IOException {
    for (String framing : new String[] {"Content-Length: 500", "Transfer-Encoding: chunked"}) {
      try (RawConnection client = send("GET /bucket/key");
          Connection behind = backend.accept()) {
        behind.head();
        behind.send("HTTP/1.1 200 OK\r\n%s\r\n\r\n5\r\nhello\r\n".formatted(framing)).leave();
        String answer = client.readToEnd();
        assertThat(answer).contains("hello").doesNotContain("\r\n0\r\n");
      }
    }
  }

  @Test
  void answers503_whenTheServerGoesBeforeItsAnswer() throws IOException {
    try (RawConnection client = send("PUT /bucket/key", "Content-Length: 5\r\n").send("hello");
        Connection behind = backend.accept()) {
      behind.head();
      behind.leave();
      assertUnavailable(client.read());
      // The body was there, so the connection is good for a next request.
      client.send("GET /bucket/key HTTP/1.1\r\nHost: localhost\r\n\r\n");
      try (Connection next = backend.accept()) {
        next.head();
        next.send(OK);
        assertThat(client.read().body()).isEqualTo("ok");
      }
    }
  }

  @Test
  void answers503_whenTheServerCannotBeReached() throws IOException {
    backend.close();
    try (RawConnection client = send("GET /bucket/key")) {
      assertUnavailable(client.read());
    }
    try (RawConnection client = send("PUT /bucket/key", "Content-Length: 5000000\r\n")) {
      assertUnavailable(client.read());
    }
  }

  private void assertUnavailable(RawConnection.Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body())
        .contains(
            "<Code>ServiceUnavailable</Code>",
            "The S3 server at %s behind pushsim does not answer".formatted(backend.address()),
            "see that it runs, and that --s3 names it");
  }

  @Test
  void holdsTheClientBack_whenTheServerIsSlow_andDoesNotCallItSlow() throws Exception {
    ClientLimits usual = ClientLimits.defaults();
    ClientLimits strict =
        new ClientLimits(
            usual.connections(),
            usual.head(),
            usual.idle(),
            Duration.ofSeconds(2),
            usual.answer(),
            1_000_000_000,
            usual.linger(),
            usual.bodies());
    try (LiveServer impatient = new LiveServer(before(backend).withLimits(strict));
        RawConnection client = new RawConnection(impatient.port())) {
      Thread sender =
          new Thread(
              () -> {
                try {
                  client.send(
                      "PUT /bucket/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                          .formatted(LARGE));
                  client.send(new byte[LARGE]);
                } catch (IOException e) {
                  // It is answered before it has sent everything.
                }
              });
      sender.start();
      try (Connection behind = backend.accept();
          RawConnection slow = new RawConnection(impatient.port())) {
        behind.head();
        // Another client is really slow: by when it is told so, the first has waited as long.
        slow.send("PUT /bucket/slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n");
        try (Connection itsOwn = backend.accept()) {
          assertThat(slow.read().body()).contains("<Code>RequestTimeout</Code>");
          assertThat(itsOwn.isClosedByFront()).isTrue();
        }
        assertThat(sender.isAlive()).as("20 MB fit nowhere on the way").isTrue();
        behind.send(OK);
        assertThat(client.read().body()).isEqualTo("ok");
      }
      sender.join();
      assertThat(impatient.faults()).isEmpty();
    }
  }

  @RepeatedTest(50)
  void losesNothing_whenTheServerClosesBehindAnAnswerThatIsReadSlowly() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (RawConnection client = send("GET /bucket/key");
        Connection behind = backend.accept()) {
      behind.head();
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(() -> sendAndLeave(behind, "x".repeat(LARGE)));
      String some = client.readSome();
      int left = LARGE + some.indexOf("\r\n\r\n") + 4 - some.length();
      while (left > 0 && !some.isEmpty()) {
        // As slow as somebody who looks at what comes.
        digest.update(some.getBytes(StandardCharsets.ISO_8859_1));
        some = client.readSome();
        left -= some.length();
      }
      sent.get(10, TimeUnit.SECONDS);
      assertThat(left).isZero();
    }
  }

  private static void sendAndLeave(Connection behind, String body) {
    try {
      behind
          .send(
              "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                  .formatted(body.length()))
          .send(body)
          .leave();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void refusesABucketInTheHost_unlessTheServerKnowsTheDomain() throws IOException {
    String request = "GET /key HTTP/1.1\r\nHost: bucket.localhost:99\r\n\r\n";
    try (RawConnection client = client().send(request)) {
      assertThat(client.read().body())
          .contains(
              "<Code>InvalidRequest</Code>", "MINIO_DOMAIN=localhost", "--s3-domain localhost");
    }
    try (LiveServer knowing = new LiveServer(before(backend, "localhost"));
        RawConnection client = new RawConnection(knowing.port()).send(request);
        Connection behind = backend.accept()) {
      assertThat(behind.head()).startsWith("GET /key ").contains("Host: bucket.localhost:99\r\n");
      behind.send(OK);
      assertThat(client.read().body()).isEqualTo("ok");
    }
  }

  @Test
  void refusesItsOwnRequests() throws IOException {
    try (RawConnection client = send("GET /bucket/key");
        Connection behind = backend.accept()) {
      String head = behind.head();
      String via = head.lines().filter(line -> line.startsWith("Via: ")).findFirst().orElseThrow();
      try (RawConnection again = send("GET /bucket/key", via + "\r\n")) {
        assertThat(again.read().body()).contains("leads back to pushsim");
      }
      behind.send(OK);
      client.read();
    }
  }

  @Test
  void passesWhatS3DoesNotHave() throws IOException {
    try (RawConnection client = send("POST /bucket/key?of-the-server");
        Connection behind = backend.accept()) {
      assertThat(behind.head()).startsWith("POST /bucket/key?of-the-server ");
      behind.send(OK);
      assertThat(client.read().body()).isEqualTo("ok");
    }
  }
}
