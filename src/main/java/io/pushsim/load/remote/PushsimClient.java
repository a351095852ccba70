package io.pushsim.load.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.arn.FunctionArn;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks a running pushsim on its own paths. */
public final class PushsimClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Somewhat more than the longest time-out of a function. */
  private static final Duration LONGEST_INVOCATION = Duration.ofMinutes(16);

  private static final DateTimeFormatter SIGNED_AT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI endpoint;
  private final Optional<String> token;

  /**
   * @param token what its own paths ask for as Authorization
   */
  public PushsimClient(URI endpoint, Optional<String> token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  URI endpoint() {
    return endpoint;
  }

  /** Posts a notification to the webhook; completes with the answer's status. */
  CompletionStage<Integer> push(String notification) {
    return http.sendAsync(post("events", notification), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  /**
   * Invokes a function as an AWS SDK would. The head says in whose name and in which Region, but
   * its signature is none: a pushsim that verifies it refuses the call.
   *
   * @param type as Invoke's header has it: RequestResponse or DryRun
   */
  CompletionStage<HttpResponse<String>> invoke(FunctionArn function, String type, String payload) {
    String qualifier = function.qualifier().toString();
    URI invocations =
        endpoint.resolve(
            "/2015-03-31/functions/%s/invocations%s"
                .formatted(
                    encoded(function.unqualified().toString()),
                    qualifier.isEmpty() ? "" : "?Qualifier=" + encoded(qualifier)));
    Instant now = Instant.now();
    HttpRequest request =
        HttpRequest.newBuilder(invocations)
            .timeout(LONGEST_INVOCATION)
            .header("Content-Type", "application/json")
            .header("X-Amz-Invocation-Type", type)
            .header("X-Amz-Log-Type", "Tail")
            .header("X-Amz-Date", SIGNED_AT.format(now))
            .header("Authorization", unsigned(function, now))
            .POST(BodyPublishers.ofString(payload))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  private static String unsigned(FunctionArn function, Instant now) {
    return "AWS4-HMAC-SHA256 Credential=%s/%s/%s/lambda/aws4_request, SignedHeaders=host;x-amz-date, Signature=%s"
        .formatted(
            function.account(),
            SIGNED_AT.format(now).substring(0, 8),
            function.region(),
            "0".repeat(64));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Its metrics, in Prometheus's text format; fails where they are not answered. */
  CompletionStage<String> metrics() {
    return http.sendAsync(request("metrics").GET().build(), BodyHandlers.ofString())
        .thenApply(
            answer -> {
              if (answer.statusCode() != 200) {
                throw refused(answer);
              }
              return answer.body();
            });
  }

  /**
   * What a path answers.
   *
   * @param path behind pushsim's own
   * @throws IOException where nobody answers, or it is no JSON
   * @throws RemoteException where the answer is no success
   */
  JsonNode get(String path) throws IOException, InterruptedException {
    return sent(request(path).GET().build());
  }

  /** What a path answers to a body, as {@link #get}. */
  JsonNode ask(String path, JsonNode body) throws IOException, InterruptedException {
    return sent(post(path, body.toString()));
  }

  private HttpRequest post(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve("/_pushsim/" + path)).timeout(PATIENCE);
    token.ifPresent(secret -> request.header("Authorization", secret));
    return request;
  }

  private JsonNode sent(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw refused(response);
    }
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new IOException(request.uri() + " did not answer in JSON", e);
    }
  }

  private RemoteException refused(HttpResponse<String> answer) {
    return new RemoteException(
        "%s answered %d to %s: %s"
            .formatted(
                endpoint,
                answer.statusCode(),
                answer.request().uri().getPath(),
                shortened(answer.body())));
  }

  private static String shortened(String body) {
    return body.length() <= 300 ? body : body.substring(0, 300) + "…";
  }
}
