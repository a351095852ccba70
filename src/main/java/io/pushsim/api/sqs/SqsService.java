package io.pushsim.api.sqs;

import io.pushsim.api.http.BodyLimit;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.JsonBody;
import io.pushsim.api.http.JsonTarget;
import io.pushsim.api.http.QueryAnswers;
import io.pushsim.api.http.StagedTask;
import io.pushsim.api.http.WireService;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.OperationTable;
import io.pushsim.operation.Operations;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * SQS's JSON protocol: {@code X-Amz-Target: AmazonSQS.SendMessage}, and the parameters in the body.
 */
public final class SqsService implements WireService {
  private static final JsonTarget TARGET = new JsonTarget("SQS", "AmazonSQS.", "SendMessage");

  /** A message, or a batch, of 1 MiB whose every character is escaped, and what is around it. */
  private static final long LARGEST = 8L << 20;

  /** Of the query protocol's answers, in which its clients are refused. */
  private static final String QUERY_NAMESPACE =
      " xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"";

  private final Set<String> simulated = Set.copyOf(OperationTable.namesOfSqs());
  private final Operations operations;
  private final Faults faults;

  public SqsService(Operations operations, Faults faults) {
    this.operations = operations;
    this.faults = faults;
  }

  @Override
  public String name() {
    return "sqs";
  }

  @Override
  public Task plan(Exchange exchange) {
    String operation = operation(exchange);
    return new StagedTask(
        this,
        exchange,
        operation,
        BodyLimit.of(LARGEST),
        body -> carryOut(exchange, operation, body));
  }

  private String operation(Exchange exchange) {
    if (exchange.header(JsonTarget.HEADER).orElse("").isEmpty()) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED,
          "pushsim speaks SQS's JSON protocol, and this is the query protocol of former"
              + " clients: use the AWS CLI 1.29.60 or 2.13.28, boto3 1.28.60, an SDK of November"
              + " 2023, or later ones");
    }
    String operation = TARGET.operation(exchange);
    if (!simulated.contains(operation)) {
      throw TARGET.notSimulated(operation);
    }
    return operation;
  }

  private CompletionStage<Exchange.Answer> carryOut(
      Exchange exchange, String operation, byte[] body) {
    return operations
        .call(operation, JsonBody.parameters(body), exchange.caller())
        .thenApply(
            answer ->
                SqsAnswers.of(
                    answer.status(),
                    answer.response().isPresent()
                        ? QueueAddresses.localized(answer.body(), exchange)
                        : answer.body(),
                    exchange.requestId()));
  }

  @Override
  public void fail(Exchange exchange, Throwable failure) {
    SimulatorException refusal = faults.asAnswered(failure, ErrorCode.SERVICE, exchange);
    boolean json = exchange.header(JsonTarget.HEADER).isPresent();
    exchange.answer(
        json
            ? SqsAnswers.of(refusal, exchange.requestId())
            : QueryAnswers.answer(exchange, refusal, QUERY_NAMESPACE));
  }
}
