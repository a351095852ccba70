package io.pushsim.load;

import java.util.List;
import java.util.Optional;

/**
 * What came of an operation in the middle of a load.
 *
 * @param second when it was called, after the measuring began
 * @param words the operation, as it was written
 * @param milliseconds until it was answered
 * @param refusal why it was not carried out; empty where it was
 * @param last of each version that pushes do not come to any more
 */
public record Switch(
    double second,
    String words,
    double milliseconds,
    Optional<String> refusal,
    List<LastRun> last) {
  public Switch {
    last = List.copyOf(last);
  }

  /**
   * The last push that ran a version.
   *
   * @param target in short
   * @param milliseconds from when the operation was called until the version was chosen for the
   *     last time; 0 where that was before
   */
  public record LastRun(String target, String version, double milliseconds) {}
}
