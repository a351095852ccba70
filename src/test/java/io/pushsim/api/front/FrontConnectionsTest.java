package io.pushsim.api.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.api.front.Backend.Connection;
import io.pushsim.api.http.ClientLimits;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for whom at the front, and what becomes of one end when the other goes away. */
@Tag("one-jdk")
@Timeout(60)
class FrontConnectionsTest extends FrontWorld {
  private static final int LARGE = 20_000_000;

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
}
