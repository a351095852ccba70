package io.pushsim.eventsource.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
  private static final String TYPE = "multipart/form-data; boundary=xYz";

  private static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] form(byte[] file) {
    byte[] before =
        bytes(
            """
            --xYz
            Content-Disposition: form-data; name="key"

            in/${filename}
            --xYz
            content-disposition: form-data; filename="a \\"b\\".jpg"; name="file"
            Content-Type: image/jpeg

            """);
    byte[] after = bytes("\n--xYz--\n");
    byte[] form = Arrays.copyOf(before, before.length + file.length + after.length);
    System.arraycopy(file, 0, form, before.length, file.length);
    System.arraycopy(after, 0, form, before.length + file.length, after.length);
    return form;
  }

  /** A stream that gives a few bytes at a time. */
  private static InputStream dripping(byte[] body, int most) {
    return new FilterInputStream(new ByteArrayInputStream(body)) {
      @Override
      public int read(byte[] into, int start, int length) throws IOException {
        return super.read(into, start, Math.min(length, most));
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4096, 100_000})
  void readsPartByPart_howeverTheBodyComes(int most) throws IOException {
    byte[] file = new byte[70_000];
    new Random(1).nextBytes(file);
    byte[] tricky = bytes("\n--xY\n-\n--xY");
    System.arraycopy(tricky, 0, file, 16_380, tricky.length);
    FormReader reader = FormReader.of(dripping(form(file), most), TYPE).orElseThrow();

    FormReader.Part key = reader.next().orElseThrow();
    assertThat(key.name()).isEqualTo("key");
    assertThat(key.content().readAllBytes()).isEqualTo(bytes("in/${filename}"));
    FormReader.Part last = reader.next().orElseThrow();
    assertThat(last.name()).isEqualTo("file");
    assertThat(last.fileName()).isEqualTo("a \"b\".jpg");
    assertThat(last.content().readAllBytes()).isEqualTo(file);
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void skipsWhatIsNotRead() throws IOException {
    FormReader reader =
        FormReader.of(new ByteArrayInputStream(form(new byte[3])), TYPE).orElseThrow();

    reader.next();

    assertThat(reader.next().orElseThrow().name()).isEqualTo("file");
  }

  @Test
  void fails_whenTheFormStopsBeforeItsEnd() throws IOException {
    byte[] whole = form(new byte[100]);
    FormReader reader =
        FormReader.of(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 20)), TYPE)
            .orElseThrow();
    reader.next();
    InputStream file = reader.next().orElseThrow().content();

    assertThatThrownBy(file::readAllBytes).hasCauseInstanceOf(ObjectRefusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "multipart/form-data", "application/x-www-form-urlencoded"})
  void takesNoOtherBodies(String type) {
    assertThat(FormReader.of(InputStream.nullInputStream(), type)).isEmpty();
  }
}
