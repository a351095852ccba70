package io.pushsim.outside;

import static io.pushsim.outside.EmbeddedProcess.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
 * Objects in pushsim's own buckets, with the AWS SDK for Java. Each test has an account of its own
 * on one served process.
 */
@Timeout(300)
class EmbeddedS3SdkIT {
  private static final String REGION = "us-west-2";
  private static final int PART = 5 << 20;

  private static EmbeddedProcess served;

  @BeforeAll
  static void serve() {
    served = new EmbeddedProcess();
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      served.close();
    }
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

  private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(S3Exception.class, call).awsErrorDetails().errorCode();
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
      assertThat(served.events(bucket))
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
      assertThat(served.events(bucket)).containsExactly("ObjectCreated:Put k");
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
              .mapToObj(
                  i -> {
                    byte[] part = Arrays.copyOfRange(content, i * PART, (i + 1) * PART);
                    return upload(s3, bucket, "parts", id, i + 1, part);
                  })
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
      assertThat(served.events(bucket))
          .containsExactly(
              "ObjectCreated:Put whole", "ObjectCreated:CompleteMultipartUpload parts");
      s3.deleteObject(r -> r.bucket(bucket).key("whole"));
      s3.deleteObject(r -> r.bucket(bucket).key("parts"));
    }
  }

  private static CompletedPart upload(
      S3Client s3, String bucket, String key, String id, int number, byte[] part) {
    String eTag =
        s3.uploadPart(
                request -> request.bucket(bucket).key(key).uploadId(id).partNumber(number),
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
                      upload(s3, bucket, "k", id, number, "small".getBytes(StandardCharsets.UTF_8)))
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
      assertThat(served.events(bucket)).isEmpty();
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
      assertThat(served.events(bucket))
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
              EmbeddedProcess.http(
                      HttpRequest.newBuilder(put).PUT(HttpRequest.BodyPublishers.ofString("hello")))
                  .statusCode())
          .isEqualTo(200);
      assertThat(EmbeddedProcess.http(HttpRequest.newBuilder(get)).body()).isEqualTo("hello");
      assertThat(served.events(bucket)).containsExactly("ObjectCreated:Put a b");
    }
  }
}
