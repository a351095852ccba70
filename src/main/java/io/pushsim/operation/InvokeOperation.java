package io.pushsim.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.FunctionRegistry;
import io.pushsim.function.Version;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.invocation.Run;
import io.pushsim.journal.Attempt;
import io.pushsim.operation.Parameters.NamespacedFunctionName;
import io.pushsim.operation.Parameters.QualifierText;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.NotSimulated;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.Principal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Invoke: the operation that runs a function instead of changing the state. */
record InvokeOperation() implements Operation {
  private static final int LARGEST_REQUEST = 6_291_456;
  private static final int LARGEST_EVENT = 1_048_576;
  private static final int LONGEST_CLIENT_CONTEXT = 3583;

  /** What a handler gets that is given nothing (recorded: test_reserved_concurrency). */
  private static final String NO_PAYLOAD = "{}";

  /** Invoke's parameters. */
  @NotSimulated({"DurableExecutionName", "TenantId"})
  record Request(
      @NamespacedFunctionName String functionName,
      @Constraint(oneOf = {"Event", "RequestResponse", "DryRun"}) Optional<String> invocationType,
      @Constraint(oneOf = {"None", "Tail"}) Optional<String> logType,
      Optional<String> clientContext,
      Optional<JsonNode> payload,
      @QualifierText Optional<String> qualifier) {}

  @Override
  public String name() {
    return "Invoke";
  }

  @Override
  public Class<Request> request() {
    return Request.class;
  }

  /** Invokes with the payload that is among the parameters. */
  CompletionStage<Invoked> invoke(Request request, Call call, FrontDoor frontDoor) {
    // Jackson reads an absent JsonNode as JSON's null.
    return invoke(
        request,
        () ->
            request
                .payload()
                .filter(given -> !given.isNull())
                .map(InvokeOperation::text)
                .orElse(NO_PAYLOAD),
        call,
        frontDoor);
  }

  /** Invokes with the payload that came as an HTTP request's body. */
  CompletionStage<Invoked> invoke(Request request, byte[] body, Call call, FrontDoor frontDoor) {
    return invoke(
        request,
        () -> {
          checkSize(body.length, type(request));
          return body.length == 0 ? NO_PAYLOAD : checked(() -> Json.check(body));
        },
        call,
        frontDoor);
  }

  private static String type(Request request) {
    return request.invocationType().orElse("RequestResponse");
  }

