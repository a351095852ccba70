package io.pushsim.check.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.policy.PolicyDocument;
import java.util.Map;

/** Reads the JSON text that GetPolicy answers. */
final class PolicyText {
  private static final JsonMapper JSON = new JsonMapper();

  private PolicyText() {}

  /**
   * @throws IllegalArgumentException where it is no policy
   */
  static PolicyDocument read(String text) {
    try {
      if (JSON.readValue(text, Object.class) instanceof Map<?, ?> policy) {
        return PolicyDocument.fromPlain(policy);
      }
      throw new IllegalArgumentException("it is no JSON object");
    } catch (JsonProcessingException noJson) {
      throw new IllegalArgumentException(noJson.getOriginalMessage(), noJson);
    }
  }
}
