package io.pushsim.api.s3;

import io.pushsim.api.http.Exchange;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request's host and path name. The bucket stands first in the path, or before one of
 * pushsim's own names in the host (virtual-host style).
 *
 * @param inHost whether it is the host that names the bucket
 */
record S3Address(Level level, Optional<String> bucket, boolean inHost) {

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
    Optional<String> bucket = bucketInHost(exchange.authority(), hosts);
    if (bucket.isPresent()) {
      return new S3Address(segments.isEmpty() ? Level.BUCKET : Level.KEY, bucket, true);
    }
    if (segments.isEmpty()) {
      return new S3Address(Level.SERVICE, Optional.empty(), false);
    }
    return new S3Address(
        segments.size() == 1 ? Level.BUCKET : Level.KEY, Optional.of(segments.get(0)), false);
  }

  private static Optional<String> bucketInHost(String authority, Collection<String> hosts) {
    String host = authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    return hosts.stream()
        .filter(own -> host.endsWith("." + own))
        .max(Comparator.comparingInt(String::length))
        .map(own -> host.substring(0, host.length() - own.length() - 1))
        .filter(bucket -> !hosts.contains(host) && !bucket.isEmpty());
  }
}
