package io.pushsim.operation;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param nextMarker what to ask the next page with, where there is one
 */
record Page<T>(List<T> items, Optional<String> nextMarker) {
  /** Whatever MaxItems says, Lambda gives no more at once (developer guide). */
  private static final int MOST = 50;

  /**
   * The page that a request asks for.
   *
   * @param marker a former page's NextMarker
   */
  static <T> Page<T> of(List<T> all, Optional<String> marker, Optional<Integer> maxItems) {
    int start = marker.map(Page::position).orElse(0);
    int end = Math.min(all.size(), start + Math.min(MOST, maxItems.orElse(MOST)));
    return new Page<>(
        all.subList(Math.min(start, end), end),
        end < all.size() ? Optional.of(marker(end)) : Optional.empty());
  }

  private static String marker(int position) {
    return Base64.getEncoder()
        .encodeToString(Integer.toString(position).getBytes(StandardCharsets.US_ASCII));
  }

  private static int position(String marker) {
    try {
      String text = new String(Base64.getDecoder().decode(marker), StandardCharsets.US_ASCII);
      int position = Integer.parseInt(text);
      if (position >= 0) {
        return position;
      }
    } catch (IllegalArgumentException e) {
      // Answered below: no marker of ours.
    }
    throw new SimulatorException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "Marker '%s' is not valid: give the NextMarker of a former answer".formatted(marker));
  }
}
