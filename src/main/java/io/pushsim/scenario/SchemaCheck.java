package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.BasicDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Holds documents against a JSON Schema. It knows the keywords that our schemas use and no others:
 * that halves the validator's start-up, and a keyword that would be ignored is refused instead.
 */
final class SchemaCheck {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final List<Keyword> KEYWORDS =
      List.of(
          KeywordType.TRUE,
          KeywordType.FALSE,
          KeywordType.REF,
          KeywordType.TYPE,
          KeywordType.ENUM,
          KeywordType.CONST,
          KeywordType.PATTERN,
          KeywordType.MIN_LENGTH,
          KeywordType.MAX_LENGTH,
          KeywordType.MINIMUM,
          KeywordType.MAXIMUM,
          KeywordType.PROPERTIES,
          KeywordType.ADDITIONAL_PROPERTIES,
          KeywordType.REQUIRED,
          KeywordType.MIN_PROPERTIES,
          KeywordType.MAX_PROPERTIES,
          KeywordType.DEPENDENT_REQUIRED,
          KeywordType.DEPENDENT_SCHEMAS,
          KeywordType.ITEMS,
          KeywordType.MIN_ITEMS,
          KeywordType.MAX_ITEMS,
          KeywordType.IF_THEN_ELSE,
          KeywordType.ONE_OF);
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "$comment",
          "title",
          "description",
          "default",
          "examples",
          "then",
          "else");

  private final Schema schema;

  SchemaCheck(ObjectNode schema) {
    this.schema = registry().getSchema(schema);
  }

  /** What the schema says against the document, in no particular order. */
  List<Error> errors(JsonNode document) {
    return schema.validate(document);
  }

  private static SchemaRegistry registry() {
    Dialect dialect =
        Dialect.builder(DRAFT)
            .idKeyword("$id")
            .specificationVersion(SpecificationVersion.DRAFT_2020_12)
            .keywords(KEYWORDS)
            .unknownKeywordFactory((name, context) -> annotation(name))
            .build();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .locale(Locale.ROOT)
            .pathType(PathType.JSON_POINTER)
            .messageSource((key, standard, locale, arguments) -> key)
            .build();
    return SchemaRegistry.builder()
        .defaultDialectId(DRAFT)
        .dialectRegistry(new BasicDialectRegistry(dialect))
        .schemaRegistryConfig(config)
        .build();
  }

  private static Keyword annotation(String name) {
    if (!ANNOTATIONS.contains(name)) {
      throw new IllegalArgumentException("The schema's keyword \"" + name + "\" is not checked");
    }
    return new AnnotationKeyword(name);
  }
}
