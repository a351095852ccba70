package io.pushsim.document;

import com.fasterxml.jackson.core.JsonLocation;

/**
 * Counts columns in characters of Unicode, as YAML's reader does, where Jackson counts those of
 * UTF-16. Locations must come in the order of the text, so that no line is counted twice.
 */
final class Columns {
  private final String file;
  private final String text;
  private int line;
  private int counted;
  private int column;

  Columns(String file, String text) {
    this.file = file;
    this.text = text;
  }

  Place place(JsonLocation location) {
    int offset = (int) location.getCharOffset();
    if (location.getLineNr() != line) {
      line = location.getLineNr();
      counted = offset - location.getColumnNr() + 1;
      column = 1;
    }
    column += text.codePointCount(counted, offset);
    counted = offset;
    return new Place(file, line, column);
  }
}
