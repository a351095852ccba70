package io.pushsim.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.operation.Parameters.NamespacedFunctionName;
import io.pushsim.operation.shape.Required;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** InvokeAsync: the old form of an Invoke of the type Event, with a smaller payload. */
record InvokeAsyncOperation() implements Operation {
  /** 256 KB (botocore's model, documentation of InvokeAsync). */
  private static final int LARGEST_EVENT = 262_144;

  private static final int ACCEPTED = 202;

  /** InvokeAsync's parameters. */
  record Request(@NamespacedFunctionName String functionName, @Required JsonNode invokeArgs) {}

  /** InvokeAsync's answer: the HTTP status. */
  record Response(int status) {}

  @Override
  public String name() {
    return "InvokeAsync";
  }

  @Override
  public Class<Request> request() {
    return Request.class;
  }

  CompletionStage<Answer> invoke(Request request, Call call, FrontDoor frontDoor) {
    checkSize(request.invokeArgs());
    return new InvokeOperation()
        .invoke(
            new InvokeOperation.Request(
                request.functionName(),
                Optional.of("Event"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(request.invokeArgs()),
                Optional.empty()),
            call,
            frontDoor)
        .thenApply(accepted -> Answer.of(ACCEPTED, new Response(ACCEPTED)));
  }

  private static void checkSize(JsonNode arguments) {
    String text = arguments.isTextual() ? arguments.textValue() : arguments.toString();
    int size = text.getBytes(StandardCharsets.UTF_8).length;
    if (size > LARGEST_EVENT) {
      throw new SimulatorException(
          ErrorCode.REQUEST_ENTITY_TOO_LARGE,
          "%d byte payload is too large for the Event invocation type (limit %d bytes)"
              .formatted(size, LARGEST_EVENT));
    }
  }
}
