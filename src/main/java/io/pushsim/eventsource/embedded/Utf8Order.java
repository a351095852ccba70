package io.pushsim.eventsource.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order in which S3 lists keys: that of their bytes in UTF-8. */
final class Utf8Order {
  static final Comparator<String> KEYS =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  private Utf8Order() {}
}
