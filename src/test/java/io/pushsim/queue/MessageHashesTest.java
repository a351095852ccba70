package io.pushsim.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Digests as SQS answered them (recorded by LocalStack's tests, Apache License 2.0:
 * test_send_message_with_binary_attributes, test_dead_letter_queue_message_attributes).
 */
class MessageHashesTest {
  @Test
  void areThoseOfSqs_forABody() {
    assertThat(MessageHashes.ofBody("test")).isEqualTo("098f6bcd4621d373cade4e832627b4f6");
    assertThat(MessageHashes.ofBody("message-1")).isEqualTo("3d6b824fd8c1520e9a047d21fee6fb1f");
  }

  @Test
  void areThoseOfSqs_forATextAttribute() {
    assertThat(
            MessageHashes.ofAttributes(Map.of("MyAttribute", MessageAttribute.ofString("foobar"))))
        .contains("adb59cd4678ea5a855436b949cd07ab6");
  }

  @Test
  void areThoseOfSqs_forABinaryAttribute() {
    byte[] value =
        "traceparent\u001e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01"
            .getBytes(StandardCharsets.UTF_8);
    MessageAttribute attribute =
        new MessageAttribute(
            "Binary", Optional.empty(), Optional.of(Base64.getEncoder().encodeToString(value)));

    assertThat(MessageHashes.ofAttributes(Map.of("attr1", attribute)))
        .contains("8cbe4db156db8a94db8b801b7addb984");
  }

  @Test
  void doNotDependOnTheOrderOfAttributes() {
    Map<String, MessageAttribute> one = new LinkedHashMap<>();
    one.put("a", MessageAttribute.ofNumber(1));
    one.put("b", MessageAttribute.ofString("x"));
    Map<String, MessageAttribute> other = new LinkedHashMap<>();
    other.put("b", MessageAttribute.ofString("x"));
    other.put("a", MessageAttribute.ofNumber(1));

    assertThat(MessageHashes.ofAttributes(one)).isEqualTo(MessageHashes.ofAttributes(other));
    assertThat(MessageHashes.ofAttributes(Map.of())).isEmpty();
  }

  @Test
  void aMessagesSize_isThatOfItsBodyAndItsAttributes() {
    assertThat(MessageHashes.size("ü", Map.of("ab", MessageAttribute.ofNumber(123))))
        .isEqualTo(2 + 2 + 6 + 3);
  }
}
