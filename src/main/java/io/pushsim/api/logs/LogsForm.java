package io.pushsim.api.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.pushsim.api.http.JsonBody;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.shape.Shape;

/** Reads requests from their JSON. */
final class LogsForm {
  private static final JsonMapper MAPPER = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private LogsForm() {}

  /**
   * The request that a body is.
   *
   * @throws SimulatorException SerializationException where it has another form,
   *     InvalidParameterException where a value is none that the API model allows
   */
  static <Q extends Record> Q read(String operation, byte[] body, Class<Q> request) {
    ObjectNode parameters = JsonBody.parameters(body);
    Shape shape = Shape.of(request);
    shape.checkForm(operation + ".", parameters);
    try {
      shape.checkValues(parameters);
    } catch (SimulatorException e) {
      throw LogsErrors.invalid(e.message());
    }
    try {
      return MAPPER.treeToValue(parameters, request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("parameters passed their shape but cannot be read", e);
    }
  }
}
