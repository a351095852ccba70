package io.pushsim.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.function.CodeReference;

/** Requests as the journal keeps them: without the packages, which lie in the code store. */
final class KeptRequest {
  private static final String ZIP_FILE = "ZipFile";

  private KeptRequest() {}

  /**
   * The parameters as JSON text; a {@code ZipFile} has its CodeSha256 in its place.
   *
   * @param prepared what was prepared for them, such as the package's place
   */
  static String of(ObjectNode parameters, Object prepared) {
    if (!(prepared instanceof CodeReference code)) {
      return parameters.toString();
    }
    ObjectNode kept = parameters.objectNode().setAll(parameters);
    replace(kept, code);
    if (kept.get("Code") instanceof ObjectNode nested) {
      ObjectNode copy = nested.objectNode().setAll(nested);
      replace(copy, code);
      kept.set("Code", copy);
    }
    return kept.toString();
  }

  private static void replace(ObjectNode parameters, CodeReference code) {
    if (parameters.has(ZIP_FILE)) {
      parameters.put(ZIP_FILE, "sha256:" + code.codeSha256());
    }
  }
}
