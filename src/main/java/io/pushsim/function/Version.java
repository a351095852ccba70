package io.pushsim.function;

import java.time.Instant;
import java.util.Optional;

/**
 * A version: {@code $LATEST} or a published one.
 *
 * @param number the version's number, or {@code $LATEST}
 * @param revisionId as it is while {@code transition} lasts, or for good where there is none
 * @param transition the creation or update that the version is, or was, going through
 */
public record Version(
    String number,
    FunctionConfiguration configuration,
    String revisionId,
    Optional<Transition> transition) {

  /** The number of the unpublished version. */
  public static final String LATEST = "$LATEST";

  /**
   * A change that takes its time: a function is Pending while it is created, and its last update is
   * InProgress while it is updated.
   *
   * @param until when it has settled
   * @param revisionIdAfter settling gives a new RevisionId (recorded:
   *     test_function_revisions_basic)
   * @param before what runs meanwhile; absent for a creation, during which nothing can run
   */
  public record Transition(
      Instant until, String revisionIdAfter, Optional<FunctionConfiguration> before) {
    public boolean isCreation() {
      return before.isEmpty();
    }
  }

  /** The creation or update under way at the given time. */
  public Optional<Transition> underWay(Instant now) {
    return transition.filter(change -> now.isBefore(change.until()));
  }

  public String revisionIdAt(Instant now) {
    return underWay(now).isPresent()
        ? revisionId
        : transition.map(Transition::revisionIdAfter).orElse(revisionId);
  }

  /** What runs at the given time: during an update still the configuration before it. */
  public FunctionConfiguration configurationAt(Instant now) {
    return underWay(now).flatMap(Transition::before).orElse(configuration);
  }
}
