package io.pushsim.api.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.BodyLimit;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.HttpRefusals;
import io.pushsim.api.http.WireService;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.OperationTable;
import io.pushsim.operation.Operations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Lambda's REST-JSON API. */
public final class LambdaService implements WireService {
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
    return switch (route.operation()) {
      case "Invoke" -> new Invocation(exchange, parameters);
      case "InvokeAsync" -> new OldInvocation(exchange, parameters);
      default -> new Call(exchange, route.operation(), parameters);
    };
  }

  private static SimulatorException unknown(Exchange exchange) {
    return new SimulatorException(
        ErrorCode.NOT_SIMULATED,
        "Lambda has no operation %s %s".formatted(exchange.method(), exchange.request().path()));
  }

  @Override
  public void fail(Exchange exchange, Throwable failure) {
    exchange.answer(
        HttpRefusals.answer(
            faults.asAnswered(failure, ErrorCode.SERVICE, exchange), exchange.requestId()));
  }

  private void answer(Exchange exchange, CompletionStage<Exchange.Answer> answer) {
    answer.whenComplete(
        (told, failure) -> {
          if (failure == null) {
            exchange.answer(told);
          } else {
            fail(exchange, failure);
          }
        });
  }

  private static BodyLimit limit(String operation) {
    long bytes = TAKE_CODE.contains(operation) ? LARGEST_WITH_CODE : LARGEST;
    return new BodyLimit(
        bytes,
        () ->
            new SimulatorException(
                ErrorCode.REQUEST_ENTITY_TOO_LARGE,
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
      answer(
          exchange,
          operations
              .call(operation, parameters, exchange.caller())
              .thenApply(
                  answer ->
                      LambdaAnswers.of(
                          answer.status(),
                          operation.equals("GetFunction")
                              ? codeLinks.completed(answer.body(), exchange)
                              : answer.json(),
                          exchange.requestId())));
    }
  }

  /** An Invoke, whose body is the event. */
  private final class Invocation implements Task {
    private final Exchange exchange;
    private final ObjectNode parameters;

    private Invocation(Exchange exchange, ObjectNode parameters) {
      this.exchange = exchange;
      this.parameters = parameters;
    }

    @Override
    public String operation() {
      return "Invoke";
    }

    @Override
    public BodyLimit bodyLimit() {
      return limit("Invoke");
    }

    @Override
    public void carryOut(byte[] body) {
      answer(
          exchange,
          operations.invoke(parameters, body, exchange.caller()).thenApply(LambdaAnswers::of));
    }
  }

  /** An InvokeAsync, whose body is the event too. */
  private final class OldInvocation implements Task {
    private final Exchange exchange;
    private final ObjectNode parameters;

    private OldInvocation(Exchange exchange, ObjectNode parameters) {
      this.exchange = exchange;
      this.parameters = parameters;
    }

    @Override
    public String operation() {
      return "InvokeAsync";
    }

    @Override
    public BodyLimit bodyLimit() {
      return limit("InvokeAsync");
    }

    @Override
    public void carryOut(byte[] body) {
      parameters.put("InvokeArgs", new String(body, StandardCharsets.UTF_8));
      answer(
          exchange,
          operations
              .call("InvokeAsync", parameters, exchange.caller())
              .thenApply(answer -> LambdaAnswers.empty(answer.status(), exchange.requestId())));
    }
  }
}
