package io.pushsim.api.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.BodyLimit;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.HttpRefusals;
import io.pushsim.api.http.StagedTask;
import io.pushsim.api.http.WireService;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.Answer;
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
    return new StagedTask(
        this,
        exchange,
        route.operation(),
        limit(route.operation()),
        body -> carryOut(exchange, route.operation(), parameters, body));
  }

  private CompletionStage<Exchange.Answer> carryOut(
      Exchange exchange, String operation, ObjectNode parameters, byte[] body) {
    switch (operation) {
      case "Invoke" -> {
        return operations
            .invoke(parameters, body, exchange.caller(), exchange.header("X-Amzn-Trace-Id"))
            .thenApply(LambdaAnswers::of);
      }
      case "InvokeAsync" -> parameters.put("InvokeArgs", new String(body, StandardCharsets.UTF_8));
      default -> LambdaRequests.addBody(parameters, body);
    }
    return operations
        .call(operation, parameters, exchange.caller())
        .thenApply(answer -> answered(exchange, operation, answer));
  }

  private Exchange.Answer answered(Exchange exchange, String operation, Answer answer) {
    return switch (operation) {
      case "InvokeAsync" -> LambdaAnswers.empty(answer.status(), exchange.requestId());
      case "GetFunction" ->
          LambdaAnswers.of(
              answer.status(), codeLinks.completed(answer.body(), exchange), exchange.requestId());
      default -> LambdaAnswers.of(answer.status(), answer.json(), exchange.requestId());
    };
  }

  private static SimulatorException unknown(Exchange exchange) {
    return new SimulatorException(
        ErrorCode.NOT_SIMULATED,
        "Lambda has no operation %s %s".formatted(exchange.method(), exchange.head().path()));
  }

  @Override
  public void fail(Exchange exchange, Throwable failure) {
    exchange.answer(
        HttpRefusals.answer(
            faults.asAnswered(failure, ErrorCode.SERVICE, exchange), exchange.requestId()));
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
}
