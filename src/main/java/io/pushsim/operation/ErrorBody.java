package io.pushsim.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;

/**
 * The body of an error as AWS answers it; which fields it has, and their case, depends on the
 * error.
 */
public final class ErrorBody {
  private ErrorBody() {}

  /** The fields of Lambda's JSON body, or the elements within S3's {@code <Error>}, in order. */
  public static ObjectNode of(SimulatorException error) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    switch (error.code().body()) {
      case LOWER_CASE_MESSAGE -> {
        error.details().forEach(body::put);
        body.put("Type", "User").put("message", error.message());
      }
      case CAPITAL_MESSAGE -> {
        error.details().forEach(body::put);
        body.put("Type", "User").put("Message", error.message());
      }
      case UNTYPED_MESSAGE -> body.put("message", error.message());
      case XML -> {
        body.put("Code", error.code().shapeName()).put("Message", error.message());
        error.details().forEach(body::put);
      }
    }
    return body;
  }
}
