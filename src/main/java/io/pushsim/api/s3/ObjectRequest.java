package io.pushsim.api.s3;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.WireService;
import java.util.Optional;

/**
 * A request of S3's API that a server of objects may want.
 *
 * @param operation its name in S3's API model, or {@link #UNKNOWN}
 * @param bucket the bucket that it addresses, by its path or its host
 * @param domain pushsim's name behind the bucket's, where that stands in the host
 * @param service words the errors
 */
public record ObjectRequest(
    Exchange exchange,
    String operation,
    Optional<String> bucket,
    Optional<String> domain,
    WireService service) {
  /** The name of what S3's API model does not have: a server may have operations of its own. */
  public static final String UNKNOWN = "unknown";

  /** Whether it is the host that names the bucket. */
  public boolean inHost() {
    return domain.isPresent();
  }

  /** What of the path is the key's, as it was sent; empty where a bucket is addressed. */
  public String sentKey() {
    String path = exchange.head().path();
    int start = inHost() ? 0 : path.indexOf('/', 1);
    return start < 0 || path.isEmpty() ? "" : path.substring(start + 1);
  }

  /** Answers with S3's error document for a failure. */
  public void refuse(Throwable failure) {
    service.fail(exchange, failure);
  }
}
