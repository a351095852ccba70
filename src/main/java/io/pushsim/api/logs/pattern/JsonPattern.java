package io.pushsim.api.logs.pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A condition on messages that are JSON; what is none does not match. */
record JsonPattern(JsonCondition condition) implements FilterPattern {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Override
  public boolean matches(String message) {
    if (!message.startsWith("{") && !message.startsWith("[")) {
      return false;
    }
    JsonNode json;
    try {
      json = MAPPER.readTree(message);
    } catch (JsonProcessingException e) {
      return false; // a text in braces
    }
    return condition.holds(json);
  }
}
