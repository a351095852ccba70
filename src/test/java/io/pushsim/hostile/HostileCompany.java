package io.pushsim.hostile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.Runtime;

/**
 * Creates functions of hostile handlers and invokes them.
 *
 * @param lambda a client that is as patient as the longest of them takes
 */
public record HostileCompany(LambdaClient lambda) {

  /**
   * What came of one invocation.
   *
   * @param took from the call to the answer
   */
  public record Ended(HostileHandler.Call call, boolean isError, String payload, Duration took) {
    boolean isAsExpected() {
      return call.mayEnd(isError, payload);
    }
  }

  /** Creates a function; the message where that is refused. */
  public Optional<String> create(String name, byte[] zip, Duration timeout) {
    try {
      lambda.createFunction(
          request ->
              request
                  .functionName(name)
                  .runtime(Runtime.NODEJS22_X)
                  .handler("index.handler")
                  .role("arn:aws:iam::111111111111:role/any")
                  .timeout((int) timeout.toSeconds())
                  .code(code -> code.zipFile(SdkBytes.fromByteArray(zip))));
      return Optional.empty();
    } catch (InvalidParameterValueException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Invokes a handler, of which there is a function, as its file says. */
  public List<Ended> invoke(HostileHandler handler) {
    List<Ended> all = new ArrayList<>();
    for (HostileHandler.Call call : handler.calls()) {
      all.add(invoke(handler.name(), call));
    }
    return all;
  }

  private Ended invoke(String name, HostileHandler.Call call) {
    long start = System.nanoTime();
    InvokeResponse response =
        lambda.invoke(
            request -> request.functionName(name).payload(SdkBytes.fromUtf8String(call.event())));
    return new Ended(
        call,
        response.functionError() != null,
        response.payload().asUtf8String(),
        Duration.ofNanos(System.nanoTime() - start));
  }
}
