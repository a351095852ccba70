package io.pushsim.runtime;

import io.pushsim.arn.Partition;
import java.nio.charset.StandardCharsets;

/**
 * The ARN that stands for a runtime's own version, in a function's configuration as in INIT_START:
 * AWS's hash cannot be known, ours is made of the identifier.
 */
public final class RuntimeVersionArn {
  private RuntimeVersionArn() {}

  public static String of(String region, String runtime) {
    return "arn:%s:lambda:%s::runtime:%s"
        .formatted(
            Partition.ofRegion(region).id(),
            region,
            Sha256.hex(runtime.getBytes(StandardCharsets.UTF_8)));
  }
}
