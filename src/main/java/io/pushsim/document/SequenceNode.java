package io.pushsim.document;

import java.util.List;
import java.util.Optional;

/** A sequence: YAML's word for what JSON calls an array. */
public final class SequenceNode extends Located implements Node {
  private final List<Node> items;

  SequenceNode(Place place, Optional<String> tag, List<Node> items) {
    super(place, tag);
    this.items = List.copyOf(items);
  }

  /** In the order of the file. */
  public List<Node> items() {
    return items;
  }
}
