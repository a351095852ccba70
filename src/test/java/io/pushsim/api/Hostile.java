package io.pushsim.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A request that means no good.
 *
 * @param kind what the generator was up to
 * @param method as sent, since an answer to HEAD has no body
 * @param bytes what is sent
 * @param isWhole whether it is meant to be one whole request, so that the connection may go on
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Hostile(String kind, String method, byte[] bytes, boolean isWhole) {

  /** One of several. */
  @SafeVarargs
  static <T> T oneOf(RandomGenerator random, T... values) {
    return values[random.nextInt(values.length)];
  }

  /** The same, with some of its bytes changed, left out or doubled. */
  static byte[] mutated(RandomGenerator random, byte[] bytes) {
    byte[] changed = bytes.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && changed.length > 0; i++) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> changed = spliced(changed, at, at + random.nextInt(changed.length - at + 1));
        default -> changed = spliced(changed, at, random.nextInt(at + 1));
      }
    }
    return changed;
  }

  /** What stands before {@code end}, and then what stands from {@code next} on. */
  private static byte[] spliced(byte[] bytes, int end, int next) {
    byte[] spliced = Arrays.copyOf(bytes, end + bytes.length - next);
    System.arraycopy(bytes, next, spliced, end, bytes.length - next);
    return spliced;
  }

  /** The first part of it. */
  static byte[] cut(RandomGenerator random, byte[] bytes) {
    return Arrays.copyOf(bytes, random.nextInt(Math.max(1, bytes.length)));
  }

  /** As text in which every byte can be seen, to be found again in a report. */
  String shown() {
    StringBuilder shown = new StringBuilder(kind).append(": ");
    String text = new String(bytes, 0, Math.min(bytes.length, 600), ISO_8859_1);
    text.chars()
        .forEach(
            c -> {
              if (c >= ' ' && c <= '~' && c != '\\') {
                shown.append((char) c);
              } else {
                shown.append("\\x%02x".formatted(c));
              }
            });
    return bytes.length > 600 ? shown + "… (%d bytes)".formatted(bytes.length) : shown.toString();
  }
}
