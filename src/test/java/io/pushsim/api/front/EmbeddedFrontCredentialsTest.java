package io.pushsim.api.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.api.access.CredentialsFile;
import io.pushsim.api.access.Hashes;
import io.pushsim.cli.ServeAccess;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects where requests have to be signed with known keys, their bodies too. */
@Timeout(120)
class EmbeddedFrontCredentialsTest {
  private static final String KEY = "AKIDTHREE";
  private static final String SECRET = "secret-three";

  @TempDir private static Path folder;

  private final LiveServer server =
      new LiveServer(
          ServeSettings.onFreePort()
              .withAccess(
                  new ServeAccess(
                      Optional.of(CredentialsFile.read(credentials())),
                      Optional.empty(),
                      List.of())));
  private final S3Client s3 = client(SECRET);

  private static Path credentials() {
    try {
      return Files.writeString(
          folder.resolve("credentials"),
          """
          [333333333333]
          aws_access_key_id = AKIDTHREE
          aws_secret_access_key = secret-three
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private S3Client client(String secret) {
    return S3Client.builder()
        .endpointOverride(server.endpoint())
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, secret)))
        .build();
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(request -> request.bucket("apples"));
  }

  @AfterEach
  void stop() {
    s3.close();
    server.close();
    assertThat(server.faults()).isEmpty();
  }

  private List<String> keys() {
    return s3.listObjectsV2(request -> request.bucket("apples")).contents().stream()
        .map(object -> object.key())
        .toList();
  }

  private RawConnection.Answer send(String request) throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      return connection.send(request).read();
    }
  }

  private String signedPut(String body, boolean chunked) throws IOException {
    return signed(SdkHttpMethod.PUT, "/apples/k", "text/plain", body, chunked);
  }

  /** A signed request as it goes over the wire. */
  private String signed(
      SdkHttpMethod method, String path, String type, String body, boolean chunked)
      throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(method)
            .uri(URI.create(server.endpoint() + path))
            .putHeader("Content-Length", String.valueOf(body.length()))
            .putHeader("Content-Type", type)
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(AwsBasicCredentials.create(KEY, SECRET))
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, chunked)
                        .putProperty(
                            AwsV4HttpSigner.CHECKSUM_ALGORITHM,
                            chunked ? DefaultChecksumAlgorithm.CRC32 : null));
    StringBuilder wire = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, path));
    signed
        .request()
        .forEachHeader(
            (name, values) ->
                values.forEach(
                    value -> wire.append(name).append(": ").append(value).append("\r\n")));
    byte[] payload = signed.payload().orElseThrow().newStream().readAllBytes();
    if (signed.request().firstMatchingHeader("Content-Length").isEmpty()) {
      wire.append("Content-Length: ").append(payload.length).append("\r\n");
    }
    return wire.append("\r\n").append(new String(payload, StandardCharsets.ISO_8859_1)).toString();
  }

  @Test
  void letsInWhoSignsRightly() {
    s3.putObject(r -> r.bucket("apples").key("k"), RequestBody.fromString("hello"));

    assertThat(s3.getObjectAsBytes(r -> r.bucket("apples").key("k")).asUtf8String())
        .isEqualTo("hello");
    try (S3Client guesser = client("guess")) {
      assertThat(
              catchThrowableOfType(
                      S3Exception.class,
                      () -> guesser.getObjectAsBytes(r -> r.bucket("apples").key("k")))
                  .awsErrorDetails()
                  .errorCode())
          .isEqualTo("SignatureDoesNotMatch");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /apples/k HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "PUT /apples/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx",
        "DELETE /apples/k HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /apples?delete HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1\r\n\r\nx",
        "POST /apples/k?uploads HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 0\r\n\r\n",
        "POST /2015-03-31/functions HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 0\r\n\r\n"
      })
  void keepsOutWhoDoesNotSign(String request) throws IOException {
    s3.putObject(r -> r.bucket("apples").key("k"), RequestBody.fromString("hello"));

    assertThat(send(request).status()).isEqualTo(403);

    assertThat(s3.getObjectAsBytes(r -> r.bucket("apples").key("k")).asUtf8String())
        .isEqualTo("hello");
  }

  @Test
  void storesNothing_whenTheBodyIsNotTheOneThatWasSigned() throws IOException {
    String request = signedPut("hello", false);
    assertThat(request).doesNotContain("STREAMING");

    RawConnection.Answer answer = send(request.substring(0, request.length() - 5) + "HELLO");

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>XAmzContentSHA256Mismatch</Code>");
    assertThat(keys()).isEmpty();
    assertThat(send(request).status()).isEqualTo(200);
    assertThat(keys()).containsExactly("k");
  }

  @Test
  void storesNothing_whenAChunkIsNotTheOneThatWasSigned() throws IOException {
    String request = signedPut("hello", true);
    assertThat(request).contains("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", "hello");
    List<String> tampered =
        List.of(
            request.replace("hello", "HELLO"),
            request.replaceFirst("(0;chunk-signature=)[0-9a-f]{4}", "$10000"),
            request.replaceFirst("(x-amz-trailer-signature:)[0-9a-f]{4}", "$10000"));

    for (String other : tampered) {
      assertThat(other).isNotEqualTo(request);
      RawConnection.Answer answer = send(other);
      assertThat(answer.status()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains("<Code>SignatureDoesNotMatch</Code>");
    }

    assertThat(keys()).isEmpty();
    assertThat(send(request).status()).isEqualTo(200);
    assertThat(s3.getObjectAsBytes(r -> r.bucket("apples").key("k")).asUtf8String())
        .isEqualTo("hello");
  }

  @Test
  void storesNothing_whenAFormIsNotTheOneThatWasSigned() throws IOException {
    String form = form("k", "", "hello");
    String body = form.substring(form.indexOf("\r\n\r\n") + 4);
    String request =
        signed(SdkHttpMethod.POST, "/apples", "multipart/form-data; boundary=xYz", body, false);
    assertThat(request).contains("x-amz-content-sha256: ");

    RawConnection.Answer answer = send(request.replace("hello", "HELLO"));

    assertThat(answer.body()).contains("<Code>XAmzContentSHA256Mismatch</Code>");
    assertThat(keys()).isEmpty();
    assertThat(send(request).status()).isEqualTo(204);
    assertThat(keys()).containsExactly("k");
  }

  /** Adds a policy that takes keys below in/ and files of at most ten bytes. */
  private static void sign(Map<String, String> fields, String secret) {
    Instant now = Instant.now();
    String day =
        DateTimeFormatter.BASIC_ISO_DATE.format(now.atOffset(ZoneOffset.UTC)).substring(0, 8);
    String policy =
        Base64.getEncoder()
            .encodeToString(
                """
                {"expiration": "%s", "conditions": [{"bucket": "apples"}, ["starts-with", "$key", "in/"],
                 ["content-length-range", 1, 10]]}
                """
                    .formatted(
                        now.plusSeconds(60).truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                    .getBytes(StandardCharsets.UTF_8));
    byte[] signing = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String step : List.of(day, "us-east-1", "s3", "aws4_request")) {
      signing = Hashes.hmac(signing, step);
    }
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put("x-amz-credential", KEY + "/" + day + "/us-east-1/s3/aws4_request");
    fields.put("x-amz-date", day + "T000000Z");
    fields.put("policy", policy);
    fields.put("x-amz-signature", Hashes.hex(Hashes.hmac(signing, policy)));
  }

  /** A form that is signed with a secret, if there is one. */
  private static String form(String key, String secret, String file) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", key);
    if (!secret.isEmpty()) {
      sign(fields, secret);
    }
    List<String> parts = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            parts.add(
                "--xYz\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(name, value)));
    String body =
        String.join("", parts)
            + "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
            + file
            + "\r\n--xYz--\r\n";
    return "POST /apples HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=xYz\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(body.length(), body);
  }

  @Test
  void takesAForm_whosePolicyIsSignedAndKept() throws IOException {
    assertThat(send(form("in/a", SECRET, "hello")).status()).isEqualTo(204);

    assertThat(send(form("in/b", "guess", "hello")).body())
        .contains("<Code>SignatureDoesNotMatch</Code>");
    assertThat(send(form("out/c", SECRET, "hello")).status()).isEqualTo(403);
    assertThat(send(form("in/d", SECRET, "hello, hello")).body())
        .contains("<Code>EntityTooLarge</Code>");
    assertThat(send(form("in/e", "", "hello")).body()).contains("<Code>AccessDenied</Code>");
    assertThat(keys()).containsExactly("in/a");
  }
}
