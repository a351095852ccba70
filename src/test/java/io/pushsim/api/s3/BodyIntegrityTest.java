package io.pushsim.api.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.error.SimulatorException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyIntegrityTest {
  /** What CRCs are commonly checked with; its CRC-64/NVME is 0xae8b14860a799888. */
  private static final byte[] BODY = "123456789".getBytes(UTF_8);

  @ParameterizedTest
  @CsvSource({
    "Content-MD5, JfnnlDI7RTiF9RgfG2JNCw==",
    "x-amz-checksum-crc32, y/Q5Jg==",
    "X-Amz-Checksum-CRC32C, 4waSgw==",
    "x-amz-checksum-crc64nvme, rosUhgp5mIg=",
    "x-amz-checksum-md5, JfnnlDI7RTiF9RgfG2JNCw==",
    "x-amz-checksum-sha1, 98O8HYCOBHMq32eZZczDTKeuNEE=",
    "x-amz-checksum-sha256, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
    "x-amz-checksum-sha512, 2eZ2LdHI6vbWGzxhkvxAjU1tXxF20MKRabwk5xw/J0rSf81YEbMT1oH35V7ALXPUmclUVba1u1A6z1dPuo/+hQ=="
  })
  void letsABodyPass_whenTheChecksumIsRight(String header, String value) {
    assertThatCode(() -> check(Map.of(header, value))).doesNotThrowAnyException();

    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class,
            () ->
                BodyIntegrity.check(
                    Requests.of("PUT", "/b", Map.of(header, value)), "12345678".getBytes(UTF_8)));
    assertThat(refusal.code().shapeName()).isEqualTo("BadDigest");
  }

  @Test
  void saysWhatWasComputed_whenContentMd5IsWrong() {
    SimulatorException refusal = refusal(Map.of("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="));

    assertThat(refusal.message())
        .isEqualTo("The Content-MD5 you specified did not match what we received.");
    assertThat(refusal.details())
        .containsExactly(
            Map.entry("ExpectedDigest", "AAAAAAAAAAAAAAAAAAAAAA=="),
            Map.entry("CalculatedDigest", "JfnnlDI7RTiF9RgfG2JNCw=="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAA", "JfnnlDI7RTiF9RgfG2JNCw==x"})
  void answersInvalidDigest_whenContentMd5IsNone(String value) {
    SimulatorException refusal = refusal(Map.of("Content-MD5", value));

    assertThat(refusal.code().shapeName()).isEqualTo("InvalidDigest");
    assertThat(refusal.message()).isEqualTo("The Content-MD5 you specified was invalid.");
    assertThat(refusal.details()).containsExactly(Map.entry("Content-MD5", value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x-amz-checksum-crc32=AAAAAA== | BadDigest | The CRC32 you specified did not match the calculated checksum.
          x-amz-checksum-crc32=bad | InvalidRequest | Value for x-amz-checksum-crc32 header is invalid.
          x-amz-checksum-crc32=AAAA | InvalidRequest | Value for x-amz-checksum-crc32 header is invalid.
          x-amz-checksum-crc32=y/Q5Jg==,x-amz-checksum-sha1=98O8HYCOBHMq32eZZczDTKeuNEE= | InvalidRequest | Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.
          x-amz-sdk-checksum-algorithm=CRC32 | InvalidRequest | x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.
          x-amz-sdk-checksum-algorithm=CRC32,x-amz-checksum-sha1=98O8HYCOBHMq32eZZczDTKeuNEE= | InvalidRequest | Value for x-amz-sdk-checksum-algorithm header is invalid.
          x-amz-checksum-xxhash64=AAAA | NotSimulatedException | x-amz-checksum-xxhash64 is not simulated; send one of [CRC32, CRC32C, CRC64NVME, MD5, SHA1, SHA256, SHA512]
          """)
  void refusesAChecksum(String headers, String code, String message) {
    Map<String, String> given = new HashMap<>();
    for (String header : headers.split(",")) {
      int equals = header.indexOf('=');
      given.put(header.substring(0, equals), header.substring(equals + 1));
    }

    SimulatorException refusal = refusal(given);

    assertThat(refusal.code().shapeName()).isEqualTo(code);
    assertThat(refusal.message()).isEqualTo(message);
  }

  @Test
  void letsABodyPass_whenTheAnnouncedAlgorithmIsTheHeaders() {
    assertThatCode(
            () ->
                check(
                    Map.of(
                        "x-amz-sdk-checksum-algorithm",
                        "CRC32",
                        "x-amz-checksum-crc32",
                        "y/Q5Jg==")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Encoding, aws-chunked",
    "Content-Encoding, 'gzip,aws-chunked'",
    "X-Amz-Content-SHA256, STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "x-amz-trailer, x-amz-checksum-crc32"
  })
  void refusesABodyInChunksByName(String header, String value) {
    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class,
            () ->
                BodyIntegrity.checkWhole(
                    Requests.of("PUT", "/b", Map.of(header, value)), "CreateBucket"));

    assertThat(refusal.message())
        .isEqualTo(
            "A body in aws-chunked encoding is not simulated for CreateBucket; send it whole");
  }

  private static void check(Map<String, String> headers) {
    BodyIntegrity.check(Requests.of("PUT", "/b", headers), BODY);
  }

  private static SimulatorException refusal(Map<String, String> headers) {
    return catchThrowableOfType(SimulatorException.class, () -> check(headers));
  }
}
