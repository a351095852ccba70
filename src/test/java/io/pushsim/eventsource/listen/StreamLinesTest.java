package io.pushsim.eventsource.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamLinesTest {

  @Test
  void doNotGrow_whenOnlyBlanksCome() throws IOException {
    AtomicInteger reads = new AtomicInteger();
    StreamLines lines =
        new StreamLines(inPieces(" ".repeat(2_000_000) + "a\n", 1000), reads::incrementAndGet);

    assertThat(lines.next()).contains("a");
    assertThat(reads.get()).isGreaterThan(200);
    assertThat(lines.isWithinLine()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100_000})
  void areTheSame_howeverTheBytesCome(int most) throws IOException {
    AtomicInteger reads = new AtomicInteger();
    String long_ = "é日本".repeat(3000);
    StreamLines lines =
        new StreamLines(
            inPieces("  a \n\n" + long_ + "\n     b\nno end", most), reads::incrementAndGet);

    List<String> read = new ArrayList<>();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      read.add(line.get());
    }

    assertThat(read).containsExactly("a ", "", long_, "b");
    assertThat(lines.isWithinLine()).isTrue();
    assertThat(reads.get()).isPositive();
  }

  @Test
  void areAsLongAsANotificationMayBe() throws IOException {
    String longest = "x".repeat(1_048_576);

    assertThat(new StreamLines(inPieces(longest + "\n", 100_000), () -> {}).next())
        .contains(longest);
    assertThatThrownBy(() -> new StreamLines(inPieces(longest + "x\n", 100_000), () -> {}).next())
        .isInstanceOf(IOException.class)
        .hasMessage("a line of more than 1,048,576 bytes came");
  }

  private static InputStream inPieces(String text, int most) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, most));
      }

      @Override
      public int read(byte[] into) {
        return read(into, 0, into.length);
      }
    };
  }
}
