package io.pushsim.policy;

import io.pushsim.arn.FunctionArn;
import java.util.List;
import java.util.Optional;

/** An outcome that changes the policy of one exact ARN; applying it decides nothing anew. */
public sealed interface PolicyChange {

  /** The exact ARN whose policy changes. */
  FunctionArn arn();

  /** What becomes of the ARN's policy; empty where it has none any more. */
  Optional<ResourcePolicy> applyTo(Optional<ResourcePolicy> policy);

  /** A statement has been added, with which a policy may begin. */
  record StatementAdded(FunctionArn arn, Statement statement, String revisionId)
      implements PolicyChange {
    @Override
    public Optional<ResourcePolicy> applyTo(Optional<ResourcePolicy> policy) {
      PolicyDocument document =
          policy.map(ResourcePolicy::document).orElse(PolicyDocument.of(List.of()));
      return Optional.of(new ResourcePolicy(document.with(statement), revisionId));
    }
  }

  /** A statement has been removed, and others are left. */
  record StatementRemoved(FunctionArn arn, String statementId, String revisionId)
      implements PolicyChange {
    @Override
    public Optional<ResourcePolicy> applyTo(Optional<ResourcePolicy> policy) {
      return policy
          .map(ResourcePolicy::document)
          .map(document -> new ResourcePolicy(document.without(statementId), revisionId));
    }
  }

  /** The policy is there, as a snapshot has it. */
  record PolicyRestored(FunctionArn arn, ResourcePolicy restored) implements PolicyChange {
    @Override
    public Optional<ResourcePolicy> applyTo(Optional<ResourcePolicy> policy) {
      return Optional.of(restored);
    }
  }

  /** The policy has gone: with its last statement, or with what it stood on. */
  record PolicyDeleted(FunctionArn arn) implements PolicyChange {
    @Override
    public Optional<ResourcePolicy> applyTo(Optional<ResourcePolicy> policy) {
      return Optional.empty();
    }
  }
}
