package io.pushsim.eventsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes a JSON object by one that has only what is to be other. */
final class Merging {

  private Merging() {}

  /** Puts the members in, those of objects one by one; takes a member away where it is null. */
  static ObjectNode into(ObjectNode object, JsonNode changes) {
    changes
        .properties()
        .forEach(
            change -> {
              JsonNode value = change.getValue();
              if (value.isNull()) {
                object.remove(change.getKey());
              } else if (value.isObject() && object.path(change.getKey()).isObject()) {
                into((ObjectNode) object.get(change.getKey()), value);
              } else {
                object.set(change.getKey(), value);
              }
            });
    return object;
  }
}
