package io.pushsim.eventsource.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.eventsource.embedded.ObjectCall.ChunkSignatures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.checksum.FlexChecksum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedBodyTest {
  private static final String HELLO_CRC32 = "NhCmhg==";

  private static InputStream of(String body, Optional<ChunkSignatures> signatures) {
    return new ChunkedBody(
        new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)),
        Optional.of(FlexChecksum.CRC32),
        signatures);
  }

  private static String read(String body) throws IOException {
    return new String(of(body, Optional.empty()).readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:" + HELLO_CRC32 + "\r\n\r\n",
        "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:" + HELLO_CRC32 + "\n\r\n\r\n",
        "2\r\nhe\r\n3\r\nllo\r\n0\r\nx-amz-checksum-crc32:" + HELLO_CRC32 + "\r\n",
        "2;chunk-signature=00\r\nhe\r\n3;chunk-signature=11\r\nllo\r\n0;chunk-signature=22\r\n"
            + "X-Amz-Checksum-Crc32: "
            + HELLO_CRC32
            + "\r\nx-amz-trailer-signature:33\r\n\r\n"
      })
  void isWhatTheChunksHold(String body) throws IOException {
    assertThat(read(body)).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n",
        "5\r\nhello\r\n0\r\n\r\n",
        "5\r\nhello\r\n",
        "5\r\nhel",
        "4\r\nhello\r\n0\r\n\r\n",
        "x\r\nhello\r\n0\r\n\r\n",
        "-5\r\nhello\r\n0\r\n\r\n",
        ""
      })
  void fails_whenItIsNotWhatWasSent(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(ObjectRefusal.class);
  }

  @Test
  void hasEachChunkChecked_andTheTrailer() throws IOException {
    List<String> checked = new ArrayList<>();
    ChunkSignatures signatures =
        new ChunkSignatures() {
          @Override
          public void checkChunk(String sha256, String signature) {
            checked.add(signature + " " + sha256.substring(0, 8));
          }

          @Override
          public void checkTrailer(String sha256, String signature) {
            checked.add("trailer " + signature + " " + sha256.substring(0, 8));
          }
        };
    String body =
        "5;chunk-signature=aa\r\nhello\r\n0;chunk-signature=bb\r\nx-amz-checksum-crc32:"
            + HELLO_CRC32
            + "\r\nx-amz-trailer-signature:cc\r\n\r\n";

    assertThat(of(body, Optional.of(signatures)).readAllBytes()).hasSize(5);

    // SHA-256 of hello, of nothing, and of the trailing header with its line feed.
    assertThat(checked).containsExactly("aa 2cf24dba", "bb e3b0c442", "trailer cc 38e99211");
  }
}
