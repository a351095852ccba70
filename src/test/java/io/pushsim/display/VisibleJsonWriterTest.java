package io.pushsim.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleJsonWriterTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100})
  void isTheSameAsForTheWhole_whateverThePieces(int size) throws IOException {
    String json =
        "{\"a\\u0000\": \"é\u202e नम‍स्ते \uD83D\uDE00\uDB40\uDC41 \uFEFFb\u200Dc\", \"plain\": [1, 2, \"\u200B\"]}\n";
    StringWriter text = new StringWriter();
    VisibleJsonWriter writer = new VisibleJsonWriter(text);
    for (int i = 0; i < json.length(); i += size) {
      writer.write(json.substring(i, Math.min(json.length(), i + size)));
    }
    writer.close();

    assertThat(text.toString()).isEqualTo(VisibleText.inJson(json)).contains("\\u202E");
  }
}
