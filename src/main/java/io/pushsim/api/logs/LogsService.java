package io.pushsim.api.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.BodyLimit;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.JsonTarget;
import io.pushsim.api.http.StagedTask;
import io.pushsim.api.http.WireService;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.log.LogStore;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * CloudWatch Logs' JSON protocol: {@code X-Amz-Target: Logs_20140328.FilterLogEvents}, and the
 * parameters in the body. Logs are read here; who writes them are functions alone.
 */
public final class LogsService implements WireService {
  private static final JsonTarget TARGET =
      new JsonTarget("CloudWatch Logs", "Logs_20140328.", "FilterLogEvents");

  /** Of a hundred names of log streams there is room, however they are escaped. */
  private static final long LARGEST = 1L << 20;

  private final Map<String, LogOperation<?>> operations;
  private final Executor background;
  private final Faults faults;

  /** An operation by the form of its request. */
  private record LogOperation<Q extends Record>(
      Class<Q> request, BiFunction<Q, Scope, ObjectNode> answer) {

    ObjectNode carryOut(String name, byte[] body, Scope caller) {
      return answer.apply(LogsForm.read(name, body, request), caller);
    }
  }

  /**
   * @param background where answers are made, for many events may have to be looked at
   */
  public LogsService(LogStore logs, Executor background, Faults faults) {
    GroupOperations groups = new GroupOperations(logs);
    EventOperations events = new EventOperations(logs);
    this.operations =
        Map.of(
            "DescribeLogGroups",
            new LogOperation<>(LogsRequests.DescribeGroups.class, groups::describeGroups),
            "DescribeLogStreams",
            new LogOperation<>(LogsRequests.DescribeStreams.class, groups::describeStreams),
            "GetLogEvents",
            new LogOperation<>(LogsRequests.GetEvents.class, events::get),
            "FilterLogEvents",
            new LogOperation<>(LogsRequests.FilterEvents.class, events::filter));
    this.background = background;
    this.faults = faults;
  }

  @Override
  public String name() {
    return "logs";
  }

  @Override
  public Task plan(Exchange exchange) {
    String name = TARGET.operation(exchange);
    LogOperation<?> operation = operations.get(name);
    if (operation == null) {
      throw TARGET.notSimulated(name);
    }
    return new StagedTask(
        this,
        exchange,
        name,
        BodyLimit.of(LARGEST),
        body ->
            CompletableFuture.supplyAsync(
                () ->
                    LogsAnswers.of(
                        operation.carryOut(name, body, exchange.caller()), exchange.requestId()),
                background));
  }

  @Override
  public void fail(Exchange exchange, Throwable failure) {
    exchange.answer(
        LogsAnswers.of(
            faults.asAnswered(failure, ErrorCode.SERVICE, exchange), exchange.requestId()));
  }
}
