package io.pushsim.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to requests that break the rules of HTTP, or stretch them. */
class MalformedRequestsTest {
  private static final String LIST = "GET /2015-03-31/functions HTTP/1.1\r\nHost: localhost\r\n";
  private static final String INVOKE =
      "POST /2015-03-31/functions/none/invocations HTTP/1.1\r\nHost: localhost\r\n";

  private static LiveServer server;

  @BeforeAll
  static void start() {
    server = new LiveServer();
  }

  @AfterAll
  static void stop() {
    assertThat(server.faults()).isEmpty();
    server.close();
  }

  /** Those after which nothing that follows can be told apart any more: answered, then closed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          POST / HTTP/1.1~Content-Length: 3~Transfer-Encoding: chunked~~0~~GET /s HTTP/1.1~~ | 400
          POST / HTTP/1.1~Content-Length: 3~Content-Length: 4~~abcd                          | 400
          POST / HTTP/1.1~Content-Length: 2, 2~~{}                                           | 400
          POST / HTTP/1.1~Content-Length: -3~~                                               | 400
          POST / HTTP/1.1~Content-Length: +2~~{}                                             | 400
          POST / HTTP/1.1~Content-Length: two~~{}                                            | 400
          POST / HTTP/1.1~Content-Length: 99999999999999999999~~{}                           | 400
          POST / HTTP/1.1~Transfer-Encoding: gzip~~{}                                        | 400
          POST / HTTP/1.1~Transfer-Encoding: chunked, identity~~{}                           | 400
          POST / HTTP/1.0~Transfer-Encoding: chunked~~0~~                                    | 400
          POST / HTTP/1.1~Host : localhost~~                                                         | 400
          PRI * HTTP/2.0~~SM~~                                                               | 400
          GET / HTTP/1.2~Host: localhost~~                                                           | 400
          GET / FTP/1.1~Host: localhost~~                                                            | 400
          GET /~~                                                                            | 400
          nonsense~~                                                                         | 400
          """)
  void answersAndCloses_whenARequestCannotBeTakenApart(String request, int status)
      throws IOException {
    try (RawConnection connection = connect(request.replace("~", "\r\n"))) {
      assertError(connection.read(), status);

      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void answersAndCloses_whenAHandshakeForTlsComes() throws IOException {
    byte[] hello = new byte[517];
    hello[0] = 0x16;
    hello[1] = 3;
    hello[2] = 1;
    hello[200] = '\n';
    try (RawConnection connection = new RawConnection(server.port())) {
      assertError(connection.send(hello).read(), 400);

      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void answersAndCloses_whenTheFirstLineOrTheHeadersAreTooLong() throws IOException {
    try (RawConnection line = connect("GET /" + "a".repeat(17_000) + " HTTP/1.1\r\n\r\n");
        RawConnection header =
            connect("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(33_000) + "\r\n\r\n")) {
      assertError(line.read(), 414);
      assertError(header.read(), 431);

      assertThat(line.isClosed()).isTrue();
      assertThat(header.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz", "-1", "fffffffff", "1", "", "0x2"})
  void answersAndCloses_whenChunksAreBroken(String chunk) throws IOException {
    String request = INVOKE + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "\r\n{}\r\n0\r\n\r\n";
    try (RawConnection connection = connect(request)) {
      assertError(connection.read(), 400);

      assertThat(connection.isClosed()).isTrue();
    }
  }

  /** Those that are whole, so that the connection stays good. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET / HTTP/1.1                                                    | 400
          GET / HTTP/1.1~Host: localhost~Host: y                                    | 400
          GET / HTTP/1.1~Host: local host                                   | 400
          GET /_pushsim/health HTTP/1.1~Host: höst                          | 400
          OPTIONS * HTTP/1.1~Host: localhost                                        | 400
          CONNECT example.com:443 HTTP/1.1~Host: localhost                          | 400
          GET ?a=b HTTP/1.1~Host: localhost                                         | 400
          GET name HTTP/1.1~Host: localhost                                         | 400
          GET // HTTP/1.1~Host: localhost                                           | 404
          GET /2015-03-31//functions HTTP/1.1~Host: localhost                       | 501
          GET /2015-03-31/functions;a=b HTTP/1.1~Host: localhost                    | 501
          TRACE / HTTP/1.1~Host: localhost                                          | 405
          get /2015-03-31/functions HTTP/1.1~Host: localhost                        | 501
          GET /2015-03-31/functions/a%zz HTTP/1.1~Host: localhost                   | 400
          GET /2015-03-31/functions/%ff%fe HTTP/1.1~Host: localhost                 | 400
          GET /2015-03-31/functions/é HTTP/1.1~Host: localhost                      | 400
          GET /2015-03-31/functions/a%00b HTTP/1.1~Host: localhost                  | 400
          GET /2015-03-31/functions/a%2F..%2Fb HTTP/1.1~Host: localhost             | 400
          GET /2015-03-31/functions/..%5C..%5Cetc HTTP/1.1~Host: localhost          | 400
          GET /2015-03-31/functions?MaxItems=%z HTTP/1.1~Host: localhost            | 400
          GET /2015-03-31/functions?MaxItems=%ff HTTP/1.1~Host: localhost           | 400
          GET /_pushsim/%zz HTTP/1.1~Host: localhost                                | 400
          POST / HTTP/1.1~Host: localhost~Expect: 200-ok                            | 417
          POST / HTTP/1.1~Host: localhost~Transfer-Encoding: gzip, chunked~~0       | 501
          """)
  void answersAndGoesOn_whenARequestAsksForWhatIsNotThere(String request, int status)
      throws IOException {
    try (RawConnection connection = connect(request.replace("~", "\r\n") + "\r\n\r\n")) {
      assertError(connection.read(), status);

      assertThat(connection.send(LIST + "\r\n").read().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET http://localhost:1/2015-03-31/functions HTTP/1.1~Host: localhost
          GET /2015-03-31/functions/ HTTP/1.1~Host: localhost
          GET /2015-03-31/functions http/1.1~Host: localhost
          GET /2015-03-31/functions HTTP/1.1~Host: localhost~Upgrade: h2c~Connection: Upgrade, HTTP2-Settings~HTTP2-Settings: AAMAAABk
          GET /2015-03-31/functions HTTP/1.1~Host: localhost~Upgrade: websocket~Connection: Upgrade
          """)
  void answersAsUsual_whenARequestIsOddButClear(String request) throws IOException {
    try (RawConnection connection = connect(request.replace("~", "\r\n") + "\r\n\r\n")) {
      assertThat(connection.read().body()).isEqualTo("{\"Functions\":[]}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Action=%etCallerIdentity", "Action=%ff", "Action=A%", "Action=A&a=%zz"})
  void refuses_whenAFormIsNotWellEncoded(String form) throws IOException {
    String request =
        "POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: AWS4-HMAC-SHA256 "
            + "Credential=AKID/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0\r\n"
            + "X-Amz-Date: 20260101T000000Z\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(form.length(), form);
    try (RawConnection connection = connect(request)) {
      RawConnection.Answer answer = connection.read();

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("<Code>BadRequestException</Code>");
    }
  }

  @Test
  void closesAfterTheAnswer_whenTheVersionIs10() throws IOException {
    try (RawConnection connection = connect(LIST.replace("1.1", "1.0") + "\r\n")) {
      assertThat(connection.read().status()).isEqualTo(200);

      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void sendsNoBody_whenTheMethodIsHead() throws IOException {
    String head = "HEAD /2015-03-31/functions HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (RawConnection connection = connect(head + LIST + "\r\n")) {
      assertThat(connection.read("HEAD").orElseThrow().status()).isEqualTo(501);

      assertThat(connection.read().body()).isEqualTo("{\"Functions\":[]}");
    }
  }

  @Test
  void answersInOrder_whenRequestsAreSentWithoutWaiting() throws IOException {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      requests
          .append("GET /2015-03-31/functions/f%d HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(i))
          .append("POST /2015-03-31/functions/f%d/versions HTTP/1.1\r\n".formatted(i))
          .append("Host: localhost\r\nContent-Length: 2\r\n\r\n{}");
    }
    try (RawConnection connection = connect(requests.toString())) {
      for (int i = 0; i < 200; i++) {
        assertThat(connection.read().body()).contains(":function:f" + i + "\"");
        assertThat(connection.read().body()).contains(":function:f" + i + "\"");
      }
    }
  }

  @Test
  void asksForTheBody_whenTheClientWaitsForThat() throws IOException {
    try (RawConnection connection =
        connect(INVOKE + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n")) {
      assertThat(connection.read().status()).isEqualTo(100);
      assertError(connection.send("{}").read(), 404);

      assertThat(connection.send(LIST + "\r\n").read().status()).isEqualTo(200);
    }
  }

  @Test
  void refusesWithoutAskingForTheBody_whenItIsTooLarge() throws IOException {
    try (RawConnection connection =
        connect(INVOKE + "Expect: 100-continue\r\nContent-Length: 6291457\r\n\r\n")) {
      assertError(connection.read(), 413);

      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void takesNothingOfABodyForARequest_whenTheBodyIsRefused() throws IOException {
    byte[] rest = (LIST + "\r\n").repeat(30_000).getBytes(UTF_8);
    try (RawConnection connection = connect(INVOKE + "Content-Length: 9000000\r\n\r\n")) {
      connection.send(rest);

      RawConnection.Answer answer = connection.read();
      assertError(answer, 413);
      assertThat(answer.header("connection")).hasValue("close");
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void refusesAsSoonAsTheLimitIsPassed_whenTheBodyIsChunked() throws IOException {
    String chunk = "10000\r\n" + "1".repeat(0x10000) + "\r\n";
    try (RawConnection connection = connect(INVOKE + "Transfer-Encoding: chunked\r\n\r\n")) {
      connection.send(chunk.repeat(97));

      assertError(connection.read(), 413);
      assertThat(connection.isClosed()).isTrue();
      assertThat(server.bodyBytes()).isZero();
    }
  }

  @Test
  void datesItsAnswers() throws IOException {
    try (RawConnection connection = connect(LIST + "\r\n")) {
      assertThat(connection.read().header("date").orElseThrow())
          .matches(
              "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }
  }

  private static RawConnection connect(String request) throws IOException {
    return new RawConnection(server.port()).send(request);
  }

  private static void assertError(RawConnection.Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    if (answer.header("content-type").orElse("").equals("application/xml")) {
      assertThat(answer.body()).contains("<Error><Code>", "</Code><Message>");
    } else {
      assertThat(answer.header("x-amzn-errortype")).as(answer.toString()).isPresent();
      assertThat(answer.body().toLowerCase(Locale.ROOT)).contains("\"message\":\"");
    }
  }
}
