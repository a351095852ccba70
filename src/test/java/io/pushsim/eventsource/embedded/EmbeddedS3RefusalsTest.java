package io.pushsim.eventsource.embedded;

import static io.pushsim.eventsource.embedded.EmbeddedWorld.HELLO_MD5;
import static io.pushsim.eventsource.embedded.EmbeddedWorld.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.bucket.BucketChange;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not done, of which nothing is left and nothing is told. */
@Timeout(60)
class EmbeddedS3RefusalsTest {
  private final EmbeddedWorld world = new EmbeddedWorld(ObjectFiles.inMemory(16 << 20));

  private static ErrorCode code(EmbeddedWorld.Request request) {
    return catchThrowableOfType(SimulatorException.class, request::answer).code();
  }

  @Test
  void leavesNothing_whenTheBodyStopsBeforeItsEnd() throws IOException {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[100_000]),
            new FilterInputStream(InputStream.nullInputStream()) {
              @Override
              public int read(byte[] into, int start, int length) throws IOException {
                throw new IOException("the client has gone");
              }
            });

    assertThatThrownBy(() -> world.put("key").sending(broken, 200_000).answer())
        .hasRootCauseMessage("the client has gone");
    assertThat(refusal(world.put("key").sending(new ByteArrayInputStream(new byte[3]), 5)).code())
        .isEqualTo("IncompleteBody");

    assertThat(world.events).isEmpty();
    assertThat(world.keys()).isEmpty();
    assertThat(world.s3.changing()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Content-MD5, 1B2M2Y8AsgTpgAmY7PhCfg==, BadDigest",
    "Content-MD5, short, InvalidDigest",
    "x-amz-checksum-crc32, AAAAAA==, BadDigest",
    "x-amz-checksum-sha256, AAAAAA==, BadDigest"
  })
  void storesNothing_whenTheChecksumIsAnothers(String header, String value, String code)
      throws IOException {
    assertThat(refusal(world.put("key").with(header, value).sending("hello")).code())
        .isEqualTo(code);

    assertThat(world.events).isEmpty();
    assertThat(world.keys()).isEmpty();
  }

  @Test
  void keepsOthersOut() throws IOException {
    world.put("mine").sending("hello").answer();

    assertThat(code(world.get("mine").by(EmbeddedWorld.OTHER)))
        .isEqualTo(ErrorCode.S3_ACCESS_DENIED);
    assertThat(code(world.put("theirs").in("pears").sending("x")))
        .isEqualTo(ErrorCode.S3_ACCESS_DENIED);
    assertThat(
            code(
                world
                    .request("CopyObject", "PUT", "copy")
                    .in("pears")
                    .by(EmbeddedWorld.OTHER)
                    .with("x-amz-copy-source", "/apples/mine")))
        .isEqualTo(ErrorCode.S3_ACCESS_DENIED);
    assertThat(code(world.get("mine").with("x-amz-expected-bucket-owner", "333333333333")))
        .isEqualTo(ErrorCode.S3_ACCESS_DENIED);
    assertThat(code(world.get("mine").in("nowhere"))).isEqualTo(ErrorCode.S3_NO_SUCH_BUCKET);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl, public-read",
    "x-amz-tagging, a=b",
    "x-amz-server-side-encryption, aws:kms",
    "x-amz-website-redirect-location, /",
    "x-amz-checksum-sha512, AAAA",
    "x-amz-object-lock-mode, COMPLIANCE"
  })
  void refusesByName_whatNobodyWouldCarryOut(String header, String value) {
    ObjectRefusal refused = refusal(world.put("key").with(header, value).sending("hello"));

    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.code()).isEqualTo("NotImplemented");
    assertThat(refused.message()).contains(header, value);
  }

  @Test
  void saysThatNothingChanged_whenTheClientHasItAlready() throws IOException {
    world.put("key").sending("hello").answer();

    assertThat(refusal(world.get("key").with("If-None-Match", '"' + HELLO_MD5 + '"')).status())
        .isEqualTo(304);
    assertThat(refusal(world.put("key").with("If-None-Match", "*").sending("x")).code())
        .isEqualTo("PreconditionFailed");
    assertThat(world.events).hasSize(1);
  }

  @Test
  void deletesABucket_whenItIsEmpty() throws IOException {
    world.put("key").sending("hello").answer();
    assertThatThrownBy(() -> world.s3.delete("apples"))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.S3_BUCKET_NOT_EMPTY));
    world.delete("key").answer();

    world.s3.delete("apples");

    assertThat(code(world.put("late").sending("x"))).isEqualTo(ErrorCode.S3_NO_SUCH_BUCKET);
    world.buckets.apply(new BucketChange.BucketDeleted("apples"));
    world.s3.create("apples");
    world.bucket("apples", EmbeddedWorld.OTHER);
    assertThat(world.put("key").by(EmbeddedWorld.OTHER).sending("x").answer().status())
        .isEqualTo(200);
  }

  @Test
  void takesNoObject_whenItsBucketGoesDuringTheUpload() throws IOException {
    InputStream body =
        new FilterInputStream(new ByteArrayInputStream(new byte[10])) {
          @Override
          public int read(byte[] into, int start, int length) throws IOException {
            world.s3.clear(List.of("apples"));
            return super.read(into, start, length);
          }
        };

    assertThat(code(world.put("key").sending(body, 10))).isEqualTo(ErrorCode.S3_NO_SUCH_BUCKET);

    assertThat(world.events).isEmpty();
    world.s3.create("apples");
    assertThat(world.keys()).isEmpty();
  }

  @Test
  void refusesWhatMemoryHasNoRoomFor() throws IOException {
    EmbeddedWorld small = new EmbeddedWorld(ObjectFiles.inMemory(1 << 20));
    small.put("some").sending(new byte[600_000]).answer();

    ObjectRefusal refused = refusal(small.put("more").sending(new byte[600_000]));

    assertThat(refused.status()).isEqualTo(507);
    assertThat(refused.message()).contains("no room");
    assertThat(small.keys()).containsExactly("some");
    small.delete("some").answer();
    assertThat(small.put("more").sending(new byte[600_000]).answer().status()).isEqualTo(200);
  }
}
