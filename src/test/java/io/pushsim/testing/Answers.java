package io.pushsim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers that a story has had so far, by name, for {@code ${name.member}} in later calls. */
public final class Answers {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}.]+)\\.([^}]+)}");

  private final Map<String, JsonNode> byName = new HashMap<>();

  public void put(String name, JsonNode answer) {
    byName.put(name, answer);
  }

  /** The JSON text with every reference replaced by what it refers to. */
  public JsonNode fillIn(String json) {
    return TestResource.json(
        REFERENCE
            .matcher(json)
            .replaceAll(
                reference -> {
                  JsonNode value =
                      byName
                          .getOrDefault(reference.group(1), MissingNode.getInstance())
                          .at("/" + reference.group(2).replace('.', '/'));
                  assertThat(value.isValueNode()).as("%s is there", reference.group()).isTrue();
                  return Matcher.quoteReplacement(value.asText());
                }));
  }
}
