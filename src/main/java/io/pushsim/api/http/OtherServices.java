package io.pushsim.api.http;

import io.pushsim.api.access.ServiceKind;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.ErrorBody;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses what is for AWS services that pushsim does not simulate, by their names. */
public final class OtherServices implements WireService {
  private final Faults faults;

  public OtherServices(Faults faults) {
    this.faults = faults;
  }

  @Override
  public String name() {
    return "other";
  }

  @Override
  public Task plan(Exchange exchange) {
    throw new SimulatorException(
        ErrorCode.NOT_SIMULATED,
        "pushsim does not simulate the service of this request (%s); it has lambda, s3, sqs, logs and sts (GetCallerIdentity)"
            .formatted(exchange.header("X-Amz-Target").orElseGet(exchange::service)));
  }

  @Override
  public void fail(Exchange exchange, Throwable failure) {
    SimulatorException refusal = faults.asAnswered(failure, ErrorCode.SERVICE, exchange);
    boolean xml = ServiceKind.of(exchange.service()) == ServiceKind.QUERY;
    exchange.answer(xml ? QueryAnswers.answer(exchange, refusal, "") : json(exchange, refusal));
  }

  private static Exchange.Answer json(Exchange exchange, SimulatorException refusal) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-amz-json-1.1");
    headers.put("x-amzn-RequestId", exchange.requestId());
    headers.put("x-amzn-ErrorType", refusal.code().shapeName());
    byte[] body =
        HttpRefusals.bytes(ErrorBody.of(refusal).put("__type", refusal.code().shapeName()));
    return new Exchange.Answer(refusal.code().httpStatus(), headers, body);
  }
}
