package io.pushsim.check.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.pushsim.display.VisibleJsonWriter;
import io.pushsim.document.Place;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Optional;

/** Writes JSON as it comes: the same bytes on every machine, nothing that a screen would obey. */
final class JsonOut {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private JsonOut(JsonGenerator json) {
    this.json = json;
  }

  /** Something that writes JSON. */
  interface Content {
    void writeTo(JsonOut json) throws IOException;
  }

  /** Writes a whole document, an object, indented, ending in a line end. The target stays open. */
  static void write(Writer target, Content members) throws IOException {
    VisibleJsonWriter visible = new VisibleJsonWriter(target);
    try (JsonGenerator json = generator(visible)) {
      json.setPrettyPrinter(indented());
      json.writeStartObject();
      members.writeTo(new JsonOut(json));
      json.writeEndObject();
      json.writeRaw('\n');
    }
    visible.finish();
    visible.flush();
  }

  /** Writes an object on one line; what cannot be seen is not escaped. */
  static void compact(Writer target, Content members) throws IOException {
    try (JsonGenerator json = generator(target)) {
      json.writeStartObject();
      members.writeTo(new JsonOut(json));
      json.writeEndObject();
    }
  }

  private static JsonGenerator generator(Writer target) throws IOException {
    return FACTORY
        .createGenerator(target)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
  }

  private static PrettyPrinter indented() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  JsonOut text(String name, String value) throws IOException {
    json.writeStringField(name, value);
    return this;
  }

  /** Left out where it is absent. */
  JsonOut text(String name, Optional<String> value) throws IOException {
    return value.isPresent() ? text(name, value.get()) : this;
  }

  JsonOut number(String name, long value) throws IOException {
    json.writeNumberField(name, value);
    return this;
  }

  JsonOut flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
    return this;
  }

  JsonOut texts(String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
    return this;
  }

  JsonOut object(String name, Content members) throws IOException {
    json.writeObjectFieldStart(name);
    members.writeTo(this);
    json.writeEndObject();
    return this;
  }

  /** An array whose elements the content writes with {@link #element}. */
  JsonOut array(String name, Content elements) throws IOException {
    json.writeArrayFieldStart(name);
    elements.writeTo(this);
    json.writeEndArray();
    return this;
  }

  JsonOut element(Content members) throws IOException {
    json.writeStartObject();
    members.writeTo(this);
    json.writeEndObject();
    return this;
  }

  /** An array within an array. */
  JsonOut tuple(Content elements) throws IOException {
    json.writeStartArray();
    elements.writeTo(this);
    json.writeEndArray();
    return this;
  }

  JsonOut item(String value) throws IOException {
    json.writeString(value);
    return this;
  }

  JsonOut item(long value) throws IOException {
    json.writeNumber(value);
    return this;
  }

  /** A place, without line and column where the file as a whole is meant. */
  JsonOut place(String name, Place place) throws IOException {
    return object(name, json -> json.placeMembers(place));
  }

  void placeMembers(Place place) throws IOException {
    text("file", place.file());
    if (place.line() > 0) {
      number("line", place.line());
      number("column", place.column());
    }
  }
}
