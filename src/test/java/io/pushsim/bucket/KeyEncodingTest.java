package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          my_key_0                   | my_key_0
          testupload/dir1/file.txt   | testupload/dir1/file.txt
          a@b                        | a%40b
          red flower.jpg             | red+flower.jpg
          a+b                        | a%2Bb
          100%                       | 100%25
          A-Za-z0-9-_.*              | A-Za-z0-9-_.*
          ~                          | %7E
          é日本😀                      | %C3%A9%E6%97%A5%E6%9C%AC%F0%9F%98%80
          &<>'()!                    | %26%3C%3E%27%28%29%21
          folder/                    | folder/
          """)
  void encodesAndDecodes(String key, String encoded) {
    assertThat(KeyEncoding.encode(key)).isEqualTo(encoded);
    assertThat(KeyEncoding.decode(encoded)).contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a%2", "%zz", "%-1", "%C3", "%FF%FE"})
  void decodesNothing_whenTextIsNotWellEncoded(String text) {
    assertThat(KeyEncoding.decode(text)).isEmpty();
    assertThat(KeyEncoding.decodeLeniently(text)).isEqualTo(text);
  }
}
