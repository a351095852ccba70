package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks pushsim's own paths over HTTP, as curl would. */
public final class AdminClient {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Somewhat more than anything may be waited for ({@code settled}). */
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final URI endpoint;

  AdminClient(LiveServer server) {
    this(server.endpoint());
  }

  public AdminClient(URI endpoint) {
    this.endpoint = endpoint;
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  public HttpResponse<String> post(String path, String body) {
    return send("POST", path, body);
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve("/_pushsim/" + path))
            .timeout(PATIENCE)
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What is at a whole address, byte for byte. */
  public static HttpResponse<byte[]> download(String address) {
    return send(
        HttpRequest.newBuilder(URI.create(address)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> form) {
    try {
      return CLIENT.send(request, form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The JSON body of a 200. */
  public JsonNode found(String path) {
    return json(get(path), 200);
  }

  static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return TestResource.json(answer.body());
  }

  /** Waits until nothing is under way. */
  public void settle() {
    assertThat(get("settled?timeout=30s").statusCode()).isEqualTo(200);
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
