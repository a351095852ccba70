package io.pushsim.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The parameters in the body of a service that is called by {@code X-Amz-Target}. */
public final class JsonBody {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonBody() {}

  /**
   * The object that a body is; an empty body is an empty object.
   *
   * @throws SimulatorException SerializationException where it is none
   */
  public static ObjectNode parameters(byte[] body) {
    if (body.length == 0) {
      return MAPPER.createObjectNode();
    }
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode parameters) {
        return parameters;
      }
    } catch (JsonProcessingException e) {
      throw new SimulatorException(
          ErrorCode.SERIALIZATION, "The request's body is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
    throw new SimulatorException(
        ErrorCode.SERIALIZATION, "Expected a JSON object as the request's body");
  }
}
