package io.pushsim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.testing.TestResource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The AWS SDK's requests and responses as JSON by AWS's names, by the SDK's own description of
 * their members. A blob is base64, but a payload is text, or begins with {@code base64:}.
 */
final class SdkShapes {
  private static final String BASE64 = "base64:";

  private SdkShapes() {}

  /** Fills a builder and builds; fails for members that the SDK does not know. */
  static Object built(SdkPojo builder, JsonNode members) {
    Map<String, SdkField<?>> fields = new LinkedHashMap<>();
    builder.sdkFields().forEach(field -> fields.put(field.memberName(), field));
    assertThat(fields.keySet())
        .as("members of %s", builder.getClass().getName())
        .containsAll(Script.names(members));
    members
        .properties()
        .forEach(
            member -> {
              SdkField<?> field = Objects.requireNonNull(fields.get(member.getKey()));
              field.set(builder, value(field, member.getValue()));
            });
    return ((SdkBuilder<?, ?>) builder).build();
  }

  private static Object value(SdkField<?> field, JsonNode node) {
    return switch (field.marshallingType().getKnownType()) {
      case STRING -> node.asText();
      case INTEGER -> node.intValue();
      case LONG -> node.longValue();
      case DOUBLE -> node.doubleValue();
      case BOOLEAN -> node.booleanValue();
      case SDK_BYTES -> bytes(field, node.asText());
      case SDK_POJO -> built(field.constructor().get(), node);
      case LIST -> list(field.getTrait(ListTrait.class).memberFieldInfo(), node);
      case MAP -> map(field.getTrait(MapTrait.class).valueFieldInfo(), node);
      default -> throw new AssertionError("no JSON is known for " + field.marshallingType());
    };
  }

  private static SdkBytes bytes(SdkField<?> field, String text) {
    if (!field.containsTrait(PayloadTrait.class)) {
      return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text));
    }
    return text.startsWith(BASE64)
        ? SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text.substring(BASE64.length())))
        : SdkBytes.fromUtf8String(text);
  }

  private static List<Object> list(SdkField<?> item, JsonNode node) {
    List<Object> items = new ArrayList<>();
    node.forEach(each -> items.add(value(item, each)));
    return items;
  }

  private static Map<String, Object> map(SdkField<?> value, JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties().forEach(each -> map.put(each.getKey(), value(value, each.getValue())));
    return map;
  }

  /** The members that are there; a payload that is JSON is that JSON. */
  static ObjectNode json(SdkPojo pojo) {
    return json(pojo, true);
  }

  /** The members that come in the body, not in the status or a header. */
  static ObjectNode bodyJson(SdkPojo pojo) {
    return json(pojo, false);
  }

  private static ObjectNode json(SdkPojo pojo, boolean all) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      if (all || field.location() == MarshallLocation.PAYLOAD) {
        node(field.getValueOrDefault(pojo)).ifPresent(node -> json.set(field.memberName(), node));
      }
    }
    return json;
  }

  private static Optional<JsonNode> node(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value == null
        || value instanceof SdkAutoConstructList
        || value instanceof SdkAutoConstructMap) {
      return Optional.empty();
    }
    if (value instanceof SdkPojo pojo) {
      return Optional.of(json(pojo, true));
    }
    if (value instanceof List<?> list) {
      ArrayNode array = nodes.arrayNode();
      list.forEach(item -> array.add(node(item).orElseThrow()));
      return Optional.of(array);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = nodes.objectNode();
      map.forEach((key, item) -> object.set((String) key, node(item).orElseThrow()));
      return Optional.of(object);
    }
    if (value instanceof SdkBytes bytes) {
      return bytes.asByteArrayUnsafe().length == 0
          ? Optional.empty()
          : Optional.of(TestResource.json(bytes.asUtf8String()));
    }
    if (value instanceof Instant time) {
      // As the service's JSON has it: seconds since 1970.
      return Optional.of(nodes.numberNode(BigDecimal.valueOf(time.toEpochMilli(), 3)));
    }
    return Optional.of(TestResource.tree(value));
  }
}
