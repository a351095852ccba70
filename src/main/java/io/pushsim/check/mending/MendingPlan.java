package io.pushsim.check.mending;

import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.mending.MendingStep.ChangeRule;
import io.pushsim.check.mending.MendingStep.PutRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the steps of all findings together, so that they can be done one after the other. A bucket
 * has one configuration: what one finding puts must not take back what another one mends.
 */
public final class MendingPlan {
  private final Map<String, List<ChangeRule>> changes = new HashMap<>();
  private final Set<MendingStep> done = new HashSet<>();

  /** What is to be done in all, finding by finding. */
  public MendingPlan(List<List<MendingStep>> all) {
    for (List<MendingStep> steps : all) {
      for (MendingStep step : steps) {
        if (step instanceof ChangeRule change && !change.retargets()) {
          put(change);
        }
      }
    }
  }

  private void put(ChangeRule change) {
    changes.computeIfAbsent(change.bucket().name(), name -> new ArrayList<>()).add(change);
  }

  /**
   * The steps of the next finding as they are to be done when those of the former ones are done: no
   * alias or grant is made twice, and a rule names a new target from the finding on that makes it.
   */
  public List<MendingStep> next(List<MendingStep> steps) {
    List<MendingStep> told = new ArrayList<>();
    for (MendingStep step : steps) {
      if (step instanceof ChangeRule change) {
        if (change.retargets()) {
          put(change);
        }
        told.add(configuration(change));
      } else if (done.add(step)) {
        told.add(step);
      }
    }
    return told.isEmpty() ? steps : told;
  }

  private PutRules configuration(ChangeRule step) {
    NotifyingBucket bucket = step.bucket();
    List<RuleDraft> rules = new ArrayList<>();
    List<RuleDraft> changed = new ArrayList<>();
    for (BucketRule rule : bucket.rules()) {
      RuleDraft draft = draft(bucket, rule);
      if (!draft.events().isEmpty()) {
        rules.add(draft);
        if (rule.equals(step.rule())) {
          changed.add(draft);
        }
      }
    }
    return new PutRules(bucket, rules, changed);
  }

  private RuleDraft draft(NotifyingBucket bucket, BucketRule rule) {
    RuleDraft draft = RuleDraft.of(rule);
    for (ChangeRule change : changes.getOrDefault(bucket.name(), List.of())) {
      if (change.rule().equals(rule)) {
        draft = change.change().apply(draft);
      }
    }
    return draft;
  }
}
