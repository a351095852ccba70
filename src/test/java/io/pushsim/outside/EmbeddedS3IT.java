package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Objects in pushsim's own buckets, with the real AWS CLI and the AWS SDK for Java. Each test has
 * an account of its own on one served process.
 */
@Timeout(300)
class EmbeddedS3IT {
  private static final String REGION = "us-west-2";
  private static final int PART = 5 << 20;

  private static ServedProcess served;

  @TempDir private Path folder;

  @BeforeAll
  static void serve() {
    OutsideTool.AWS_CLI.demand();
    served = ServedProcess.start("--ephemeral");
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      try (ServedProcess last = served) {
        assertThat(last.faults()).isEmpty();
        assertThat(last.err()).doesNotContain("SLF4J", "s3proxy", "WARN");
      }
    }
  }

  private AwsCli cli(String account) {
    return new AwsCli(new Caller(served.endpoint(), account, REGION), folder);
  }

  private static S3Client sdk(String account) {
    return S3Client.builder()
        .endpointOverride(served.endpoint())
        .region(Region.of(REGION))
        .forcePathStyle(true)
        .credentialsProvider(credentials(account))
        .build();
  }

  private static StaticCredentialsProvider credentials(String account) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "any"));
  }

  private static String bucket(S3Client s3, String name) {
    s3.createBucket(
        request ->
            request.bucket(name).createBucketConfiguration(c -> c.locationConstraint(REGION)));
    return name;
  }

  private static HttpResponse<String> http(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode own(String path) {
    return TestResource.json(
        http(HttpRequest.newBuilder(served.endpoint().resolve("/_pushsim/" + path))).body());
  }

  /** The events of a bucket, oldest first, as {@code Name key}. */
  private static List<String> events(String bucket) {
    List<String> names = new ArrayList<>();
    own("events?limit=1000&bucket=" + bucket)
        .path("events")
        .forEach(
            event ->
                names.add(
                    0,
                    "%s %s"
                        .formatted(
                            event.path("eventName").textValue(), event.path("key").textValue())));
    return names;
  }

  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(size).nextBytes(noise);
    return noise;
  }

  private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(S3Exception.class, call).awsErrorDetails().errorCode();
  }

  @Test
  void runsProdsVersionOnAnObject_andDeniesBeta() {
    AwsCli aws = cli("500000000001");
    aws.write("one.zip", Zips.ofHandler("'one ' + event.Records[0].s3.object.key"));
    aws.write("two.zip", Zips.ofHandler("'two'"));
    for (String line :
        List.of(
            "aws lambda create-function --function-name pushed --zip-file fileb://one.zip --role arn:aws:iam::500000000001:role/any --handler index.handler --runtime nodejs22.x --publish",
            "aws lambda create-alias --function-name pushed --name PROD --function-version 1",
            "aws lambda wait function-updated --function-name pushed",
            "aws lambda update-function-code --function-name pushed --zip-file fileb://two.zip --publish",
            "aws lambda create-alias --function-name pushed --name BETA --function-version 2",
            "aws s3 mb s3://five-photos",
            "aws lambda add-permission --function-name pushed --qualifier PROD --statement-id s3 --principal s3.amazonaws.com --action lambda:InvokeFunction --source-arn arn:aws:s3:::five-photos --source-account 500000000001",
            "aws s3api put-bucket-notification-configuration --bucket five-photos --skip-destination-validation --notification-configuration '%s'"
                .formatted(
                    """
                    {"LambdaFunctionConfigurations": [
                      {"Id": "prod", "LambdaFunctionArn": "arn:aws:lambda:us-west-2:500000000001:function:pushed:PROD",
                       "Events": ["s3:ObjectCreated:*"], "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "in/"}]}}},
                      {"Id": "beta", "LambdaFunctionArn": "arn:aws:lambda:us-west-2:500000000001:function:pushed:BETA",
                       "Events": ["s3:ObjectRemoved:*"]}]}
                    """))) {
      assertThat(aws.runLine(line).exitCode()).as(line).isZero();
    }
    aws.write("a b.jpg", noise(1000));

    aws.runLine("aws s3 cp 'a b.jpg' s3://five-photos/in/");
    aws.runLine("aws s3 rm 's3://five-photos/in/a b.jpg'");
    own("settled");

    JsonNode deliveries = own("deliveries?bucket=five-photos").path("deliveries");
    JsonNode beta = deliveries.path(0);
    assertThat(beta.path("outcome").textValue()).isEqualTo("denied");
    assertThat(beta.path("target").textValue()).endsWith(":BETA");
    JsonNode prod = deliveries.path(1);
    assertThat(prod.path("executedVersion").textValue()).isEqualTo("1");
    assertThat(prod.at("/attempts/0/result").textValue()).isEqualTo("one in/a+b.jpg");
  }

  @Test
  void servesTheCli() throws IOException {
    AwsCli aws = cli("500000000002");
    aws.write("small.txt", "hello".getBytes(StandardCharsets.UTF_8));
    aws.write("large.bin", noise(12_000_000));
    for (String line :
        List.of(
            "aws s3 mb s3://five-cli",
            "aws s3 cp small.txt s3://five-cli/in/small.txt --metadata colour=red --content-type text/x-test",
            "aws s3 cp large.bin s3://five-cli/in/large.bin",
            "aws s3 cp s3://five-cli/in/small.txt s3://five-cli/copy.txt",
            "aws s3 mv s3://five-cli/copy.txt 's3://five-cli/ü + %20.txt'",
            "aws s3 cp s3://five-cli/in/large.bin back.bin",
            "aws s3 cp 's3://five-cli/ü + %20.txt' back.txt",
            "mkdir -p tree/a && cp small.txt tree/a/ && cp small.txt tree/ && aws s3 sync tree s3://five-cli/tree",
            "aws s3 rm --recursive s3://five-cli/in/")) {
      assertThat(aws.runLine(line).exitCode()).as(line).isZero();
    }

    assertThat(folder.resolve("back.bin")).hasBinaryContent(noise(12_000_000));
    assertThat(Files.readString(folder.resolve("back.txt"))).isEqualTo("hello");
    assertThat(
            aws.answer(
                "s3api", "list-objects-v2", "--bucket", "five-cli", "--query", "Contents[].Key"))
        .hasToString("[\"tree/a/small.txt\",\"tree/small.txt\",\"ü + %20.txt\"]");
    assertThat(events("five-cli"))
        .contains(
            "ObjectCreated:Put in/small.txt",
            "ObjectCreated:CompleteMultipartUpload in/large.bin",
            "ObjectCreated:Copy copy.txt",
            "ObjectCreated:Copy ü + %20.txt",
            "ObjectRemoved:Delete copy.txt",
            "ObjectRemoved:Delete in/large.bin")
        .noneMatch(event -> event.contains("s3proxy"));
    assertThat(aws.refusal("s3", "rb", "s3://five-cli")).contains("(BucketNotEmpty)");
    assertThat(aws.runLine("aws s3 rb --force s3://five-cli").exitCode()).isZero();
    assertThat(aws.refusal("s3api", "head-bucket", "--bucket", "five-cli")).contains("(404)");
  }

  @Test
  void refusesTheCliByName_whatThereIsNot() {
    AwsCli aws = cli("500000000003");
    aws.answer(
        "s3api",
        "create-bucket",
        "--bucket",
        "five-not",
        "--create-bucket-configuration",
        "LocationConstraint=us-west-2");
    aws.write("small.txt", new byte[5]);
    String[] put = {
      "s3api", "put-object", "--bucket", "five-not", "--key", "k", "--body", "small.txt"
    };

    for (Map.Entry<String, String> more :
        Map.of("--tagging", "a=b", "--acl", "public-read", "--server-side-encryption", "aws:kms")
            .entrySet()) {
      List<String> line = new ArrayList<>(List.of(put));
      line.add(more.getKey());
      line.add(more.getValue());
      assertThat(aws.refusal(line.toArray(String[]::new)))
          .contains("(NotImplemented)", "PutObject", more.getValue());
    }
    assertThat(aws.refusal("s3api", "get-object-tagging", "--bucket", "five-not", "--key", "k"))
        .contains("(NotImplemented)", "GetObjectTagging is not simulated");
    assertThat(aws.refusal("s3api", "get-bucket-policy", "--bucket", "five-not"))
        .contains("(NotImplemented)", "GetBucketPolicy is not simulated");
    assertThat(events("five-not")).isEmpty();
  }

  @Test
  void servesTheSdk() {
    try (S3Client s3 = sdk("500000000004")) {
      String bucket = bucket(s3, "five-sdk");
      s3.putObject(
          request ->
              request
                  .bucket(bucket)
                  .key("k")
                  .contentType("text/x-test")
                  .cacheControl("no-cache")
                  .metadata(Map.of("colour", "red")),
          RequestBody.fromString("hello"));

      var got = s3.getObjectAsBytes(request -> request.bucket(bucket).key("k"));
      assertThat(got.asUtf8String()).isEqualTo("hello");
      assertThat(got.response().contentType()).isEqualTo("text/x-test");
      assertThat(got.response().cacheControl()).isEqualTo("no-cache");
      assertThat(got.response().metadata()).containsEntry("colour", "red");
      assertThat(
              s3.getObjectAsBytes(request -> request.bucket(bucket).key("k").range("bytes=1-2"))
                  .asUtf8String())
          .isEqualTo("el");
      assertThat(code(() -> s3.getObjectAsBytes(request -> request.bucket(bucket).key("none"))))
          .isEqualTo("NoSuchKey");
      assertThat(
              code(
                  () ->
                      s3.getObjectAsBytes(
                          request -> request.bucket(bucket).key("k").range("bytes=9-"))))
          .isEqualTo("InvalidRange");
      assertThat(
              code(
                  () ->
                      s3.putObject(
                          request -> request.bucket(bucket).key("k").ifNoneMatch("*"),
                          RequestBody.fromString("other"))))
          .isEqualTo("PreconditionFailed");
      s3.copyObject(
          request ->
              request
                  .sourceBucket(bucket)
                  .sourceKey("k")
                  .destinationBucket(bucket)
                  .destinationKey("k2")
                  .metadataDirective(MetadataDirective.REPLACE)
                  .metadata(Map.of("shape", "round")));
      assertThat(s3.headObject(request -> request.bucket(bucket).key("k2")).metadata())
          .isEqualTo(Map.of("shape", "round"));
      assertThat(
              s3.deleteObjects(
                      request ->
                          request
                              .bucket(bucket)
                              .delete(
                                  d ->
                                      d.objects(
                                          ObjectIdentifier.builder().key("k").build(),
                                          ObjectIdentifier.builder().key("never").build())))
                  .deleted())
          .hasSize(2);
      assertThat(events(bucket))
          .containsExactly(
              "ObjectCreated:Put k",
              "ObjectCreated:Copy k2",
              "ObjectRemoved:Delete k",
              "ObjectRemoved:Delete never");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ChecksumAlgorithm.class,
      names = {"CRC32", "SHA1", "SHA256"})
  void checksWhatTheSdkSends(ChecksumAlgorithm algorithm) {
    try (S3Client s3 = sdk("500000000005")) {
      String bucket = bucket(s3, "five-sum-" + algorithm.name().toLowerCase(java.util.Locale.ROOT));

      s3.putObject(
          request -> request.bucket(bucket).key("k").checksumAlgorithm(algorithm),
          RequestBody.fromString("hello"));

      assertThat(
              s3.getObjectAsBytes(
                      request -> request.bucket(bucket).key("k").checksumMode(ChecksumMode.ENABLED))
                  .asUtf8String())
          .isEqualTo("hello");
      assertThat(
              code(
                  () ->
                      s3.putObject(
                          request -> request.bucket(bucket).key("wrong").checksumCRC32("AAAAAA=="),
                          RequestBody.fromString("hello"))))
          .isEqualTo("BadDigest");
      assertThat(events(bucket)).containsExactly("ObjectCreated:Put k");
    }
  }

  @Test
  void takesFiftyMegabytes_wholeAndInParts() {
    byte[] content = noise(50 << 20);
    try (S3Client s3 = sdk("500000000006")) {
      String bucket = bucket(s3, "five-large");
      s3.putObject(request -> request.bucket(bucket).key("whole"), RequestBody.fromBytes(content));
      String id =
          s3.createMultipartUpload(
                  request -> request.bucket(bucket).key("parts").contentType("image/x-large"))
              .uploadId();
      List<CompletedPart> parts =
          IntStream.range(0, content.length / PART)
              .mapToObj(i -> upload(s3, bucket, id, i + 1, content))
              .toList();
      assertThat(s3.listParts(r -> r.bucket(bucket).key("parts").uploadId(id)).parts()).hasSize(10);
      s3.completeMultipartUpload(
          request ->
              request
                  .bucket(bucket)
                  .key("parts")
                  .uploadId(id)
                  .multipartUpload(upload -> upload.parts(parts)));

      for (String key : List.of("whole", "parts")) {
        assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArray())
            .isEqualTo(content);
      }
      assertThat(s3.headObject(r -> r.bucket(bucket).key("parts")).contentType())
          .isEqualTo("image/x-large");
      assertThat(events(bucket))
          .containsExactly(
              "ObjectCreated:Put whole", "ObjectCreated:CompleteMultipartUpload parts");
      s3.deleteObject(r -> r.bucket(bucket).key("whole"));
      s3.deleteObject(r -> r.bucket(bucket).key("parts"));
    }
  }

  private static CompletedPart upload(
      S3Client s3, String bucket, String id, int number, byte[] content) {
    byte[] part = java.util.Arrays.copyOfRange(content, (number - 1) * PART, number * PART);
    String eTag =
        s3.uploadPart(
                request -> request.bucket(bucket).key("parts").uploadId(id).partNumber(number),
                RequestBody.fromBytes(part))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(eTag).build();
  }

  @Test
  void refusesAnUploadWhosePartsAreTooSmall() {
    try (S3Client s3 = sdk("500000000007")) {
      String bucket = bucket(s3, "five-parts");
      String id = s3.createMultipartUpload(r -> r.bucket(bucket).key("k")).uploadId();
      List<CompletedPart> parts =
          IntStream.of(1, 2)
              .mapToObj(
                  number ->
                      CompletedPart.builder()
                          .partNumber(number)
                          .eTag(
                              s3.uploadPart(
                                      r ->
                                          r.bucket(bucket).key("k").uploadId(id).partNumber(number),
                                      RequestBody.fromString("small"))
                                  .eTag())
                          .build())
              .toList();

      assertThat(
              code(
                  () ->
                      s3.completeMultipartUpload(
                          r ->
                              r.bucket(bucket)
                                  .key("k")
                                  .uploadId(id)
                                  .multipartUpload(upload -> upload.parts(parts)))))
          .isEqualTo("EntityTooSmall");
      s3.abortMultipartUpload(r -> r.bucket(bucket).key("k").uploadId(id));

      assertThat(s3.listMultipartUploads(r -> r.bucket(bucket)).uploads()).isEmpty();
      assertThat(events(bucket)).isEmpty();
      s3.deleteBucket(r -> r.bucket(bucket));
    }
  }

  @Test
  void listsPageByPage() {
    try (S3Client s3 = sdk("500000000008")) {
      String bucket = bucket(s3, "five-lists");
      List<String> keys = IntStream.range(0, 25).mapToObj("in/%02d/x"::formatted).toList();
      keys.forEach(
          key -> s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(key)));
      s3.putObject(r -> r.bucket(bucket).key("in"), RequestBody.fromString("beside a folder"));

      assertThat(
              s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix("in/").maxKeys(7)).contents())
          .extracting(S3Object::key)
          .containsExactlyElementsOf(keys);
      assertThat(
              s3.listObjectsV2(r -> r.bucket(bucket).delimiter("/"))
                  .commonPrefixes()
                  .get(0)
                  .prefix())
          .isEqualTo("in/");
      assertThat(s3.listObjects(r -> r.bucket(bucket).marker("in/23/x")).contents())
          .extracting(S3Object::key)
          .containsExactly("in/24/x");
      assertThat(s3.listObjectsV2(r -> r.bucket(bucket).startAfter("in/23/x")).keyCount())
          .isEqualTo(1);
    }
  }

  @Test
  void keepsVersions_inMemory() {
    try (S3Client s3 = sdk("500000000009")) {
      String bucket = bucket(s3, "five-versions");
      s3.putBucketVersioning(
          r ->
              r.bucket(bucket)
                  .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
      String one =
          s3.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("one")).versionId();
      s3.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("two"));
      String marker = s3.deleteObject(r -> r.bucket(bucket).key("k")).versionId();

      assertThat(code(() -> s3.getObjectAsBytes(r -> r.bucket(bucket).key("k"))))
          .isEqualTo("NoSuchKey");
      assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("k").versionId(one)).asUtf8String())
          .isEqualTo("one");
      var listed = s3.listObjectVersions(r -> r.bucket(bucket));
      assertThat(listed.versions()).hasSize(2);
      assertThat(listed.deleteMarkers()).hasSize(1);
      s3.deleteObject(r -> r.bucket(bucket).key("k").versionId(marker));
      assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("k")).asUtf8String())
          .isEqualTo("two");
      assertThat(events(bucket))
          .containsExactly(
              "ObjectCreated:Put k",
              "ObjectCreated:Put k",
              "ObjectRemoved:DeleteMarkerCreated k",
              "ObjectRemoved:Delete k");
    }
  }

  @Test
  void honoursPresignedUrls() {
    try (S3Client s3 = sdk("500000000010");
        S3Presigner presigner =
            S3Presigner.builder()
                .endpointOverride(served.endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(credentials("500000000010"))
                .serviceConfiguration(
                    S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
      String bucket = bucket(s3, "five-signed");
      URI put =
          URI.create(
              presigner
                  .presignPutObject(
                      r ->
                          r.signatureDuration(Duration.ofMinutes(1))
                              .putObjectRequest(o -> o.bucket(bucket).key("a b")))
                  .url()
                  .toString());
      URI get =
          URI.create(
              presigner
                  .presignGetObject(
                      r ->
                          r.signatureDuration(Duration.ofMinutes(1))
                              .getObjectRequest(o -> o.bucket(bucket).key("a b")))
                  .url()
                  .toString());

      assertThat(
              http(HttpRequest.newBuilder(put).PUT(HttpRequest.BodyPublishers.ofString("hello")))
                  .statusCode())
          .isEqualTo(200);
      assertThat(http(HttpRequest.newBuilder(get)).body()).isEqualTo("hello");
      assertThat(events(bucket)).containsExactly("ObjectCreated:Put a b");
    }
  }

  @Test
  void readsCodeFromABucket() {
    AwsCli aws = cli("500000000011");
    aws.write("code.zip", Zips.ofHandler("'from the bucket'"));
    for (String line :
        List.of(
            "aws s3 mb s3://five-code",
            "aws s3 cp code.zip s3://five-code/v/code.zip",
            "aws lambda create-function --function-name f --code S3Bucket=five-code,S3Key=v/code.zip --role arn:aws:iam::500000000011:role/any --handler index.handler --runtime nodejs22.x",
            "aws lambda invoke --function-name f out.json")) {
      assertThat(aws.runLine(line).exitCode()).as(line).isZero();
    }

    assertThat(aws.read("out.json")).isEqualTo("\"from the bucket\"");
    assertThat(
            aws.refusal(
                "lambda",
                "update-function-code",
                "--function-name",
                "f",
                "--s3-bucket",
                "five-code",
                "--s3-key",
                "none.zip"))
        .contains("S3 Error Code: NoSuchKey");
  }
}
