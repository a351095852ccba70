package io.pushsim.api.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects over HTTP as no SDK would ask for them: clients that stop, stall and go away. */
@Timeout(120)
class EmbeddedFrontTest {
  private static final String BUCKET = "apples";

  /** More than one request may carry out at once. */
  private static final int MANY = 80;

  private final LiveServer server = new LiveServer();
  private final S3Client s3 = server.s3(LiveServer.ACCOUNT, LiveServer.REGION);

  @BeforeEach
  void createBucket() {
    server.call("CreateBucket", "{\"Bucket\": \"apples\"}");
  }

  @AfterEach
  void stop() {
    s3.close();
    server.close();
    assertThat(server.faults()).isEmpty();
  }

  private static String put(String key, long length) {
    return """
        PUT /apples/%s HTTP/1.1
        Host: localhost
        Authorization: AWS4-HMAC-SHA256 Credential=111111111111/20261126/us-west-2/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=00
        x-amz-date: 20261126T010203Z
        Content-Length: %d

        """
        .formatted(key, length)
        .replace("\n", "\r\n");
  }

  private static String get(String host, String path) {
    return """
        GET %s HTTP/1.1
        Host: %s
        Authorization: AWS4-HMAC-SHA256 Credential=111111111111/20261126/us-west-2/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=00
        x-amz-date: 20261126T010203Z

        """
        .formatted(path, host)
        .replace("\n", "\r\n");
  }

  private List<String> keys() {
    return s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
        .map(object -> object.key())
        .toList();
  }

  private JsonNode own(String path) throws IOException, InterruptedException {
    return TestResource.json(
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.endpoint().resolve("/_pushsim/" + path)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(size).nextBytes(noise);
    return noise;
  }

  @Test
  void answersTwiceOnOneConnection_andForABucketInTheHost() throws IOException {
    s3.putObject(r -> r.bucket(BUCKET).key("a/b c"), RequestBody.fromString("hello"));
    try (RawConnection connection = new RawConnection(server.port())) {
      assertThat(connection.send(get("localhost", "/apples/a/b%20c")).read().body())
          .isEqualTo("hello");
      RawConnection.Answer answer =
          connection.send(get("apples.localhost:" + server.port(), "/a/b%20c")).read();

      assertThat(answer.body()).isEqualTo("hello");
      assertThat(answer.header("x-amz-request-id")).isPresent();
      assertThat(answer.header("server")).contains("AmazonS3");
      assertThat(connection.send(get("apples.localhost", "/?list-type=2")).read().body())
          .contains("<Key>a/b c</Key>");
    }
  }

  @Test
  void answersInS3sWords_whenThereIsNoSuchKey() throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      RawConnection.Answer answer = connection.send(get("localhost", "/apples/none")).read();

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body())
          .contains(
              "<Code>NoSuchKey</Code>",
              "<RequestId>%s</RequestId>".formatted(answer.header("x-amz-request-id").get()));
    }
  }

  @Test
  void storesNothing_whenTheClientGoesInTheMiddle() throws Exception {
    RawConnection connection = new RawConnection(server.port());
    connection.send(put("half", 10_000_000)).send(noise(1_000_000));
    connection.reset();
    RawConnection closed = new RawConnection(server.port());
    closed.send(put("half2", 10_000_000)).send(noise(1_000_000));
    closed.close();

    // Both have ended when a request that came later is answered on each of all threads.
    for (int i = 0; i < 3; i++) {
      s3.putObject(r -> r.bucket(BUCKET).key("later"), RequestBody.fromString("x"));
    }
    assertThat(keys()).containsExactly("later");
    assertThat(own("events?bucket=apples&limit=10").path("events"))
        .allSatisfy(event -> assertThat(event.path("key").textValue()).isEqualTo("later"));
  }

  @Test
  void isNotHeldUpByClientsThatStall() throws Exception {
    List<RawConnection> stalled = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        stalled.add(new RawConnection(server.port()).send(put("slow" + i, 10)).send("half"));
      }

      // Operations are carried out elsewhere.
      assertThat(s3.listBuckets().buckets()).hasSize(1);
      for (RawConnection connection : stalled) {
        connection.send("-other");
      }
      for (RawConnection connection : stalled) {
        assertThat(connection.read().status()).isEqualTo(200);
      }
      assertThat(keys()).hasSize(MANY);
    } finally {
      for (RawConnection connection : stalled) {
        connection.close();
      }
    }
  }

  @Test
  void goesOn_whenManyClientsDoNotReadWhatTheyAskedFor() throws Exception {
    byte[] content = noise(20_000_000);
    s3.putObject(r -> r.bucket(BUCKET).key("large"), RequestBody.fromBytes(content));
    List<RawConnection> unread = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      unread.add(new RawConnection(server.port(), 4096).send(get("localhost", "/apples/large")));
    }
    for (RawConnection connection : unread) {
      connection.reset();
    }

    assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("large")).asByteArray())
        .isEqualTo(content);
  }

  @Test
  void asksForABody_whenTheClientWaitsToBeAsked() throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send(
          put("asked", 5).replace("Content-Length", "Expect: 100-continue\r\nContent-Length"));
      assertThat(connection.read().status()).isEqualTo(100);
      assertThat(connection.send("hello").read().status()).isEqualTo(200);
    }
    assertThat(keys()).containsExactly("asked");
  }

  @Test
  void refusesBeforeTheBodyHasCome_andKeepsNothingOfIt() throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      String head = put("k", 100_000_000).replace("/apples/", "/nowhere/");

      RawConnection.Answer answer = connection.send(head).send(noise(100_000)).read();

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("<Code>NoSuchBucket</Code>");
      assertThat(answer.header("connection")).contains("close");
    }
  }

  @Test
  void takesForms() throws Exception {
    String form =
        """
        --xYz
        Content-Disposition: form-data; name="key"

        in/${filename}
        --xYz
        Content-Disposition: form-data; name="Content-Type"

        image/x-test
        --xYz
        Content-Disposition: form-data; name="success_action_status"

        201
        --xYz
        Content-Disposition: form-data; name="x-amz-credential"

        111111111111/20261126/us-west-2/s3/aws4_request
        --xYz
        Content-Disposition: form-data; name="file"; filename="a b.jpg"

        hello
        --xYz--
        """
            .replace("\n", "\r\n");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.endpoint() + "/apples"))
                    .header("Content-Type", "multipart/form-data; boundary=xYz")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("<Key>in/a b.jpg</Key>");
    assertThat(
            s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("in/a b.jpg")).response().contentType())
        .isEqualTo("image/x-test");
    assertThat(own("events").at("/events/0/eventName").textValue()).isEqualTo("ObjectCreated:Post");
  }

  @Test
  void losesAllObjects_whenEverythingIsReset() throws Exception {
    s3.putObject(r -> r.bucket(BUCKET).key("k"), RequestBody.fromString("hello"));
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.endpoint().resolve("/_pushsim/reset"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.discarding());
    createBucket();

    assertThat(keys()).isEmpty();
    s3.putObject(r -> r.bucket(BUCKET).key("k"), RequestBody.fromString("hello"));
    assertThat(keys()).containsExactly("k");
  }
}
