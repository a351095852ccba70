package io.pushsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioSchemaTest {
  private static final SchemaRegistry FULL_DRAFT =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final ObjectNode schema = ScenarioSchema.document(TestVocabulary.vocabulary());

  @Test
  void isSchemaOfDraft202012_whenOperationsAreIn() {
    SchemaLocation metaSchema =
        SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId());

    assertThat(FULL_DRAFT.getSchema(metaSchema).validate(schema)).isEmpty();
    assertThat(schema.path("$schema").asText())
        .isEqualTo(SpecificationVersion.DRAFT_2020_12.getDialectId());
  }

  @Test
  void everyReferenceAndKeywordIsKnown_whenEachDefinitionIsUsed() {
    schema.path("$defs").fieldNames().forEachRemaining(this::useDefinition);
  }

  private void useDefinition(String name) {
    ObjectNode alone = JsonNodeFactory.instance.objectNode();
    alone.put("$ref", "#/$defs/" + name);
    alone.set("$defs", schema.path("$defs"));
    JsonNode anything = JsonNodeFactory.instance.objectNode().put("name", name);

    assertThat(new SchemaCheck(alone).errors(anything)).isNotNull();
  }

  @Test
  void refusesKeyword_whenItWouldNotBeChecked() {
    ObjectNode unchecked = JsonNodeFactory.instance.objectNode().put("uniqueItems", true);
    JsonNode document = JsonNodeFactory.instance.arrayNode();

    assertThatThrownBy(() -> new SchemaCheck(unchecked).errors(document))
        .hasMessageContaining("The schema's keyword \"uniqueItems\" is not checked");
  }

  @Test
  void agreesWithFullDraft_whenRowsOfTheTableAreChecked() {
    var ours = new SchemaCheck(schema);
    var full = FULL_DRAFT.getSchema(schema);
    JsonNode rows =
        DocumentReader.read(
                "table", java.nio.file.Path.of("src/test/resources/scenario/bad-input.yaml"))
            .root();
    for (JsonNode row : rows) {
      JsonNode document = parsed(row.path("text").asText());

      assertThat(ours.errors(document).isEmpty())
          .as(row.path("description").asText())
          .isEqualTo(full.validate(document).isEmpty());
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return DocumentReader.parse("row", text).root();
    } catch (ScenarioException malformed) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  @Test
  void describesWhatItHolds_whenEditorsAskForIt() {
    for (Map.Entry<String, JsonNode> key : schema.path("properties").properties()) {
      assertThat(key.getValue().path("description").asText()).as(key.getKey()).isNotBlank();
    }
    assertThat(schema.at("/$defs/step/properties/CreateAlias/$ref").asText())
        .isEqualTo("#/$defs/CreateAlias");
  }
}