  private static CompletionStage<Invoked> invoke(
      Request request, Supplier<String> payload, Call call, FrontDoor frontDoor) {
    FunctionArn arn = call.arnOfAnyAccount(request.functionName(), request.qualifier());
    Decision decision = authorize(arn, call);
    checkInvocable(arn, call);
    String event = payload.get();
    String type = type(request);
    if (type.equals("DryRun")) {
      return CompletableFuture.completedFuture(Invoked.dryRun(call.ids().get().toString()));
    }
    checkSize(event.getBytes(StandardCharsets.UTF_8).length, type);
    Optional<String> context = request.clientContext().map(InvokeOperation::decoded);
    if (!type.equals("Event") && frontDoor.chains().isLoop(arn, call.lineage())) {
      throw new SimulatorException(
          ErrorCode.RECURSIVE_INVOCATION,
          "Lambda has detected your function being invoked in a recursive loop with other Amazon Web Services resources and stopped your function's invocation.");
    }
    if (type.equals("Event")) {
      return frontDoor
          .invokeLater(arn, event, decision, call.lineage())
          .thenApply(Invoked::accepted);
    }
    boolean tail = request.logType().filter("Tail"::equals).isPresent();
    CompletableFuture<Invoked> answer = new CompletableFuture<>();
    frontDoor.invoke(
        arn,
        event,
        context,
        call.lineage(),
        run -> {
          try {
            answer.complete(Invoked.ended(attempt(run, arn), tail));
          } catch (SimulatorException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static Attempt attempt(Run run, FunctionArn arn) {
    if (run instanceof Run.Ended ended) {
      return ended.attempt();
    }
    if (run instanceof Run.NotStarted not) {
      return not.attempt();
    }
    throw run instanceof Run.Throttled throttled
        ? throttled(throttled.throttle().reason())
        : notFound(arn);
  }

  /** Recorded: test_reserved_concurrency_async_queue. */
  private static SimulatorException throttled(String reason) {
    return new SimulatorException(
        ErrorCode.TOO_MANY_REQUESTS, "Rate Exceeded.", Map.of("Reason", reason));
  }

  /** The account's own callers need no grant; others need one on exactly this ARN. */
  private static Decision authorize(FunctionArn arn, Call call) {
    Principal caller =
        Principal.aws(
            "arn:%s:iam::%s:root"
                .formatted(call.caller().partition().id(), call.caller().account()));
    AccessRequest request = AccessRequest.direct(caller, Access.action(call.operation()), arn);
    if (arn.account().equals(call.caller().account())) {
      return new Decision.OfOwnAccount(request);
    }
    Decision decision = call.state().policies().decide(arn, request, call.now());
    if (!decision.isAllowed()) {
      throw Access.denied(call.caller(), call.operation(), arn);
    }
    return decision;
  }

  private static void checkInvocable(FunctionArn arn, Call call) {
    Version version =
        call.function(arn)
            .flatMap(function -> function.described(arn.qualifier()))
            .orElseThrow(() -> notFound(arn));
    if (version.underWay(call.now()).filter(Version.Transition::isCreation).isPresent()) {
      // Seen in remotion-dev/remotion#1186.
      throw new SimulatorException(
          ErrorCode.RESOURCE_CONFLICT,
          "The operation cannot be performed at this time. The function is currently in the following state: Pending");
    }
  }

  /**
   * An unqualified name is looked up, and missed, as $LATEST (recorded in November 2025:
   * test_invoke_exceptions).
   */
  private static SimulatorException notFound(FunctionArn arn) {
    return FunctionRegistry.notFound(
        arn.qualifier().equals(Qualifier.UNQUALIFIED) ? arn.withQualifier(Qualifier.LATEST) : arn);
  }

  /**
   * A text is the payload itself, as with the CLI's --payload, and an empty one is as good as none;
   * any other JSON value stands for its text.
   */
  private static String text(JsonNode payload) {
    if (!payload.isTextual()) {
      return payload.toString();
    }
    String text = payload.textValue();
    return text.isEmpty() ? NO_PAYLOAD : checked(() -> Json.check(text));
  }

  /** A check that a payload is JSON. */
  private interface PayloadCheck {
    String check() throws JsonProcessingException;
  }

  private static String checked(PayloadCheck payload) {
    try {
      return payload.check();
    } catch (JsonProcessingException e) {
      throw new SimulatorException(
          ErrorCode.INVALID_REQUEST_CONTENT,
          "Could not parse request body into json: Could not parse payload into json: "
              + e.getMessage());
    }
  }

  private static void checkSize(int size, String type) {
    if (type.equals("Event") && size > LARGEST_EVENT) {
      throw new SimulatorException(
          ErrorCode.REQUEST_ENTITY_TOO_LARGE,
          "%d byte payload is too large for the Event invocation type (limit %d bytes)"
              .formatted(size, LARGEST_EVENT));
    }
    if (size > LARGEST_REQUEST) {
      throw new SimulatorException(
          ErrorCode.REQUEST_ENTITY_TOO_LARGE,
          "Request must be smaller than %d bytes for the InvokeFunction operation"
              .formatted(LARGEST_REQUEST));
    }
  }

  private static String decoded(String clientContext) {
    int size = clientContext.getBytes(StandardCharsets.UTF_8).length;
    if (size > LONGEST_CLIENT_CONTEXT) {
      throw new SimulatorException(
          ErrorCode.INVALID_REQUEST_CONTENT,
          "Client context must be no longer than %d bytes of Base64, and has %d."
              .formatted(LONGEST_CLIENT_CONTEXT, size));
    }
    try {
      String text = new String(Base64.getDecoder().decode(clientContext), StandardCharsets.UTF_8);
      Json.parse(text);
      return text;
    } catch (IllegalArgumentException | JsonProcessingException e) {
      throw new SimulatorException(
          ErrorCode.INVALID_REQUEST_CONTENT,
          "Client context must be a valid Base64-encoded JSON object.");
    }
  }
}
