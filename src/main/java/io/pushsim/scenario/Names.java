package io.pushsim.scenario;

import java.util.List;

/** What a part of a scenario is called in messages. */
final class Names {
  private Names() {}

  /** Such as {@code CreateAlias.Name}, {@code step 3}, {@code buckets.examplebucket.owner}. */
  static String of(String pointer) {
    List<String> segments = Pointer.segments(pointer);
    if (segments.isEmpty()) {
      return "the scenario";
    }
    if (!segments.get(0).equals("steps") || segments.size() == 1) {
      return Pointer.readable(segments);
    }
    return segments.size() == 2
        ? "step " + (Integer.parseInt(segments.get(1)) + 1)
        : Pointer.readable(segments.subList(2, segments.size()));
  }
}
