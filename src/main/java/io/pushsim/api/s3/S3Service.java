package io.pushsim.api.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.BodyLimit;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.StagedTask;
import io.pushsim.api.http.WireService;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.OperationTable;
import io.pushsim.operation.Operations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** S3's REST-XML API, as far as it is about buckets and what they notify. */
public final class S3Service implements WireService {
  private final S3Routes routes = S3Routes.ofModel();
  private final Set<String> simulated = Set.copyOf(OperationTable.names());
  private final Operations operations;
  private final ObjectServer objects;
  private final Set<String> hosts;
  private final Faults faults;

  /**
   * @param objects gets the requests that it wants, before pushsim looks at more than their heads
   * @param hosts pushsim's names, in lower case: a bucket's may stand before them, as in {@code
   *     examplebucket.localhost}
   */
  public S3Service(Operations operations, ObjectServer objects, Set<String> hosts, Faults faults) {
    this.operations = operations;
    this.objects = objects;
    this.hosts = Set.copyOf(hosts);
    this.faults = faults;
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public Task plan(Exchange exchange) {
    S3Address address = address(exchange);
    Optional<S3Route> route = routes.find(exchange, address.level());
    Optional<Task> passed =
        objects.task(
            new ObjectRequest(
                exchange,
                route.map(S3Route::operation).orElse(ObjectRequest.UNKNOWN),
                address.bucket(),
                address.domain(),
                this));
    if (passed.isPresent()) {
      return passed.get();
    }
    return own(exchange, route.orElseThrow(() -> methodNotAllowed(exchange, address)), address);
  }

  /** What pushsim itself does. */
  private Task own(Exchange exchange, S3Route route, S3Address address) {
    if (!simulated.contains(route.operation())) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED,
          route.operation()
              + " is not simulated; of S3, pushsim has buckets, their notification configurations"
              + " and their objects, and no other settings of either");
    }
    BodyIntegrity.checkWhole(exchange, route.operation());
    ObjectNode parameters = S3Parameters.ofHead(exchange, route, address);
    return new StagedTask(
        this,
        exchange,
        route.operation(),
        new BodyLimit(XmlReader.MOST_BYTES, XmlReader::tooLarge),
        body -> carryOut(exchange, route.operation(), parameters, body));
  }

  /** All parameters are in the head, but for one that may be a document. */
  private CompletionStage<Exchange.Answer> carryOut(
      Exchange exchange, String operation, ObjectNode parameters, byte[] body) {
    BodyIntegrity.check(exchange, body);
    RequestBody.of(operation).addTo(parameters, body);
    return objects
        .carryOut(operations, operation, parameters, exchange.caller())
        .thenApply(answer -> new S3Answers(exchange).of(operation, answer.status(), answer.body()));
  }

  private S3Address address(Exchange exchange) {
    try {
      exchange.query();
      return S3Address.of(exchange, hosts);
    } catch (SimulatorException e) {
      throw new SimulatorException(
          ErrorCode.S3_INVALID_URI,
          "Couldn't parse the specified URI.",
          Map.of("URI", exchange.head().uri()));
    }
  }

  private static SimulatorException methodNotAllowed(Exchange exchange, S3Address address) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("Method", exchange.method().name());
    details.put(
        "ResourceType",
        switch (address.level()) {
          case SERVICE -> "SERVICE";
          case BUCKET -> "BUCKET";
          case KEY -> "OBJECT";
        });
    return new SimulatorException(
        ErrorCode.S3_METHOD_NOT_ALLOWED,
        "The specified method is not allowed against this resource.",
        details);
  }

  @Override
  public void fail(Exchange exchange, Throwable failure) {
    exchange.answer(
        new S3Answers(exchange)
            .of(inS3sWords(faults.asAnswered(failure, ErrorCode.S3_INTERNAL_ERROR, exchange))));
  }

  /** What comes of the journal knows nothing of S3. */
  private static SimulatorException inS3sWords(SimulatorException refusal) {
    return refusal.code() == ErrorCode.SERVICE_UNAVAILABLE
        ? new SimulatorException(ErrorCode.S3_SERVICE_UNAVAILABLE, refusal.message())
        : refusal;
  }

  @Override
  public SimulatorException tooBusy() {
    return new SimulatorException(ErrorCode.S3_SLOW_DOWN, "Please reduce your request rate.");
  }

  @Override
  public SimulatorException tooSlow() {
    return new SimulatorException(
        ErrorCode.S3_REQUEST_TIMEOUT,
        "Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.");
  }
}
