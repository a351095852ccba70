package io.pushsim.check.saved;

import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns nodes into the maps, lists and scalars that policies are read from. */
final class PlainValues {
  private PlainValues() {}

  static Map<String, @Nullable Object> of(MappingNode mapping) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    mapping.entries().forEach(entry -> plain.put(entry.key(), of(entry.value())));
    return plain;
  }

  private static @Nullable Object of(Node node) {
    if (node instanceof MappingNode mapping) {
      return of(mapping);
    }
    if (node instanceof SequenceNode sequence) {
      List<@Nullable Object> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(of(item)));
      return items;
    }
    return node instanceof ScalarNode scalar ? of(scalar) : null;
  }

  private static @Nullable Object of(ScalarNode scalar) {
    return switch (scalar.kind()) {
      case STRING -> scalar.text();
      case NUMBER -> scalar.number().map(Object.class::cast).orElse(scalar.text());
      case BOOLEAN -> Boolean.valueOf(scalar.text());
      case NULL -> null;
    };
  }
}
