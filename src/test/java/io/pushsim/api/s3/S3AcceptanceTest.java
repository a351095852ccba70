package io.pushsim.api.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.api.Zips;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3 over HTTP: through AWS's SDK for Java, and byte by byte. */
class S3AcceptanceTest {
  private static final String FUNCTION =
      "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD";
  private static final String EMPTY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<NotificationConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>";
  private static final String NOTIFICATION = "/examplebucket?notification";

  private static LiveServer server;
  private static Vertx vertx;
  private static HttpClient client;

  private S3Client s3;

  /** An answer, whose headers are found in any case. */
  private record Reply(int status, Map<String, String> headers, String body) {}

  @BeforeAll
  static void start() {
    server = new LiveServer();
    vertx = Vertx.vertx();
    client = vertx.createHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    server.close();
  }

  @BeforeEach
  void createBucket() {
    s3 = server.s3(LiveServer.ACCOUNT, LiveServer.REGION);
    s3.createBucket(
        bucket ->
            bucket
                .bucket("examplebucket")
                .createBucketConfiguration(where -> where.locationConstraint("us-west-2")));
  }

  @AfterEach
  void deleteBucket() {
    s3.deleteBucket(bucket -> bucket.bucket("examplebucket"));
    s3.close();
    assertThat(server.faults()).isEmpty();
  }

  @Test
  void takesAConfiguration_whenThePolicyLetsS3Invoke() {
    LambdaFunctionConfiguration target =
        LambdaFunctionConfiguration.builder()
            .id("<prod> & more")
            .lambdaFunctionArn(FUNCTION)
            .events(Event.S3_OBJECT_CREATED)
            .filter(
                filter ->
                    filter.key(
                        key ->
                            key.filterRules(
                                FilterRule.builder()
                                    .name("Prefix")
                                    .value("a b/<&>\u00e9")
                                    .build())))
            .build();
    S3Exception refusal = catchThrowableOfType(S3Exception.class, () -> put(target, false));
    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidArgument");
    assertThat(refusal.awsErrorDetails().errorMessage())
        .isEqualTo("Unable to validate the following destination configurations");
    assertThat(
            send(
                    "PUT",
                    NOTIFICATION,
                    new TestResource("s3-xml/requests/configuration-tutorial.xml").text(),
                    Map.of())
                .body())
        .contains(
            "<ArgumentName1>%s, null</ArgumentName1>".formatted(FUNCTION)
                + "<ArgumentValue1>Not authorized to invoke function [%s]</ArgumentValue1>"
                    .formatted(FUNCTION));

    grant();
    put(target, false);

    assertThat(configurations()).containsExactly(target);
    s3.putBucketNotificationConfiguration(
        empty -> empty.bucket("examplebucket").notificationConfiguration(nothing -> {}));
    assertThat(configurations()).isEmpty();
  }

  @Test
  void takesATargetThatIsNotThere_whenValidationIsSkipped() {
    LambdaFunctionConfiguration target =
        LambdaFunctionConfiguration.builder()
            .id("x")
            .lambdaFunctionArn(FUNCTION.replace("helloworld", "nothing"))
            .events(Event.S3_OBJECT_REMOVED)
            .build();

    put(target, true);

    assertThat(configurations()).containsExactly(target);
  }

  private void put(LambdaFunctionConfiguration target, boolean unchecked) {
    s3.putBucketNotificationConfiguration(
        configuration ->
            configuration
                .bucket("examplebucket")
                .expectedBucketOwner(LiveServer.ACCOUNT)
                .skipDestinationValidation(unchecked)
                .notificationConfiguration(
                    targets -> targets.lambdaFunctionConfigurations(target)));
  }

  private List<LambdaFunctionConfiguration> configurations() {
    return s3.getBucketNotificationConfiguration(bucket -> bucket.bucket("examplebucket"))
        .lambdaFunctionConfigurations();
  }

  private static void grant() {
    try (LambdaClient lambda = server.lambda()) {
      lambda.createFunction(
          request ->
              request
                  .functionName("helloworld")
                  .runtime("nodejs22.x")
                  .role("arn:aws:iam::111111111111:role/any")
                  .handler("index.handler")
                  .code(code -> code.zipFile(SdkBytes.fromByteArray(Zips.ofHandler("'one'"))))
                  .publish(true));
      lambda.createAlias(
          request -> request.functionName("helloworld").name("PROD").functionVersion("1"));
      lambda.addPermission(
          request ->
              request
                  .functionName("helloworld")
                  .qualifier("PROD")
                  .statementId("1")
                  .principal("s3.amazonaws.com")
                  .action("lambda:InvokeFunction")
                  .sourceArn("arn:aws:s3:::examplebucket")
                  .sourceAccount(LiveServer.ACCOUNT));
    }
  }

