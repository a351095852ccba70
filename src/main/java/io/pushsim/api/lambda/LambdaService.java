package io.pushsim.api.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.BodyLimit;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.WireService;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.OperationTable;
import io.pushsim.operation.Operations;
import java.util.List;
import java.util.Set;

/** Lambda's REST-JSON API. */
public final class LambdaService implements WireService {
  /** Of the operations whose body is a payload and no JSON object of parameters. */
  private static final Set<String> TAKE_A_PAYLOAD = Set.of("Invoke", "InvokeAsync");

  private static final Set<String> TAKE_CODE = Set.of("CreateFunction", "UpdateFunctionCode");
  private static final long LARGEST_WITH_CODE = 70_167_211;
  private static final long LARGEST = 6_291_456;

  private final LambdaRoutes routes = LambdaRoutes.ofModel();
  private final Set<String> simulated = Set.copyOf(OperationTable.names());
  private final Operations operations;
  private final CodeLinks codeLinks;
  private final Faults faults;

  public LambdaService(Operations operations, CodeLinks codeLinks, Faults faults) {
    this.operations = operations;
    this.codeLinks = codeLinks;
    this.faults = faults;
  }

  @Override
  public String name() {
    return "lambda";
  }

  @Override
  public Task plan(Exchange exchange) {
    List<String> segments = exchange.segments();
    LambdaRoute route =
        routes
            .find(
                exchange.method().name(),
                segments,
                fixed ->
                    fixed.entrySet().stream()
                        .allMatch(
                            parameter ->
                                exchange
                                    .query()
                                    .getOrDefault(parameter.getKey(), List.of())
                                    .contains(parameter.getValue())))
            .orElseThrow(() -> unknown(exchange));
    if (!simulated.contains(route.operation())) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED, route.operation() + " is not simulated");
    }
    ObjectNode parameters = LambdaRequests.ofHead(exchange, route, segments);
    return TAKE_A_PAYLOAD.contains(route.operation())
        ? new Invocation(exchange, route.operation(), parameters)
        : new Call(exchange, route.operation(), parameters);
  }

  private static SimulatorException unknown(Exchange exchange) {
    return new SimulatorException(
        ErrorCode.NOT_SIMULATED,
        "Lambda has no operation %s %s".formatted(exchange.method(), exchange.request().path()));
  }

  @Override
  public void fail(Exchange exchange, Throwable failure) {
    exchange.answer(
        LambdaAnswers.of(
            faults.asAnswered(failure, ErrorCode.SERVICE, exchange), exchange.requestId()));
  }

  private static BodyLimit limit(String operation) {
    long bytes = TAKE_CODE.contains(operation) ? LARGEST_WITH_CODE : LARGEST;
    return new BodyLimit(
        bytes,
        () ->
            new SimulatorException(
                ErrorCode.REQUEST_TOO_LARGE,
                "Request must be smaller than %d bytes for the %s operation"
                    .formatted(bytes, operation.equals("Invoke") ? "InvokeFunction" : operation)));
  }

  /** An operation whose parameters are JSON. */
  private final class Call implements Task {
    private final Exchange exchange;
    private final String operation;
    private final ObjectNode parameters;

    private Call(Exchange exchange, String operation, ObjectNode parameters) {
      this.exchange = exchange;
      this.operation = operation;
      this.parameters = parameters;
    }

    @Override
    public String operation() {
      return operation;
    }

    @Override
    public BodyLimit bodyLimit() {
      return limit(operation);
    }

    @Override
    public void carryOut(byte[] body) {
      LambdaRequests.addBody(parameters, body);
      operations
          .call(operation, parameters, exchange.caller())
          .whenComplete(
              (answer, failure) -> {
                if (failure == null) {
                  JsonNode told = codeLinks.completed(operation, answer.body(), exchange);
                  exchange.answer(LambdaAnswers.of(answer.status(), told, exchange.requestId()));
                } else {
                  fail(exchange, failure);
                }
              });
    }
  }

  /** An Invoke, whose body is the event. */
  private final class Invocation implements Task {
    private final Exchange exchange;
    private final String operation;
    private final ObjectNode parameters;

    private Invocation(Exchange exchange, String operation, ObjectNode parameters) {
      this.exchange = exchange;
      this.operation = operation;
      this.parameters = parameters;
    }

    @Override
    public String operation() {
      return operation;
    }

    @Override
    public BodyLimit bodyLimit() {
      return limit(operation);
    }

    @Override
    public void carryOut(byte[] body) {
      operations
          .invoke(parameters, body, exchange.caller())
          .whenComplete(
              (invoked, failure) -> {
                if (failure == null) {
                  exchange.answer(LambdaAnswers.of(invoked));
                } else {
                  fail(exchange, failure);
                }
              });
    }
  }
}
