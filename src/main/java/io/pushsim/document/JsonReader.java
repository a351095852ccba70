package io.pushsim.document;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.pushsim.document.Documents.Limits;
import io.pushsim.document.MappingNode.Entries;
import io.pushsim.document.MappingNode.Entry;
import io.pushsim.document.ScalarNode.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads JSON, text by text. */
final class JsonReader {
  /** Lengths and depth are bounded by {@link Limits}. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .errorReportConfiguration(
              ErrorReportConfiguration.builder().maxErrorTokenLength(60).build())
          .build();

  /** How Jackson writes a place within a message. */
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: .*?line: (\\d+), column: (\\d+)]");

  private final String file;
  private final Limits limits;
  private final JsonParser parser;
  private final Columns columns;
  private final List<Problem> problems = new ArrayList<>();

  private JsonReader(String file, String text, Limits limits, JsonParser parser) {
    this.file = file;
    this.limits = limits;
    this.parser = parser;
    this.columns = new Columns(file, text);
  }

  /**
   * @param one whether a second text is a problem
   * @return at least one
   * @throws DocumentException where the text is not well-formed
   */
  static List<Node> read(String file, String text, Limits limits, boolean one) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonReader(file, text, limits, parser).documents(one);
    } catch (IOException ofText) {
      throw new UncheckedIOException(ofText);
    }
  }

  private List<Node> documents(boolean one) throws IOException {
    List<Node> documents = new ArrayList<>();
    try {
      while (parser.nextToken() != null) {
        if (one && !documents.isEmpty()) {
          problems.add(Problem.at(here(), limits.words().second()));
          break;
        }
        documents.add(value(0));
      }
    } catch (JsonProcessingException malformed) {
      problems.add(malformed(malformed, !documents.isEmpty()));
    }
    if (documents.isEmpty() && problems.isEmpty()) {
      problems.add(Problem.ofFile(file, limits.words().empty()));
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return documents;
  }

  private Problem malformed(JsonProcessingException malformed, boolean afterDocument) {
    Place at =
        Optional.ofNullable(malformed.getLocation()).map(columns::place).orElse(Place.ofFile(file));
    boolean ended =
        malformed instanceof JsonEOFException
            || malformed.getOriginalMessage().startsWith("Unexpected end-of-input");
    if (ended) {
      return Problem.at(at, "the file ends too early" + unclosed() + "; is it complete?");
    }
    if (afterDocument && parser.getParsingContext().inRoot()) {
      return Problem.at(
          at, "not well-formed JSON: the text is complete before this; delete what follows");
    }
    String message =
        SOURCE.matcher(malformed.getOriginalMessage()).replaceAll("line $1, column $2");
    return Problem.at(at, "not well-formed JSON: " + message.replaceAll("\\s+", " "));
  }

  private String unclosed() {
    if (parser.getParsingContext().inRoot()) {
      return "";
    }
    JsonLocation start = parser.getParsingContext().startLocation(ContentReference.unknown());
    String what = parser.getParsingContext().inArray() ? "list" : "mapping";
    return ": the " + what + " that began in line " + start.getLineNr() + " is not closed";
  }

  private Node value(int depth) throws IOException {
    Place place = here();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(place, inner(place, depth));
      case START_ARRAY -> sequence(place, inner(place, depth));
      case VALUE_STRING -> scalar(place, Kind.STRING);
      case VALUE_TRUE, VALUE_FALSE -> scalar(place, Kind.BOOLEAN);
      case VALUE_NULL -> scalar(place, Kind.NULL);
      default -> number(place);
    };
  }

  private int inner(Place place, int depth) {
    if (depth == limits.depth()) {
      String message = "not well-formed JSON: lists and mappings nest more than %d deep";
      problems.add(Problem.at(place, String.format(message, depth)));
      throw new DocumentException(problems);
    }
    return depth + 1;
  }

  private MappingNode mapping(Place place, int depth) throws IOException {
    Entries entries = new Entries();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place at = here();
      parser.nextToken();
      Optional<Entry> first = entries.find(key);
      if (first.isPresent()) {
        String message =
            "duplicate key \"%s\"; it stands in line %d, column %d already: delete one";
        Place earlier = first.get().keyPlace();
        problems.add(Problem.at(at, String.format(message, key, earlier.line(), earlier.column())));
        parser.skipChildren();
      } else {
        entries.add(new Entry(key, at, value(depth)));
      }
    }
    return new MappingNode(place, Optional.empty(), entries);
  }

  private SequenceNode sequence(Place place, int depth) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth));
    }
    return new SequenceNode(place, Optional.empty(), items);
  }

  private ScalarNode number(Place place) throws IOException {
    ScalarNode number = scalar(place, Kind.NUMBER);
    if (number.number().isEmpty()) {
      problems.add(Problem.at(place, Numbers.refusal(number.text())));
    }
    return number;
  }

  private ScalarNode scalar(Place place, Kind kind) throws IOException {
    return new ScalarNode(place, Optional.empty(), parser.getText(), kind, kind != Kind.STRING);
  }

  private Place here() {
    return columns.place(parser.currentTokenLocation());
  }
}
