package io.pushsim.api.s3;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.S3Route.Binding;
import io.pushsim.api.s3.S3Route.Place;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import java.util.List;
import java.util.stream.Stream;

/** Gathers an operation's parameters from a request's head: host, path, query and headers. */
final class S3Parameters {
  private static final String EXPECTED_OWNER = "x-amz-expected-bucket-owner";

  /** SDKs for JavaScript add the operation's name to the query; it means nothing. */
  private static final String NAME_IN_QUERY = "x-id";

  private S3Parameters() {}

  /**
   * The parameters.
   *
   * @throws SimulatorException for a query parameter that the operation does not have, and a value
   *     that is none
   */
  static ObjectNode ofHead(Exchange exchange, S3Route route, S3Address address) {
    checkQuery(exchange, route);
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    address.bucket().ifPresent(bucket -> parameters.put("Bucket", bucket));
    for (Binding binding : route.bindings()) {
      binding
          .place()
          .read(exchange, binding.name())
          .ifPresent(value -> add(parameters, binding, value));
    }
    return parameters;
  }

  private static void checkQuery(Exchange exchange, S3Route route) {
    List<String> known = queryParameters(route);
    for (String name : exchange.query().keySet()) {
      if (!known.contains(name) && !name.equals(NAME_IN_QUERY) && !name.startsWith("X-Amz-")) {
        throw new SimulatorException(
            ErrorCode.S3_INVALID_REQUEST,
            "%s has no query parameter '%s'; it has %s"
                .formatted(
                    route.operation(), name, known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
  }

  private static List<String> queryParameters(S3Route route) {
    return Stream.concat(
            route.requirements().stream()
                .filter(requirement -> requirement.place() == Place.QUERY)
                .map(S3Route.Requirement::name),
            route.bindings().stream()
                .filter(binding -> binding.place() == Place.QUERY)
                .map(Binding::name))
        .toList();
  }

  private static void add(ObjectNode parameters, Binding binding, String value) {
    switch (binding.type()) {
      case STRING -> parameters.put(binding.member(), text(binding, value));
      case INTEGER -> parameters.put(binding.member(), integer(binding, value));
      case BOOLEAN -> parameters.put(binding.member(), truth(binding, value));
    }
  }

  private static String text(Binding binding, String value) {
    if (binding.name().equals(EXPECTED_OWNER) && !Scope.isAccount(value)) {
      throw S3Errors.invalidBucketOwner();
    }
    return value;
  }

  private static int integer(Binding binding, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw invalid(
          "Provided %s not an integer or within integer range".formatted(binding.name()),
          binding,
          value);
    }
  }

  private static boolean truth(Binding binding, String value) {
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw invalid("%s is to be true or false".formatted(binding.name()), binding, value);
    }
    return value.equalsIgnoreCase("true");
  }

  private static SimulatorException invalid(String message, Binding binding, String value) {
    return S3Errors.invalidArgument(message, binding.name(), value);
  }
}
