package io.pushsim.api.s3;

import io.pushsim.api.access.AwsHost;
import io.pushsim.api.http.Exchange;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request's host and path name. The bucket stands first in the path, or before one of
 * pushsim's own names, or of S3's, in the host (virtual-host style).
 *
 * @param domain that name of pushsim's, where the bucket stands before it
 */
record S3Address(Level level, Optional<String> bucket, Optional<String> domain) {

  /** What is addressed. */
  enum Level {
    SERVICE,
    BUCKET,
    KEY
  }

  /**
   * The address of a request.
   *
   * @param hosts pushsim's names, in lower case, before which a bucket's may stand
   * @throws io.pushsim.error.SimulatorException for a path that is not well encoded
   */
  static S3Address of(Exchange exchange, Collection<String> hosts) {
    List<String> segments = exchange.segments();
    String host = host(exchange.authority());
    Optional<String> domain =
        AwsHost.of(host)
            .map(aws -> aws.bucket().map(bucket -> aws.domain()))
            .orElseGet(() -> domain(host, hosts));
    if (domain.isPresent()) {
      String bucket = host.substring(0, host.length() - domain.get().length() - 1);
      return new S3Address(
          segments.isEmpty() ? Level.BUCKET : Level.KEY, Optional.of(bucket), domain);
    }
    if (segments.isEmpty()) {
      return new S3Address(Level.SERVICE, Optional.empty(), Optional.empty());
    }
    return new S3Address(
        segments.size() == 1 ? Level.BUCKET : Level.KEY,
        Optional.of(segments.get(0)),
        Optional.empty());
  }

  private static String host(String authority) {
    return authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }

  /** The longest of pushsim's names that stands behind another in the host. */
  private static Optional<String> domain(String host, Collection<String> hosts) {
    return hosts.stream()
        .filter(own -> !hosts.contains(host) && host.endsWith("." + own))
        .max(Comparator.comparingInt(String::length))
        .filter(own -> host.length() > own.length() + 1);
  }
}
