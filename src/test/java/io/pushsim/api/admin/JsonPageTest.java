package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.api.http.Exchange;
import io.pushsim.journal.History;
import io.pushsim.testing.TestResource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonPageTest {
  private static final String LARGE = "x".repeat(5 * 1024 * 1024);

  @Test
  void endsEarly_whenItsItemsAreLarge() {
    JsonNode page = page(List.of(9L, 7L, 5L), OptionalLong.of(5), LARGE);

    assertThat(page.path("things")).hasSize(2);
    assertThat(page.path("next").asText()).isEqualTo("7");
  }

  @Test
  void hasNoNext_whenItsLastItemIsTheOneThatMakesItLarge() {
    JsonNode page = page(List.of(9L, 7L), OptionalLong.empty(), LARGE);

    assertThat(page.path("things")).hasSize(2);
    assertThat(page.has("next")).isFalse();
  }

  @Test
  void goesOnWhereTheListSays_whenItsItemsAreSmall() {
    JsonNode page = page(List.of(9L, 7L), OptionalLong.of(7), "small");

    assertThat(page)
        .isEqualTo(
            TestResource.json("{\"things\":[{\"a\":\"small\"},{\"a\":\"small\"}],\"next\":\"7\"}"));
  }

  private static JsonNode page(List<Long> numbers, OptionalLong next, String text) {
    Exchange.Answer answer =
        JsonPage.of(
            "things",
            new History.Page<>(numbers, next),
            Long::longValue,
            number -> JsonNodeFactory.instance.objectNode().put("a", text));
    return TestResource.json(new String(answer.body(), StandardCharsets.UTF_8));
  }
}
