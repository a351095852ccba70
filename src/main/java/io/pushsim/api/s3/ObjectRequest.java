package io.pushsim.api.s3;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.WireService;
import java.util.Optional;

/**
 * A request of S3's API that a server of objects may want.
 *
 * @param operation its name in S3's API model
 * @param bucket the bucket that it addresses, by its path or its host
 * @param inHost whether it is the host that names the bucket
 * @param service words the errors
 */
public record ObjectRequest(
    Exchange exchange,
    String operation,
    Optional<String> bucket,
    boolean inHost,
    WireService service) {}
