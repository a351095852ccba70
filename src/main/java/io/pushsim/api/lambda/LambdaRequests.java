package io.pushsim.api.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.lambda.LambdaRoute.Binding;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Gathers an operation's parameters from where REST-JSON puts them: path, query, headers, body. */
final class LambdaRequests {
  private static final int LONGEST_TEXT = 100_000_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private LambdaRequests() {}

  /**
   * The parameters that the head of a request has.
   *
   * @throws SimulatorException for a query parameter that the operation does not have
   */
  static ObjectNode ofHead(Exchange exchange, LambdaRoute route, List<String> segments) {
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < segments.size(); i++) {
      String template = route.segments().get(i);
      if (LambdaRoute.isLabel(template)) {
        parameters.put(LambdaRoute.member(template), segments.get(i));
      }
    }
    exchange.query().forEach((name, values) -> addQuery(parameters, route, name, values));
    // A list in the query that is not there is an empty one, which AWS calls null.
    route
        .query()
        .values()
        .forEach(
            binding -> {
              if (binding.type() == LambdaRoute.Type.LIST) {
                parameters.withArray(binding.member());
              }
            });
    route
        .headers()
        .forEach(
            (name, binding) ->
                exchange.header(name).ifPresent(value -> add(parameters, binding, List.of(value))));
    return parameters;
  }

  private static void addQuery(
      ObjectNode parameters, LambdaRoute route, String name, List<String> values) {
    Binding binding = route.query().get(name);
    if (binding != null) {
      add(parameters, binding, values);
    } else if (!route.fixedQuery().containsKey(name) && !name.startsWith("X-Amz-")) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "%s has no query parameter '%s'; it has %s"
              .formatted(
                  route.operation(),
                  name,
                  route.query().isEmpty() ? "none" : String.join(", ", route.query().keySet())));
    }
  }

  private static void add(ObjectNode parameters, Binding binding, List<String> values) {
    String last = values.get(values.size() - 1);
    switch (binding.type()) {
      case STRING -> parameters.put(binding.member(), last);
      case INTEGER -> parameters.put(binding.member(), integer(last));
      case BOOLEAN -> parameters.put(binding.member(), Boolean.parseBoolean(last));
      case LIST -> values.forEach(parameters.withArray(binding.member())::add);
    }
  }

  private static int integer(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new SimulatorException(
          ErrorCode.SERIALIZATION, "STRING_VALUE can not be converted to an Integer");
    }
  }

  /**
   * Adds the members of a JSON body; what the path says counts.
   *
   * @throws SimulatorException InvalidRequestContentException for what is no JSON,
   *     SerializationException for what is no object
   */
  static void addBody(ObjectNode parameters, byte[] body) {
    if (body.length == 0) {
      return;
    }
    for (Map.Entry<String, JsonNode> member : object(body).properties()) {
      if (!parameters.has(member.getKey())) {
        parameters.set(member.getKey(), member.getValue());
      }
    }
  }

  private static ObjectNode object(byte[] body) {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new SimulatorException(
          ErrorCode.INVALID_REQUEST_CONTENT,
          "Could not parse request body into json: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
    throw new SimulatorException(
        ErrorCode.SERIALIZATION, "Expected a JSON object as the request's body");
  }
}
