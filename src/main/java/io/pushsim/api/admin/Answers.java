package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.HttpRefusals;
import io.pushsim.error.SimulatorException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in the forms of pushsim's own paths. */
final class Answers {
  /** The detail of a refusal that is also the header of this name. */
  static final String ALLOW = "Allow";

  private static final String JSON = "application/json";

  private Answers() {}

  static Exchange.Answer json(int status, JsonNode body) {
    return of(status, JSON, Map.of(), HttpRefusals.bytes(body));
  }

  /** An answer of whatever form; a HEAD request is told its length, too. */
  static Exchange.Answer of(
      int status, String contentType, Map<String, String> headers, byte[] body) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Content-Type", contentType);
    all.put("Content-Length", Integer.toString(body.length));
    all.put("Cache-Control", "no-store");
    all.putAll(headers);
    return new Exchange.Answer(status, all, body);
  }

  static Exchange.Answer nothing() {
    return new Exchange.Answer(204, Map.of(), new byte[0]);
  }

  /** A refusal: its kind, its message, and what else it tells. */
  static Exchange.Answer of(SimulatorException refusal) {
    return error(refusal, JsonNodeFactory.instance.objectNode());
  }

  /**
   * A refusal.
   *
   * @param more further members of the body
   */
  static Exchange.Answer error(SimulatorException refusal, ObjectNode more) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("error", refusal.code().shapeName()).put("message", refusal.message());
    Map<String, String> details = new LinkedHashMap<>(refusal.details());
    Map<String, String> headers = new LinkedHashMap<>();
    String allow = details.remove(ALLOW);
    if (allow != null) {
      headers.put(ALLOW, allow);
    }
    details.forEach(body::put);
    body.setAll(more);
    return of(refusal.code().httpStatus(), JSON, headers, HttpRefusals.bytes(body));
  }
}
