package io.pushsim.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How requests and responses are JSON: AWS's capitals, and what is absent left out. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  private static final String UNWRITABLE = "a response's record cannot be written as JSON";

  private Json() {}

  /** The request that parameters of the right form are. */
  static <Q extends Record> Q read(ObjectNode parameters, Class<Q> request) {
    try {
      return MAPPER.treeToValue(parameters, request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("parameters passed their shape but cannot be read", e);
    }
  }

  static JsonNode tree(Object response) {
    return MAPPER.valueToTree(response);
  }

  static String text(Object response) {
    try {
      return MAPPER.writeValueAsString(response);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(UNWRITABLE, e);
    }
  }

  static ObjectNode nothing() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(Object response) {
    try {
      return MAPPER.writeValueAsBytes(response);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(UNWRITABLE, e);
    }
  }

  /** The one JSON value that the text is: nothing before it, nothing after it. */
  static JsonNode parse(String text) throws JsonProcessingException {
    try (JsonParser parser = MAPPER.createParser(text)) {
      JsonNode value = MAPPER.readTree(parser);
      if (value == null) {
        throw new JsonParseException(parser, "No content to map due to end-of-input");
      }
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "Unexpected content after the JSON value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  /** The text itself, if it is one JSON value. */
  static String check(String text) throws JsonProcessingException {
    checkOneValue(() -> MAPPER.createParser(text));
    return text;
  }

  /** The text that the bytes are in UTF-8, if it is one JSON value. */
  static String check(byte[] text) throws JsonProcessingException {
    checkOneValue(() -> MAPPER.createParser(text));
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Opens a text for reading. */
  private interface Opening {
    JsonParser open() throws IOException;
  }

  private static void checkOneValue(Opening text) throws JsonProcessingException {
    try (JsonParser parser = text.open()) {
      if (parser.nextToken() == null) {
        throw new JsonParseException(parser, "No content to map due to end-of-input");
      }
      parser.skipChildren();
      parser.finishToken();
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "Unexpected content after the JSON value");
      }
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }
}
