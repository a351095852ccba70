package io.pushsim.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request's parameters as the journal keeps them: without the zip file, which may have 50 MB and
 * lies in the code store under the CodeSha256 that the outcomes name.
 */
final class KeptRequest {
  private static final String CODE = "Code";
  private static final String ZIP_FILE = "ZipFile";

  private KeptRequest() {}

  static String of(ObjectNode parameters) {
    ObjectNode kept = without(parameters, ZIP_FILE);
    if (kept.get(CODE) instanceof ObjectNode code) {
      kept.set(CODE, without(code, ZIP_FILE));
    }
    return kept.toString();
  }

  private static ObjectNode without(ObjectNode node, String name) {
    ObjectNode copy = node.objectNode();
    node.properties().stream()
        .filter(member -> !member.getKey().equals(name))
        .forEach(member -> copy.set(member.getKey(), member.getValue()));
    return copy;
  }
}
