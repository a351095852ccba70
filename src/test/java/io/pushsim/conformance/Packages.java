package io.pushsim.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.testing.AnsweringEnvironment;
import io.pushsim.testing.DeploymentZip;
import io.pushsim.testing.TestResource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The deployment packages of a story, which {@code zip:name} in its calls stands for: each always
 * the same bytes, each with a file {@code answer.json} that both Node.js and {@link
 * AnsweringEnvironment} answer from, or with files that the story gives.
 */
final class Packages {
  private static final String ZIP = "zip:";
  private static final String ECHO = "\"$event\"";

  private final Map<String, String> answers;
  private final Map<String, JsonNode> files;
  private final Map<String, Set<String>> exportsByModule = new TreeMap<>();

  /**
   * @param answers JSON by package; others answer the event
   * @param files by package: a file's text, or what to fill it with
   * @param handlers the values of Handler in the story
   */
  Packages(Map<String, String> answers, Map<String, JsonNode> files, Collection<String> handlers) {
    this.answers = answers;
    this.files = files;
    for (String handler : handlers) {
      int dot = handler.indexOf('.');
      exportsByModule
          .computeIfAbsent(handler.substring(0, dot), module -> new TreeSet<>())
          .add(handler.substring(dot + 1));
    }
  }

  /** The parameters with base64 in the place of each {@code zip:name}. */
  ObjectNode filledIn(JsonNode parameters) {
    ObjectNode filled = JsonNodeFactory.instance.objectNode();
    parameters
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              if (value.isObject()) {
                filled.set(member.getKey(), filledIn(value));
              } else if (value.isTextual() && value.textValue().startsWith(ZIP)) {
                byte[] zip = zip(value.textValue().substring(ZIP.length()));
                filled.put(member.getKey(), Base64.getEncoder().encodeToString(zip));
              } else {
                filled.set(member.getKey(), value);
              }
            });
    return filled;
  }

  private byte[] zip(String name) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    if (files.containsKey(name)) {
      files
          .get(name)
          .properties()
          .forEach(file -> contents.put(file.getKey(), content(file.getValue())));
    } else {
      contents.put(AnsweringEnvironment.FILE, utf8(answers.getOrDefault(name, ECHO)));
      exportsByModule.forEach(
          (module, exports) -> contents.put(module + ".js", utf8(module(exports))));
    }
    return DeploymentZip.of(name, contents);
  }

  private static byte[] content(JsonNode file) {
    if (file.isTextual()) {
      return utf8(file.textValue());
    }
    byte[] bytes = new byte[file.elements().next().asInt()];
    if (file.has("random")) {
      new Random(7).nextBytes(bytes);
    }
    return bytes;
  }

  private static String module(Set<String> exports) {
    return new TestResource("conformance/handler.js")
        .text()
        .replace("['handler']", JsonNodeFactory.instance.pojoNode(exports).toString());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
