package io.pushsim.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How the tests of this room read. */
final class Reading {
  static final Documents.Limits LIMITS =
      new Documents.Limits(
          2_000_000,
          20,
          100,
          true,
          new Documents.Words("a template", "a template has \"Resources\"", "split it"));

  private Reading() {}

  static List<String> problems(String name, String text) {
    return problems(() -> Documents.parse(name, text, LIMITS));
  }

  static List<String> problems(ThrowingCallable reading) {
    DocumentException refused = catchThrowableOfType(DocumentException.class, reading);
    assertThat(refused).as("the file is refused").isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  /** The value at a way of keys and indices. */
  static Node at(Node root, Object... way) {
    Node node = root;
    for (Object step : way) {
      node =
          step instanceof Integer index
              ? ((SequenceNode) node).items().get(index)
              : ((MappingNode) node).get((String) step).orElseThrow();
    }
    return node;
  }

  static ScalarNode scalar(Node root, Object... way) {
    return (ScalarNode) at(root, way);
  }
}