  @Test
  void answersInS3sWords_whenThereIsNoBucket() {
    Reply reply = send("GET", "/nobucket?notification", "", Map.of());

    String id = reply.headers().get("x-amz-request-id");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(id).matches("[0-9A-F]{16}");
    assertThat(reply.headers()).containsEntry("content-type", "application/xml");
    assertThat(reply.body())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Error><Code>NoSuchBucket</Code>"
                + "<Message>The specified bucket does not exist</Message>"
                + "<BucketName>nobucket</BucketName><RequestId>%s</RequestId><HostId>%s</HostId></Error>"
                    .formatted(id, reply.headers().get("x-amz-id-2")));
  }

  @Test
  void tellsOfBuckets_whereTheyAreAndWhose() {
    s3.createBucket(
        bucket ->
            bucket
                .bucket("inireland")
                .createBucketConfiguration(where -> where.locationConstraint("EU")));
    try (S3Client east = server.s3(LiveServer.ACCOUNT, "us-east-1")) {
      east.createBucket(bucket -> bucket.bucket("ineast"));

      assertThat(s3.listBuckets().buckets())
          .extracting(Bucket::name)
          .containsExactly("examplebucket", "ineast", "inireland");
      assertThat(s3.listBuckets().owner().id()).matches("[0-9a-f]{64}");
      assertThat(s3.listBuckets(request -> request.maxBuckets(1)).continuationToken()).isNotEmpty();
      assertThat(s3.listBuckets(request -> request.bucketRegion("eu-west-1")).buckets())
          .singleElement()
          .satisfies(
              bucket -> {
                assertThat(bucket.name()).isEqualTo("inireland");
                assertThat(bucket.bucketRegion()).isEqualTo("eu-west-1");
                assertThat(bucket.creationDate()).isBefore(Instant.now());
              });
      assertThat(s3.getBucketLocation(b -> b.bucket("inireland")).locationConstraintAsString())
          .isEqualTo("eu-west-1");
      assertThat(send("GET", "/ineast?location", "", Map.of()).body())
          .endsWith("\n<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>");
      assertThat(s3.headBucket(b -> b.bucket("inireland")).bucketRegion()).isEqualTo("eu-west-1");
      east.deleteBucket(bucket -> bucket.bucket("ineast"));
    }
    s3.deleteBucket(bucket -> bucket.bucket("inireland"));
  }

  @Test
  void tellsTheRegion_evenWhereItRefuses() {
    Reply reply =
        send("HEAD", "/examplebucket", "", Map.of("x-amz-expected-bucket-owner", "222222222222"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.headers()).containsEntry("x-amz-bucket-region", "us-west-2");
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void findsTheBucketInTheHost() {
    Reply reply = send("examplebucket.localhost", "GET", "/?notification", "", Map.of());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(EMPTY);
  }

  @Test
  void takesTheOldForm_withItsChecksum() {
    String body = new TestResource("s3-xml/requests/configuration-empty.xml").text();

    Reply reply =
        send(
            "PUT",
            NOTIFICATION,
            body,
            Map.of(
                "x-amz-sdk-checksum-algorithm",
                "SHA256",
                "x-amz-checksum-sha256",
                "/AewFLCStzcCFzizMGXlWjwk/eUQCuqVfhjbbgB4Jx4="));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.headers()).doesNotContainKey("content-type");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /examplebucket?notification, '', , , 400, MissingRequestBodyError",
    "PUT, /examplebucket?notification, <x/>, , , 400, MalformedXML",
    "PUT, /examplebucket?notification, <NotificationConfiguration/>, Content-MD5, AAAAAAAAAAAAAAAAAAAAAA==, 400, BadDigest",
    "PUT, /examplebucket?notification, <NotificationConfiguration/>, x-amz-checksum-crc32, AAAAAA==, 400, BadDigest",
    "PUT, /examplebucket?notification, <NotificationConfiguration/>, Content-Encoding, aws-chunked, 501, NotImplemented",
    "PUT, /examplebucket?notification, <NotificationConfiguration><EventBridgeConfiguration/></NotificationConfiguration>, , , 501, NotImplemented",
    "PUT, /examplebucket?notification, <NotificationConfiguration/>, x-amz-skip-destination-validation, maybe, 400, InvalidArgument",
    "GET, /examplebucket?notification, '', x-amz-expected-bucket-owner, 222222222222, 403, AccessDenied",
    "GET, /examplebucket?notification, '', x-amz-expected-bucket-owner, me, 400, InvalidBucketOwnerAWSAccountID",
    "GET, /examplebucket?notification, <x/>, , , 400, InvalidRequest",
    "PUT, /examplebucket, <CreateBucketConfiguration><Tags/></CreateBucketConfiguration>, , , 501, NotImplemented",
    "PUT, /newbucket, '', x-amz-acl, private, 501, NotImplemented",
    "PUT, /newbucket?unknown, '', , , 400, InvalidRequest",
    "DELETE, /examplebucket?unknown, '', , , 400, InvalidRequest",
    "GET, /?max-buckets=many, '', , , 400, InvalidArgument",
    "DELETE, /, '', , , 405, MethodNotAllowed",
    "PATCH, /examplebucket, '', , , 405, MethodNotAllowed"
  })
  void refuses(
      String method,
      String uri,
      String body,
      String header,
      String value,
      int status,
      String code) {
    Reply reply = send(method, uri, body, header == null ? Map.of() : Map.of(header, value));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).contains("<Error><Code>%s</Code>".formatted(code));
    assertThat(send("GET", NOTIFICATION, "", Map.of()).body()).isEqualTo(EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /examplebucket/a/b?tagging, PutObjectTagging",
    "GET, /examplebucket/a/b?acl, GetObjectAcl",
    "GET, /examplebucket?lifecycle, GetBucketLifecycleConfiguration",
    "PUT, /examplebucket?policy, PutBucketPolicy"
  })
  void namesTheOperation_whenItIsNotSimulated(String method, String uri, String operation) {
    Reply reply = send(method, uri, "", Map.of());

    assertThat(reply.status()).isEqualTo(501);
    assertThat(reply.body())
        .contains(
            "<Code>NotImplemented</Code><Message>%s is not simulated; of S3, pushsim has buckets,"
                    .formatted(operation)
                + " their notification configurations and their objects, and no other settings of"
                + " either</Message>");
  }

  @Test
  void answersAHeadWithoutABody() {
    Reply reply = send("HEAD", "/examplebucket/a", "", Map.of());

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_048_577, 3_000_000})
  void refusesALargeBody(int length) {
    Reply reply = send("PUT", NOTIFICATION, " ".repeat(length), Map.of());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("<Code>MaxMessageLengthExceeded</Code>");
  }

  @Test
  void keepsBucketsOfTwoAccountsApart() {
    try (S3Client other = server.s3("222222222222", LiveServer.REGION)) {
      S3Exception denied =
          catchThrowableOfType(
              S3Exception.class,
              () -> other.getBucketNotificationConfiguration(b -> b.bucket("examplebucket")));
      S3Exception taken =
          catchThrowableOfType(
              S3Exception.class, () -> other.createBucket(b -> b.bucket("examplebucket")));

      assertThat(denied.statusCode()).isEqualTo(403);
      assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
      assertThat(taken.awsErrorDetails().errorCode()).isEqualTo("BucketAlreadyExists");
    }
  }

  private static Reply send(String method, String uri, String body, Map<String, String> headers) {
    return send("127.0.0.1", method, uri, body, headers);
  }

  private static Reply send(
      String host, String method, String uri, String body, Map<String, String> headers) {
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(server.port(), "127.0.0.1"))
            .setHost(host)
            .setPort(server.port())
            .setMethod(HttpMethod.valueOf(method))
            .setURI(uri)
            .putHeader(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=111111111111/20261126/us-west-2/s3/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .putHeader("X-Amz-Date", "20261126T000000Z");
    headers.forEach(options::putHeader);
    // All on the event loop, before the body can come.
    return client
        .request(options)
        .compose(
            request ->
                request
                    .send(Buffer.buffer(body.getBytes(StandardCharsets.UTF_8)))
                    .compose(response -> response.body().map(content -> reply(response, content))))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static Reply reply(HttpClientResponse response, Buffer content) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().forEach(headers::put);
    return new Reply(response.statusCode(), headers, content.toString(StandardCharsets.UTF_8));
  }
}
