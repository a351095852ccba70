package io.pushsim.check.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.EventType;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Inputs;
import io.pushsim.check.setup.SetUp;
import io.pushsim.cli.CheckForms;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The change that an explanation names really turns the decision, and no smaller one is left. */
class FlipsTest {
  private static final Path ANSWERS =
      Path.of("src", "test", "resources", "check", "broken", "cli-output");
  private static final Deployment UNKNOWN = Deployment.UNKNOWN;

  private static SetUp setUp;
  private static Inventory inventory;

  @BeforeAll
  static void read() {
    Gathering gathering = new Gathering(UNKNOWN);
    Inputs.read(List.of(ANSWERS), CheckForms.all(), gathering);
    assertThat(gathering.problems()).isEmpty();
    setUp = gathering.setUp().build();
    inventory = inventory(setUp);
  }

  private static Inventory inventory(SetUp setUp) {
    return new Inventory(setUp, UNKNOWN.accountText(), UNKNOWN.regionText());
  }

  @Test
  void turnsEachDecisionOfARule_whenItsCommandsAreRun() {
    int turned = 0;
    for (NotifyingBucket bucket : inventory.buckets()) {
      for (BucketRule rule : bucket.rules()) {
        turned += turns(bucket.name(), rule.function().orElseThrow()) ? 1 : 0;
      }
    }

    assertThat(turned).isGreaterThan(20);
  }

  @Test
  void turnsEachDecisionOnATargetThatNoRuleNames_whenItsCommandsAreRun() {
    List<String> buckets = List.of("examplebucket", "visitor-photos", "product-images");
    int turned = 0;
    for (String bucket : buckets) {
      for (var policy : inventory.policies().all()) {
        turned += turns(bucket, policy.target()) ? 1 : 0;
      }
    }

    assertThat(turned).isGreaterThan(60);
  }

  /** Whether there are commands; if there are, they turn the decision. */
  private static boolean turns(String bucket, FunctionArn target) {
    TargetWalk walk = walk(inventory, bucket, target);
    TargetWalk.Flip flip = walk.flip().orElseThrow();
    if (flip.commands().isEmpty()) {
      assertThat(flip.sentence()).containsAnyOf("No grant can open", "There is no");
      return false;
    }
    Verdict before = walk.verdict();

    SetUp changed = new CommandedSetUp(setUp).run(flip.commands());
    Verdict after = walk(inventory(changed), bucket, target).verdict();

    assertThat(after.kind())
        .as("%s to %s after %s", bucket, target, flip.commands())
        .isEqualTo(before.isAllowed() ? Verdict.Kind.DENIED : Verdict.Kind.ALLOWED);
    return true;
  }

  private static TargetWalk walk(Inventory of, String bucket, FunctionArn target) {
    Question question =
        new Question(bucket, "a.jpg", EventType.OBJECT_CREATED_PUT, Optional.of(target.toString()));
    return new Explainer("", of).explain(question).orElseThrow().targets().get(0);
  }
}
