package io.pushsim.api.sts;

import io.pushsim.api.http.BodyLimit;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.QueryAnswers;
import io.pushsim.api.http.StagedTask;
import io.pushsim.api.http.WireService;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** GetCallerIdentity, in the query protocol's XML. */
public final class StsService implements WireService {
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
  private static final int LARGEST = 64 * 1024;
  private static final String IDENTIFY = "GetCallerIdentity";

  private final Faults faults;

  public StsService(Faults faults) {
    this.faults = faults;
  }

  @Override
  public String name() {
    return "sts";
  }

  @Override
  public Task plan(Exchange exchange) {
    return new StagedTask(
        this,
        exchange,
        IDENTIFY,
        BodyLimit.of(LARGEST),
        body ->
            CompletableFuture.completedFuture(
                identify(exchange, new String(body, StandardCharsets.UTF_8))));
  }

  private static Exchange.Answer identify(Exchange exchange, String form) {
    Map<String, List<String>> parameters =
        form.isEmpty() ? exchange.query() : Exchange.parameters(form);
    String action = parameters.getOrDefault("Action", List.of("")).get(0);
    if (!action.equals(IDENTIFY)) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED,
          "pushsim simulates GetCallerIdentity of STS and not '%s'".formatted(action));
    }
    Scope caller = exchange.caller();
    return QueryAnswers.answer(
        exchange,
        200,
        """
        <GetCallerIdentityResponse xmlns="%s">
          <GetCallerIdentityResult>
            <Arn>arn:%s:iam::%3$s:root</Arn>
            <UserId>%3$s</UserId>
            <Account>%3$s</Account>
          </GetCallerIdentityResult>
          <ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata>
        </GetCallerIdentityResponse>
        """
            .formatted(NAMESPACE, caller.partition().id(), caller.account(), exchange.requestId()));
  }

  @Override
  public void fail(Exchange exchange, Throwable failure) {
    exchange.answer(
        QueryAnswers.answer(
            exchange,
            faults.asAnswered(failure, ErrorCode.SERVICE, exchange),
            " xmlns=\"" + NAMESPACE + "\""));
  }
}
