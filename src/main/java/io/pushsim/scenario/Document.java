package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file's content by JSON pointers, and where in the file each part of it stands. */
final class Document {
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

  private final Node tree;
  private final JsonNode root;

  Document(Node tree) {
    this.tree = tree;
    this.root = JsonTrees.of(tree);
  }

  String file() {
    return tree.place().file();
  }

  JsonNode root() {
    return root;
  }

  /** Where the value stands, or the nearest thing around it. */
  Place ofValue(String pointer) {
    Node near = tree;
    for (String segment : Pointer.segments(pointer)) {
      Optional<Node> child = child(near, segment);
      if (child.isEmpty()) {
        break;
      }
      near = child.get();
    }
    return near.place();
  }

  /** Where the value's key stands; for an item of a list, the item. */
  Place ofKey(String pointer) {
    List<String> segments = Pointer.segments(pointer);
    return node(Pointer.parent(pointer))
        .filter(around -> around instanceof MappingNode && !segments.isEmpty())
        .flatMap(around -> ((MappingNode) around).entry(segments.get(segments.size() - 1)))
        .map(MappingNode.Entry::keyPlace)
        .orElseGet(() -> ofValue(pointer));
  }

  /** An unquoted scalar as it stands in the file: {@code 012} where the value is 12. */
  Optional<String> source(String pointer) {
    return node(pointer)
        .flatMap(node -> node instanceof ScalarNode scalar ? scalar.source() : Optional.empty());
  }

  private Optional<Node> node(String pointer) {
    Optional<Node> node = Optional.of(tree);
    for (String segment : Pointer.segments(pointer)) {
      node = node.flatMap(around -> child(around, segment));
    }
    return node;
  }

  private static Optional<Node> child(Node around, String segment) {
    if (around instanceof MappingNode mapping) {
      return mapping.get(segment);
    }
    if (around instanceof SequenceNode sequence && INDEX.matcher(segment).matches()) {
      int index = Integer.parseInt(segment);
      return index < sequence.items().size()
          ? Optional.of(sequence.items().get(index))
          : Optional.empty();
    }
    return Optional.empty();
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
    return Problem.at(ofValue(pointer), message);
  }

  Problem problemAtKey(String pointer, String message) {
    return Problem.at(ofKey(pointer), message);
  }

  @Override
  public String toString() {
    return Objects.toString(root);
  }
}
