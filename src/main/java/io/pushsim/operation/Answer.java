package io.pushsim.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.journal.Attempt;
import java.util.Optional;

/**
 * What an operation answered.
 *
 * @param status the HTTP status
 * @param response a record of AWS's response members, where there is a body
 * @param attempt for an Invoke that ran a handler, the run
 */
public record Answer(int status, Optional<Object> response, Optional<Attempt> attempt) {

  static Answer of(int status, Object response) {
    return new Answer(status, Optional.of(response), Optional.empty());
  }

  /** AWS's response members as a tree of its own; an empty object for a response without a body. */
  public JsonNode body() {
    return response.<JsonNode>map(Json::tree).orElseGet(Json::nothing);
  }

  /** The same as JSON text in UTF-8. */
  public byte[] json() {
    return response.map(Json::bytes).orElseGet(() -> new byte[] {'{', '}'});
  }
}
