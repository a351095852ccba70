package io.pushsim.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.Runtime;

/**
 * Creates functions of hostile handlers and invokes them.
 *
 * @param lambda a client of the endpoint
 */
public record HostileCompany(URI endpoint, LambdaClient lambda) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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
      return Optional.of(String.valueOf(e.getMessage()));
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
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/2015-03-31/functions/" + name + "/invocations"))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(call.event()))
            .build();
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Ended(
          call,
          answer.headers().firstValue("X-Amz-Function-Error").isPresent(),
          answer.statusCode() == 200 ? answer.body() : answer.toString(),
          Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
