package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

/** What every S3 server behind pushsim does with objects, each change of which is pushed. */
abstract class S3ObjectsContract extends S3FrontWorld {
  @Test
  void keepsAnObjectAndTellsOfIt() {
    Pushes pushes = telling("whole-life");
    s3.putObject(
        request ->
            request
                .bucket("whole-life")
                .key("prod/a.txt")
                .contentType("text/plain")
                .metadata(Map.of("colour", "grün")),
        RequestBody.fromString("hello world"));

    ResponseInputStream<GetObjectResponse> range =
        s3.getObject(request -> request.bucket("whole-life").key("prod/a.txt").range("bytes=6-8"));
    assertThat(range).hasContent("wor");
    assertThat(range.response().contentRange()).isEqualTo("bytes 6-8/11");
    assertThat(
            s3.headObject(request -> request.bucket("whole-life").key("prod/a.txt"))
                .contentLength())
        .isEqualTo(11);
    assertPushed(pushes.await("prod/a.txt", 1).get(0), "ObjectCreated:Put");

    s3.copyObject(
        request ->
            request
                .sourceBucket("whole-life")
                .sourceKey("prod/a.txt")
                .destinationBucket("whole-life")
                .destinationKey("prod/copy.txt"));
    assertThat(get("whole-life", "prod/copy.txt")).isEqualTo("hello world");
    assertPushed(pushes.await("prod/copy.txt", 1).get(0), "ObjectCreated:Copy");

    s3.deleteObject(request -> request.bucket("whole-life").key("prod/a.txt"));
    assertThatThrownBy(() -> get("whole-life", "prod/a.txt"))
        .isInstanceOf(NoSuchKeyException.class);
    assertPushed(pushes.await("prod/a.txt", 2).get(1), "ObjectRemoved:Delete");
  }

  /** They sign with credentials of their own, of which a server behind knows nothing. */
  @Test
  void isReachedByFunctions_whoseChangesItTellsOf() {
    Pushes pushes = telling("by-a-function");
    put("by-a-function", "source", "hello");

    String answer =
        answerOf(
            """
            const { S3Client, GetObjectCommand, PutObjectCommand, ListObjectsV2Command } = require('@aws-sdk/client-s3');
            const s3 = new S3Client({});
            exports.handler = async ({ Bucket }) => {
              const source = await s3.send(new GetObjectCommand({ Bucket, Key: 'source' }));
              const Body = await source.Body.transformToString();
              await s3.send(new PutObjectCommand({ Bucket, Key: 'prod/a b', Body }));
              const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'prod/' }));
              const missing = await s3.send(new GetObjectCommand({ Bucket, Key: 'none' })).catch((e) => e.name);
              return [Contents.map((object) => object.Key), missing];
            };
            """,
            "{\"Bucket\": \"by-a-function\"}");

    assertThat(answer).isEqualTo("[[\"prod/a b\"],\"NoSuchKey\"]");
    assertThat(get("by-a-function", "prod/a b")).isEqualTo("hello");
    assertPushed(pushes.await("prod/a b", 1).get(0), "ObjectCreated:Put");
  }

  @Test
  void deniesWhoMayNotBeTold() {
    Pushes pushes = telling("beta-too");
    put("beta-too", "beta/a.txt", "hello");

    JsonNode delivery = pushes.await("beta/a.txt", 1).get(0);
    assertThat(delivery.path("target").asText()).endsWith(":BETA");
    assertThat(delivery.path("outcome").asText()).isEqualTo("denied");
    assertThat(delivery.at("/decision/kind").asText()).isEqualTo("implicitDeny");
    assertThat(delivery.at("/decision/remedies/0/command").asText())
        .contains("--qualifier BETA", "--source-arn arn:aws:s3:::beta-too");
  }

  @Test
  void putsAnObjectTogether() {
    Pushes pushes = telling("in-parts");
    String upload =
        s3.createMultipartUpload(request -> request.bucket("in-parts").key("prod/big")).uploadId();
    List<byte[]> parts = List.of(bytes(5 * MEBIBYTE, 1), bytes(1000, 2));
    List<CompletedPart> done =
        IntStream.rangeClosed(1, 2)
            .mapToObj(
                number ->
                    CompletedPart.builder()
                        .partNumber(number)
                        .eTag(
                            s3.uploadPart(
                                    request ->
                                        request
                                            .bucket("in-parts")
                                            .key("prod/big")
                                            .uploadId(upload)
                                            .partNumber(number),
                                    RequestBody.fromBytes(parts.get(number - 1)))
                                .eTag())
                        .build())
            .toList();
    s3.completeMultipartUpload(
        request ->
            request
                .bucket("in-parts")
                .key("prod/big")
                .uploadId(upload)
                .multipartUpload(all -> all.parts(done)));

    assertThat(s3.headObject(request -> request.bucket("in-parts").key("prod/big")).contentLength())
        .isEqualTo(5 * MEBIBYTE + 1000);
    assertPushed(pushes.await("prod/big", 1).get(0), "ObjectCreated:CompleteMultipartUpload");
  }

