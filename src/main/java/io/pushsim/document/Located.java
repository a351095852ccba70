package io.pushsim.document;

import java.util.Optional;

/**
 * What all nodes have. Trees are large, so a node keeps two numbers and makes its place of them.
 */
abstract class Located {
  private final String file;
  private final int line;
  private final int column;
  private final Optional<String> tag;

  Located(Place place, Optional<String> tag) {
    this.file = place.file();
    this.line = place.line();
    this.column = place.column();
    this.tag = tag;
  }

  public final Place place() {
    return new Place(file, line, column);
  }

  public final Optional<String> tag() {
    return tag;
  }
}
