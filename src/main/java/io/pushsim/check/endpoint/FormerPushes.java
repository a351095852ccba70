package io.pushsim.check.endpoint;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.arn.FunctionArn;
import io.pushsim.check.explain.FormerPush;
import io.pushsim.check.explain.Question;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Asks a running pushsim what has come of its pushes; any other endpoint tells nothing. */
public final class FormerPushes {
  private static final JsonMapper JSON = new JsonMapper();

  private final URI explain;
  private final HttpClient client;
  private final Consumer<String> untold;

  /**
   * @param untold gets told why pushsim does not say it
   */
  public FormerPushes(URI endpoint, Consumer<String> untold) {
    this.explain = endpoint.resolve("/_pushsim/explain");
    this.untold = untold;
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Clients.CONNECT);
    client =
        (Clients.isLoopback(endpoint) ? builder.proxy(HttpClient.Builder.NO_PROXY) : builder)
            .build();
  }

  /** The newest pushes of the object at exactly that target, newest first. */
  public List<FormerPush> of(Question question, FunctionArn target) {
    String asked =
        JSON.createObjectNode()
            .put("bucket", question.bucket())
            .put("key", question.key())
            .put("event", question.type().configurationName())
            .put("target", target.toString())
            .toString();
    try {
      return read(
          client.send(
              HttpRequest.newBuilder(explain)
                  .timeout(Clients.SILENCE)
                  .POST(HttpRequest.BodyPublishers.ofString(asked))
                  .build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException failure) {
      untold.accept(String.valueOf(failure.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      untold.accept("interrupted");
    }
    return List.of();
  }

  private List<FormerPush> read(HttpResponse<String> answer) {
    JsonNode body = json(answer.body());
    if (answer.statusCode() == HttpURLConnection.HTTP_FORBIDDEN && body.has("error")) {
      untold.accept(body.path("message").asText());
    }
    List<FormerPush> pushes = new ArrayList<>();
    if (answer.statusCode() == HttpURLConnection.HTTP_OK) {
      body.at("/targets/0/newest").forEach(push -> pushes.add(new FormerPush(push)));
    }
    return pushes;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException notPushsim) {
      return JSON.missingNode();
    }
  }
}
