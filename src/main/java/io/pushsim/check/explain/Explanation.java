package io.pushsim.check.explain;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What comes of an event, and why.
 *
 * @param setUp the title of the set-up; empty for all inputs that are no stories
 * @param reading in which its texts are
 * @param former what came of the newest pushes of the object, by target: where a running pushsim
 *     was asked
 */
public record Explanation(
    String setUp,
    Question question,
    NotifyingBucket bucket,
    Reading reading,
    List<RuleMatch> rules,
    List<TargetWalk> targets,
    Map<FunctionArn, List<FormerPush>> former) {
  public Explanation {
    rules = List.copyOf(rules);
    targets = List.copyOf(targets);
    former = Map.copyOf(former);
  }

  /** The same with what came of the newest pushes at each target. */
  public Explanation withFormer(Function<FunctionArn, List<FormerPush>> pushes) {
    Map<FunctionArn, List<FormerPush>> found = new HashMap<>();
    targets.forEach(walk -> found.computeIfAbsent(walk.target(), pushes));
    return new Explanation(setUp, question, bucket, reading, rules, targets, found);
  }

  List<FormerPush> former(TargetWalk walk) {
    return former.getOrDefault(walk.target(), List.of());
  }

  /**
   * Whether S3 pushes the event at each of the targets: a rule wants it for that target, and Lambda
   * lets S3 in.
   */
  public boolean isPushed() {
    return isAllowed() && isWanted();
  }

  /** Whether for each of the targets there is a rule that wants the event. */
  boolean isWanted() {
    return targets.stream().allMatch(walk -> isWantedFor(walk.target()));
  }

  private boolean isWantedFor(FunctionArn target) {
    return rules.stream()
        .anyMatch(
            match -> match.matches() && match.rule().function().filter(target::equals).isPresent());
  }

  /** Whether Lambda would let S3 invoke each of the targets, and there is one. */
  public boolean isAllowed() {
    return !targets.isEmpty() && targets.stream().allMatch(walk -> walk.verdict().isAllowed());
  }
}
