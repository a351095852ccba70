package io.pushsim.policy;

import java.util.Optional;

/**
 * The RevisionId with which a caller guards a change.
 *
 * @param given the RevisionId parameter, empty where the caller does not guard
 * @param ownRevisionId the revision of the alias, version or function itself, which counts as long
 *     as it has no policy (recorded: test_function_revisions_permissions)
 */
public record RevisionCheck(Optional<String> given, String ownRevisionId) {
  /** No guard. */
  public static final RevisionCheck NONE = new RevisionCheck(Optional.empty(), "");

  boolean passes(Optional<ResourcePolicy> policy) {
    String latest = policy.map(ResourcePolicy::revisionId).orElse(ownRevisionId);
    return given.isEmpty() || given.get().equals(latest);
  }
}
