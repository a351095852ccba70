package io.pushsim.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/** JSON that was good before. */
final class HostileJson {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String PLACE = "\"@@place@@\"";

  private HostileJson() {}

  /** The bytes of a JSON text like the example, or not so like it. */
  static byte[] like(RandomGenerator random, String example) {
    return switch (random.nextInt(10)) {
      case 0 -> Hostile.mutated(random, example.getBytes(UTF_8));
      case 1 -> Hostile.cut(random, example.getBytes(UTF_8));
      case 2 -> whole(random).getBytes(UTF_8);
      case 3, 4 -> example.getBytes(UTF_8);
      default -> withAnother(random, example).getBytes(UTF_8);
    };
  }

  private static String whole(RandomGenerator random) {
    int deep = 1 << random.nextInt(17);
    return switch (random.nextInt(12)) {
      case 0 -> "[".repeat(deep);
      case 1 -> "[".repeat(deep) + "]".repeat(deep);
      case 2 -> "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
      case 3 -> "null";
      case 4 -> "\"text\"";
      case 5 -> HostileText.number(random);
      case 6 -> "\ufeff{}";
      case 7 -> "{} {}";
      case 8 -> "{\"a\":1,\"a\":2}";
      case 9 -> "{'a':1}";
      case 10 -> "{\"" + "k".repeat(1 << random.nextInt(17)) + "\":1}";
      default -> "// comment\n{}";
    };
  }

  /** The example with something else in one place, or with another key. */
  private static String withAnother(RandomGenerator random, String example) {
    JsonNode tree = tree(example);
    List<Place> places = new ArrayList<>();
    collect(tree, places);
    if (places.isEmpty()) {
      return value(random);
    }
    Place place = places.get(random.nextInt(places.size()));
    place.put("@@place@@");
    String text = tree.toString();
    return switch (random.nextInt(6)) {
      case 0 -> text.replace(PLACE, "1,\"%s\":2".formatted(place.key()));
      case 1 -> text.replace(PLACE, "1,\"%s\":2".formatted(escaped(HostileText.name(random))));
      default -> text.replace(PLACE, value(random));
    };
  }

  private static String value(RandomGenerator random) {
    return switch (random.nextInt(9)) {
      case 0 -> HostileText.number(random);
      case 1 -> "null";
      case 2 -> random.nextInt(30) == 0 ? "\"%s\"".formatted("a-".repeat(1 << 20)) : "{}";
      case 3 -> "[[[]]]";
      case 4 -> "[" + "0,".repeat(1 << random.nextInt(12)) + "0]";
      case 5 -> "\"\\ud800\"";
      case 6 -> "{\"a\":".repeat(600) + "{}" + "}".repeat(600);
      default -> "\"" + escaped(HostileText.name(random)) + "\"";
    };
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                escaped.append("\\u%04x".formatted(c));
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  /** Where something else can be put. */
  private record Place(JsonNode parent, String key) {
    void put(String text) {
      if (parent instanceof ObjectNode object) {
        object.put(key, text);
      } else {
        ((ArrayNode) parent).set(Integer.parseInt(key), text);
      }
    }
  }

  private static void collect(JsonNode node, List<Place> places) {
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      places.add(new Place(node, name));
      collect(node.path(name), places);
    }
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      collect(node.path(i), places);
    }
  }

  private static JsonNode tree(String example) {
    try {
      return MAPPER.readTree(example);
    } catch (IOException e) {
      throw new UncheckedIOException(example, e);
    }
  }
}
