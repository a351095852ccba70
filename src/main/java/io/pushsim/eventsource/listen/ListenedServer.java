package io.pushsim.eventsource.listen;

import java.net.URI;
import java.util.List;

/**
 * A MinIO server and the buckets of it that are listened to.
 *
 * @param endpoint such as {@code http://minio:9000}
 * @param region for which requests are signed
 * @param buckets their names, each once
 */
public record ListenedServer(
    URI endpoint, String accessKey, String secretKey, String region, List<String> buckets) {
  public ListenedServer {
    buckets = List.copyOf(buckets);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "%s with the key %s, buckets %s".formatted(endpoint, accessKey, buckets);
  }
}