  @Test
  void deletesManyAtOnce() {
    Pushes pushes = telling("many-at-once");
    List<String> keys = List.of("prod/1", "prod/2", "prod/a b");
    keys.forEach(key -> put("many-at-once", key, key));
    keys.forEach(key -> pushes.await(key, 1));

    s3.deleteObjects(
        request ->
            request
                .bucket("many-at-once")
                .delete(
                    all ->
                        all.objects(
                            keys.stream()
                                .map(key -> ObjectIdentifier.builder().key(key).build())
                                .toList())));

    for (String key : keys) {
      assertPushed(pushes.await(key, 2).get(1), "ObjectRemoved:Delete");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prod/a b.txt",
        "prod/a+b.txt",
        "prod/100%.txt",
        "prod/%2F%20.txt",
        "prod/日本語/ключ é.txt",
        "prod/a&b=c?d#e;f@g:h,i.txt",
        "prod/~!*()'.txt",
        "prod/<\"quoted\">.txt"
      })
  void keepsOddKeys(String key, TestInfo info) {
    String bucket = "odd-" + Integer.toUnsignedString(key.hashCode());
    Pushes pushes = telling(bucket);
    put(bucket, key, info.getDisplayName());

    assertThat(get(bucket, key)).isEqualTo(info.getDisplayName());
    assertThat(s3.listObjectsV2(request -> request.bucket(bucket)).contents())
        .extracting(S3Object::key)
        .containsExactly(key);
    assertPushed(pushes.await(key, 1).get(0), "ObjectCreated:Put");
  }

  @Test
  void keepsDoubledSlashes_orSaysThatItCannot() {
    telling("doubled");
    if (can(S3Capability.DOUBLED_SLASHES)) {
      put("doubled", "prod//a", "hello");
      assertThat(get("doubled", "prod//a")).isEqualTo("hello");
      return;
    }
    try {
      put("doubled", "prod//a", "hello");
      // A server on a file system takes both for one.
      assertThat(s3.listObjectsV2(request -> request.bucket("doubled")).contents())
          .extracting(S3Object::key)
          .containsExactly("prod/a");
    } catch (S3Exception refused) {
      assertThat(refused.statusCode()).isEqualTo(400);
    }
  }

  @Test
  void keepsVersions() {
    Pushes pushes = telling("versions");
    if (!can(S3Capability.VERSIONS)) {
      assertThatThrownBy(() -> keepVersions("versions"))
          .isInstanceOf(S3Exception.class)
          .extracting(refused -> ((S3Exception) refused).statusCode())
          .isEqualTo(501);
      return;
    }
    keepVersions("versions");
    put("versions", "prod/a", "one");
    put("versions", "prod/a", "two");
    pushes.await("prod/a", 2);
    s3.deleteObject(request -> request.bucket("versions").key("prod/a"));

    assertPushed(
        pushes.await("prod/a", 3).get(2),
        can(S3Capability.DELETE_MARKERS)
            ? "ObjectRemoved:DeleteMarkerCreated"
            : "ObjectRemoved:Delete");
    assertThat(
            s3.listObjectVersions(request -> request.bucket("versions")).versions().stream()
                .map(
                    version ->
                        s3.getObjectAsBytes(
                                request ->
                                    request
                                        .bucket("versions")
                                        .key("prod/a")
                                        .versionId(version.versionId()))
                            .asUtf8String()))
        .containsExactlyInAnyOrder("one", "two");
  }

  private void keepVersions(String bucket) {
    s3.putBucketVersioning(
        request ->
            request
                .bucket(bucket)
                .versioningConfiguration(
                    versions -> versions.status(BucketVersioningStatus.ENABLED)));
  }

  @Test
  void tellsOfTagsAsAwsDoes() {
    Pushes pushes = telling("tagged");
    put("tagged", "prod/a", "hello");
    pushes.await("prod/a", 1);
    Runnable tagging =
        () ->
            s3.putObjectTagging(
                request ->
                    request
                        .bucket("tagged")
                        .key("prod/a")
                        .tagging(tags -> tags.tagSet(Tag.builder().key("k").value("v").build())));
    if (!can(S3Capability.TAGS)) {
      assertThatThrownBy(tagging::run).isInstanceOf(S3Exception.class);
      return;
    }
    tagging.run();

    assertPushed(pushes.await("prod/a", 2).get(1), "ObjectTagging:Put");
  }
}
