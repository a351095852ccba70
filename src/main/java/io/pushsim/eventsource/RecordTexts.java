package io.pushsim.eventsource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The records of a message as they stand there, character by character. */
final class RecordTexts {
  private static final JsonFactory JSON = new JsonFactory();

  private RecordTexts() {}

  /**
   * The elements of a message's {@code Records}, in order; of several members of that name those of
   * the last, which is the one that counts.
   *
   * @param message a JSON object that could be parsed before
   */
  static List<String> of(String message) {
    List<String> records = List.of();
    try (JsonParser parser = JSON.createParser(message)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean ofRecords = parser.currentName().equals("Records");
        boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
        if (ofRecords && isList) {
          records = elements(parser, message);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static List<String> elements(JsonParser parser, String message) throws IOException {
    List<String> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      parser.finishToken();
      elements.add(message.substring(start, (int) parser.currentLocation().getCharOffset()));
    }
    return elements;
  }
}
