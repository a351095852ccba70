package io.pushsim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.api.access.CredentialsFile;
import io.pushsim.cli.ServeAccess;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.RawConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** One port for several services: which one a request is for, and whether it may come in at all. */
class OnePortTest {
  private static final String SIGNED =
      "Authorization: AWS4-HMAC-SHA256 Credential=222222222222/20261126/eu-west-1/%s/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature=00\r\nX-Amz-Date: 20261126T100000Z\r\n";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

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

  @ParameterizedTest
  @CsvSource({
    "kinesis, Kinesis_20131202.ListStreams, Kinesis_20131202.ListStreams",
    "events, AWSEvents.ListRules, AWSEvents.ListRules",
    "dynamodb, '', dynamodb"
  })
  void refusesAServiceByName_inJson(String service, String target, String named)
      throws IOException {
    String headers = target.isEmpty() ? "" : "X-Amz-Target: " + target + "\r\n";

    RawConnection.Answer answer = send("POST /", SIGNED.formatted(service) + headers, "{}");

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.header("x-amzn-errortype")).contains("NotSimulatedException");
    assertThat(answer.body())
        .contains("\"__type\":\"NotSimulatedException\"", "(" + named + ")", "it has lambda, s3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iam", "sns"})
  void refusesAServiceByName_inXml(String service) throws IOException {
    RawConnection.Answer answer =
        send("POST /", SIGNED.formatted(service) + FORM, "Action=ListRoles");

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.body())
        .contains("<ErrorResponse>", "<Code>NotSimulatedException</Code>", "(" + service + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /2015-03-31/functions, '', '{\"Functions\":[]}'",
    "GET /, '', <ListAllMyBucketsResult",
    "GET /nobody?notification, '', <Code>NoSuchBucket</Code>",
    "POST /, Action=GetCallerIdentity&Version=2011-06-15, <Account>111111111111</Account>"
  })
  void tellsServicesApartByTheirRequests_whenNobodySigned(
      String request, String body, String answered) throws IOException {
    RawConnection.Answer answer = send(request, body.isEmpty() ? "" : FORM, body);

    assertThat(answer.body()).contains(answered);
  }

  @ParameterizedTest
  @CsvSource({
    "lambda, GET /2015-03-31/functions/f, function:f",
    "s3, GET /2015-03-31/functions, <BucketName>2015-03-31</BucketName>",
    "sts, GET /?Action=GetCallerIdentity, <Account>222222222222</Account>"
  })
  void believesTheSignature_whateverThePathLooksLike(
      String service, String request, String answered) throws IOException {
    String query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=222222222222%2F20261126%2Feu-west-1%2F"
            + service
            + "%2Faws4_request&X-Amz-Date=20261126T100000Z&X-Amz-Expires=60"
            + "&X-Amz-SignedHeaders=host&X-Amz-Signature=00";
    String presigned = request + (request.contains("?") ? "&" : "?") + query;

    assertThat(send(request, SIGNED.formatted(service), "").body()).contains(answered);
    assertThat(send(presigned, "", "").body()).contains(answered);
  }

  @ParameterizedTest
  @CsvSource({
    "Host: evil.example, 'evil.example'' is no host of this pushsim'",
    "Host: localhost~Origin: http://evil.example, may not use pushsim",
    "Host: localhost~Origin: null, may not use pushsim",
    "Host: localhost~Sec-Fetch-Site: cross-site, of another site"
  })
  void keepsForeignPagesOut(String headers, String message) throws IOException {
    for (String path : List.of("/2015-03-31/functions", "/_pushsim/health", "/")) {
      String head = "GET " + path + " HTTP/1.1\r\n" + headers.replace("~", "\r\n") + "\r\n\r\n";
      try (RawConnection connection = new RawConnection(server.port()).send(head)) {
        RawConnection.Answer answer = connection.read();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("x-amzn-errortype")).contains("ForeignHostException");
        assertThat(answer.body()).contains(message);
      }
    }
  }

  @Test
  void letsPagesOfThisMachineIn() throws IOException {
    RawConnection.Answer answer =
        send("GET /2015-03-31/functions", "Origin: http://localhost:3000\r\n", "");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void demandsKeys_whereThereAreSome(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("credentials");
    Files.writeString(
        file,
        "[333333333333]\naws_access_key_id = AKIDTHREE\naws_secret_access_key = secret-three\n");
    ServeAccess access =
        new ServeAccess(Optional.of(CredentialsFile.read(file)), Optional.empty(), List.of());
    try (LiveServer guarded = new LiveServer(ServeSettings.onFreePort().withAccess(access));
        LambdaClient holder = client(guarded, "AKIDTHREE", "secret-three");
        LambdaClient guesser = client(guarded, "AKIDTHREE", "guess");
        LambdaClient stranger = client(guarded, "333333333333", "secret-three")) {
      assertThat(holder.getAccountSettings().accountUsage().functionCount()).isZero();
      assertThatThrownBy(guesser::getAccountSettings)
          .isInstanceOf(LambdaException.class)
          .hasMessageContaining("The request signature we calculated does not match");
      assertThatThrownBy(stranger::getAccountSettings)
          .hasMessageContaining("The security token included in the request is invalid");
      assertThatThrownBy(() -> holder.getFunction(request -> request.functionName("f")))
          .hasMessageContaining("arn:aws:lambda:eu-west-1:333333333333:function:f");
      String unsigned = "GET /2015-03-31/functions HTTP/1.1\r\nHost: localhost\r\n\r\n";
      try (RawConnection connection = new RawConnection(guarded.port()).send(unsigned)) {
        assertThat(connection.read().body())
            .isEqualTo("{\"message\":\"Missing Authentication Token\"}");
      }
      assertThat(guarded.faults()).isEmpty();
    }
  }

  private static LambdaClient client(LiveServer server, String keyId, String secret) {
    return LambdaClient.builder()
        .endpointOverride(server.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
        .build();
  }

  private static RawConnection.Answer send(String request, String headers, String body)
      throws IOException {
    String message =
        "%s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n%s"
            .formatted(request, headers, body.length(), body);
    try (RawConnection connection = new RawConnection(server.port()).send(message)) {
      return connection.read();
    }
  }
}
