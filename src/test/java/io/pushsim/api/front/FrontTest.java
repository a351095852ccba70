package io.pushsim.api.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.api.front.Backend.Connection;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to the front goes to the server behind byte by byte, and back. */
@Timeout(60)
class FrontTest extends FrontWorld {
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
