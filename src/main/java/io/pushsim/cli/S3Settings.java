package io.pushsim.cli;

import io.pushsim.eventsource.remote.RemoteSettings;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The S3 server behind pushsim.
 *
 * @param domains pushsim's names before which that server knows buckets
 */
public record S3Settings(RemoteSettings server, Set<String> domains) {
  public S3Settings {
    domains =
        domains.stream()
            .map(domain -> domain.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }
}
