package io.pushsim.api.s3;

import io.pushsim.api.http.Exchange;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A request of S3's API that a server of objects may want.
 *
 * @param operation its name in S3's API model, or {@link #UNKNOWN}
 * @param bucket the bucket that it addresses, by its path or its host
 * @param domain pushsim's name behind the bucket's, where that stands in the host
 * @param refusing answers with S3's error document for a failure
 * @param refusingBody the same for what reading the request's body failed with
 */
public record ObjectRequest(
    Exchange exchange,
    String operation,
    Optional<String> bucket,
    Optional<String> domain,
    Consumer<Throwable> refusing,
    Consumer<Throwable> refusingBody) {
  /** The name of what S3's API model does not have: a server may have operations of its own. */
  public static final String UNKNOWN = "unknown";

  public void refuse(Throwable failure) {
    refusing.accept(failure);
  }

  public void refuseBody(Throwable failure) {
    refusingBody.accept(failure);
  }
}
