package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Condition;
import io.pushsim.policy.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every bucket against every target. Most pairs have nothing to do with each other: only those are
 * held that a rule names, that a policy lets pass, or of which that is not known; all others are
 * denied, since no statement speaks of the bucket.
 */
public final class Matrix {
  private static final Set<String> POSITIVE =
      Set.of("arnlike", "arnequals", "stringequals", "stringlike");

  private final List<BucketRule> rules;
  private final List<FunctionArn> targets;
  private final Map<String, Map<FunctionArn, Verdict>> verdicts;

  private Matrix(
      List<BucketRule> rules,
      List<FunctionArn> targets,
      Map<String, Map<FunctionArn, Verdict>> verdicts) {
    this.rules = rules;
    this.targets = targets;
    this.verdicts = verdicts;
  }

  public static Matrix of(Inventory inventory) {
    Decider decider = new Decider(inventory);
    Set<FunctionArn> targets = new LinkedHashSet<>();
    List<BucketRule> rules = new ArrayList<>();
    Map<String, Map<FunctionArn, Verdict>> verdicts = new LinkedHashMap<>();
    for (NotifyingBucket bucket : inventory.buckets()) {
      Map<FunctionArn, Verdict> ofBucket = new LinkedHashMap<>();
      verdicts.put(bucket.name(), ofBucket);
      for (BucketRule rule : bucket.rules()) {
        rules.add(rule);
        if (rule.function().isPresent()) {
          FunctionArn target = rule.function().get();
          targets.add(target);
          ofBucket.computeIfAbsent(target, named -> decider.decide(bucket, named));
        }
      }
    }
    Map<String, NotifyingBucket> byArn = new HashMap<>();
    inventory.buckets().forEach(bucket -> byArn.put(bucket.arn().toString(), bucket));
    for (TargetPolicy policy : inventory.policies().all()) {
      targets.add(policy.target());
      for (NotifyingBucket bucket :
          concerned(policy, byArn, inventory.buckets(), inventory.reading())) {
        Map<FunctionArn, Verdict> ofBucket = verdicts.get(bucket.name());
        if (ofBucket != null && !ofBucket.containsKey(policy.target())) {
          Verdict verdict = decider.decide(bucket, policy.target());
          if (!verdict.isDenied()) {
            ofBucket.put(policy.target(), verdict);
          }
        }
      }
    }
    return new Matrix(List.copyOf(rules), List.copyOf(targets), verdicts);
  }

  // The buckets of which an allowing statement may speak.
  private static Collection<NotifyingBucket> concerned(
      TargetPolicy policy,
      Map<String, NotifyingBucket> byArn,
      List<NotifyingBucket> all,
      Reading reading) {
    Set<NotifyingBucket> named = new LinkedHashSet<>();
    for (PlacedStatement placed : policy.statements()) {
      if (placed.statement().effect() == Effect.ALLOW) {
        Optional<List<String>> sources = literalSources(placed);
        if (sources.isEmpty()) {
          return all;
        }
        for (String source : sources.get()) {
          NotifyingBucket bucket = byArn.get(source);
          if (bucket != null) {
            named.add(bucket);
          } else if (!reading.restored(source).isKnown()) {
            return all;
          }
        }
      }
    }
    return named;
  }

  // The source ARNs that a statement names one by one; empty where it may mean others.
  private static Optional<List<String>> literalSources(PlacedStatement placed) {
    for (Condition condition : placed.statement().conditions()) {
      if (POSITIVE.contains(condition.operator().name().toLowerCase(Locale.ROOT))
          && condition.key().equalsIgnoreCase(AccessRequest.SOURCE_ARN)
          && condition.values().texts().stream().noneMatch(Matrix::hasWildcard)) {
        return Optional.of(condition.values().texts());
      }
    }
    return Optional.empty();
  }

  private static boolean hasWildcard(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.contains("${");
  }

  /** All rules, bucket by bucket. */
  public List<BucketRule> rules() {
    return rules;
  }

  /** All targets that a rule or a grant names: those of rules first. */
  public List<FunctionArn> targets() {
    return targets;
  }

  /** The verdict on a pair that is held; the others are denied. */
  public Optional<Verdict> find(String bucket, FunctionArn target) {
    return Optional.ofNullable(verdicts.getOrDefault(bucket, Map.of()).get(target));
  }

  /** The verdicts on a bucket that are held, by target. */
  public Map<FunctionArn, Verdict> of(String bucket) {
    return Collections.unmodifiableMap(verdicts.getOrDefault(bucket, Map.of()));
  }

  /**
   * The verdict on a rule's own target; empty where that is no function, or is not known.
   *
   * @throws IllegalArgumentException for a rule that is not of this matrix
   */
  public Optional<Verdict> of(BucketRule rule) {
    if (!verdicts.containsKey(rule.bucket())) {
      throw new IllegalArgumentException("no rule of this matrix: " + rule);
    }
    return rule.function().flatMap(target -> find(rule.bucket(), target));
  }
}
