package io.pushsim.check.saved;

import io.pushsim.check.input.Gathering;
import java.util.List;

/** Knows lists that are not whole: of those, what is missing matters. */
final class Lists {
  private static final List<String> MARKERS =
      List.of("NextToken", "NextMarker", "ContinuationToken");

  private Lists() {}

  /** Notes a problem where the answer is but a page of a list. */
  static void requireWhole(Saved saved, Gathering gathering) {
    if (MARKERS.stream().anyMatch(saved.root()::has)) {
      gathering.problem(
          saved.problem(
              "is the first part of a list only: run the command without --max-items and --no-paginate"));
    }
  }
}
