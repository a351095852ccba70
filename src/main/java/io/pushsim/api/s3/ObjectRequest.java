package io.pushsim.api.s3;

import io.pushsim.api.http.Exchange;
import java.util.Optional;

/**
 * A request of S3's API that a server of objects may want.
 *
 * @param operation its name in S3's API model
 * @param bucket the bucket that it addresses, by its path or its host
 */
public record ObjectRequest(Exchange exchange, String operation, Optional<String> bucket) {}
