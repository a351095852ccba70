package io.pushsim.check.explain;

import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.Reading;
import java.util.List;

/**
 * What comes of an event, and why.
 *
 * @param setUp the title of the set-up; empty for all inputs that are no stories
 * @param reading in which its texts are
 */
public record Explanation(
    String setUp,
    Question question,
    NotifyingBucket bucket,
    Reading reading,
    List<RuleMatch> rules,
    List<TargetWalk> targets) {
  public Explanation {
    rules = List.copyOf(rules);
    targets = List.copyOf(targets);
  }

  /** Whether the event would be pushed at each of the targets, and there is one. */
  public boolean isAllowed() {
    return !targets.isEmpty() && targets.stream().allMatch(walk -> walk.verdict().isAllowed());
  }
}
