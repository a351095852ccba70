package io.pushsim.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A file of {@code src/test/resources}. */
public record TestResource(String path) {
  private static final JsonMapper JSON = new JsonMapper();

  public String text() {
    try (InputStream file = TestResource.class.getResourceAsStream("/" + path)) {
      return new String(
          Objects.requireNonNull(file, () -> path + " is missing").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode json() {
    return json(text());
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON that a plain Java value is. */
  public static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  public JsonNode yaml() {
    return yaml(LoadSettings.builder().setLabel(path).build(), text());
  }

  public static JsonNode yaml(String text) {
    return yaml(LoadSettings.builder().build(), text);
  }

  private static JsonNode yaml(LoadSettings settings, String text) {
    return JSON.valueToTree(new Load(settings).loadFromString(text));
  }

  /** A test of each case, by its {@code description}. */
  public Stream<DynamicTest> tests(Consumer<JsonNode> check) {
    return cases().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.path("description").asText(), () -> check.accept(example)));
  }

  /** The cases of a table: the elements of a YAML list. */
  public List<JsonNode> cases() {
    return StreamSupport.stream(yaml().spliterator(), false).toList();
  }
}
