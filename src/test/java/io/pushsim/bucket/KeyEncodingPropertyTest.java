package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KeyEncodingPropertyTest {

  @Property
  void decodesWhatItEncoded(@ForAll String text) {
    String key = wellFormed(text);

    assertThat(KeyEncoding.decode(KeyEncoding.encode(key))).contains(key);
  }

  @Property
  void encodesAsJavaDoesButForTheSlash(@ForAll String text) {
    String key = wellFormed(text);

    assertThat(KeyEncoding.encode(key))
        .isEqualTo(URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"));
    assertThat(URLDecoder.decode(KeyEncoding.encode(key), StandardCharsets.UTF_8)).isEqualTo(key);
  }

  /** The text with each half surrogate pair replaced: no key is anything but Unicode text. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
