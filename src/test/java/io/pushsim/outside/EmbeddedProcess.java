package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A served process that keeps objects in memory, for tests that have an account of their own each.
 */
final class EmbeddedProcess implements AutoCloseable {
  private final ServedProcess served = ServedProcess.start("--ephemeral");

  URI endpoint() {
    return served.endpoint();
  }

  static HttpResponse<String> http(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The answer at one of pushsim's own paths. */
  JsonNode own(String path) {
    return TestResource.json(
        http(HttpRequest.newBuilder(served.endpoint().resolve("/_pushsim/" + path))).body());
  }

  /** The events of a bucket, oldest first, as {@code Name key}. */
  List<String> events(String bucket) {
    List<String> names = new ArrayList<>();
    own("events?limit=1000&bucket=" + bucket)
        .path("events")
        .forEach(
            event ->
                names.add(
                    0,
                    "%s %s"
                        .formatted(
                            event.path("eventName").textValue(), event.path("key").textValue())));
    return names;
  }

  static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(size).nextBytes(noise);
    return noise;
  }

  @Override
  public void close() {
    try (ServedProcess last = served) {
      assertThat(last.faults()).isEmpty();
      assertThat(last.err()).doesNotContain("SLF4J", "s3proxy", "WARN");
    }
  }
}
