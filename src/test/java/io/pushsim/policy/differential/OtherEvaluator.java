package io.pushsim.policy.differential;

import java.util.List;
import java.util.function.Predicate;

/**
 * An evaluator of policies that others have written.
 *
 * @param name the package's, by which {@code src/docs/conformance-iam.md} tells of it
 * @param understands the cases that are of what it says it can do
 * @param peculiarities how it is known to judge otherwise, those that say most first
 */
public record OtherEvaluator(
    String name, Predicate<AccessCase> understands, List<Peculiarity> peculiarities) {
  public static final OtherEvaluator IAM_SIMULATE =
      new OtherEvaluator("@cloud-copilot/iam-simulate", given -> true, IamSimulate.PECULIARITIES);
  public static final OtherEvaluator MINISTACK =
      new OtherEvaluator("ministack", MiniStack::understands, MiniStack.PECULIARITIES);
}
