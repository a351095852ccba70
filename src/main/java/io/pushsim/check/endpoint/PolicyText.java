package io.pushsim.check.endpoint;

import io.pushsim.document.DocumentException;
import io.pushsim.document.Documents;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import io.pushsim.policy.PolicyDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the JSON text that GetPolicy answers. */
final class PolicyText {
  private static final Documents.Limits LIMITS =
      new Documents.Limits(
          1 << 20,
          32,
          0,
          false,
          new Documents.Words(
              "a policy", "a policy has at least a Statement", "Lambda's have 20 KB"));

  private PolicyText() {}

  /**
   * @param name what the text is called in problems
   * @throws DocumentException where it is no JSON
   * @throws IllegalArgumentException where it is no policy
   */
  static PolicyDocument read(String name, String text) {
    if (plain(Documents.parse(name, text, LIMITS)) instanceof Map<?, ?> policy) {
      return PolicyDocument.fromPlain(policy);
    }
    throw new IllegalArgumentException("it is no mapping");
  }

  private static Object plain(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, Object> plain = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> plain.put(entry.key(), plain(entry.value())));
      return plain;
    }
    return node instanceof SequenceNode sequence
        ? sequence.items().stream().map(PolicyText::plain).toList()
        : scalar((ScalarNode) node);
  }

  private static Object scalar(ScalarNode scalar) {
    return scalar.kind() == ScalarNode.Kind.BOOLEAN
        ? Boolean.valueOf(scalar.text())
        : scalar.text();
  }
}
