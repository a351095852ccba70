package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A file's content, and where in the file each part of it stands. */
final class Document {
  private static final Position START = new Position(1, 1);

  private final String file;
  private final JsonNode root;
  private final Map<String, Position> values;
  private final Map<String, Position> keys;
  private final Map<String, String> sources;

  /**
   * @param values by JSON pointer
   * @param keys by the JSON pointer of the key's value
   * @param sources the text of plain scalars as it stands in the file
   */
  Document(
      String file,
      JsonNode root,
      Map<String, Position> values,
      Map<String, Position> keys,
      Map<String, String> sources) {
    this.file = file;
    this.root = root;
    this.values = values;
    this.keys = keys;
    this.sources = sources;
  }

  String file() {
    return file;
  }

  JsonNode root() {
    return root;
  }

  /** Where the value stands, or the nearest thing around it. */
  Position ofValue(String pointer) {
    String near = pointer;
    while (!near.isEmpty() && !values.containsKey(near)) {
      near = Pointer.parent(near);
    }
    return values.getOrDefault(near, START);
  }

  /** Where the value's key stands; for an item of a list, the item. */
  Position ofKey(String pointer) {
    Position key = keys.get(pointer);
    return key == null ? ofValue(pointer) : key;
  }

  /** An unquoted scalar as it stands in the file: {@code 012} where the value is 12. */
  Optional<String> source(String pointer) {
    return Optional.ofNullable(sources.get(pointer));
  }

  /** What the part is called: {@code CreateAlias.Name}, {@code step 3}, {@code buckets.b.owner}. */
  String nameOf(String pointer) {
    List<String> segments = Pointer.segments(pointer);
    if (segments.isEmpty()) {
      return "the scenario";
    }
    boolean inStep = segments.get(0).equals("steps") && segments.size() > 1;
    if (inStep && segments.size() == 2) {
      return "step " + (Integer.parseInt(segments.get(1)) + 1);
    }
    return path(pointer, inStep ? 2 : 0);
  }

  /**
   * The way to the part: {@code deliveries[0].executedVersion}.
   *
   * @param skipped how many of the pointer's segments go without saying
   */
  String path(String pointer, int skipped) {
    List<String> segments = Pointer.segments(pointer);
    StringBuilder path = new StringBuilder();
    JsonNode around = root;
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (i >= skipped) {
        boolean first = path.length() == 0;
        path.append(around.isArray() ? "[" + segment + "]" : first ? segment : "." + segment);
      }
      around = around.at(Pointer.child(Pointer.ROOT, segment));
    }
    return path.toString();
  }

  Problem problemAtValue(String pointer, String message) {
    return Problem.at(file, ofValue(pointer), message);
  }

  Problem problemAtKey(String pointer, String message) {
    return Problem.at(file, ofKey(pointer), message);
  }

  @Override
  public String toString() {
    return Objects.toString(root);
  }
}
