package io.pushsim.check.mending;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.FilterRule;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import io.pushsim.policy.PermissionRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MendingPlanTest {
  private static final String FUNCTION = "arn:aws:lambda:us-west-2:111111111111:function:f";
  private static final FunctionArn LIVE = FunctionArn.parse(FUNCTION + ":live").orElseThrow();
  private static final MendingStep CREATE = new MendingStep.CreateAlias(LIVE, Optional.of("1"));
  private static final MendingStep GRANT =
      new MendingStep.AddGrant(
          LIVE, PermissionRequest.of("s3", "lambda:InvokeFunction", "s3.amazonaws.com"));

  private final NotifyingBucket bucket = bucket();

  private static NotifyingBucket bucket() {
    SetUp setUp = new SetUp.Builder().add(rule("one", "/in/")).add(rule("two", "/out/")).build();
    return new Inventory(setUp, Text.of("111111111111"), Text.of("us-west-2"))
        .bucket("examplebucket")
        .orElseThrow();
  }

  private static DeclaredRule rule(String id, String prefix) {
    return new DeclaredRule(
        Text.of("examplebucket"),
        Optional.of(Text.of(id)),
        TargetKind.LAMBDA,
        Text.of(FUNCTION),
        List.of(Text.of("s3:ObjectCreated:*")),
        List.of(new DeclaredRule.Filter(Text.of("prefix"), Text.of(prefix))),
        Origin.of(Dialect.CLI_OUTPUT, new Place("examplebucket.json", 1, 1)));
  }

  private MendingStep change(int rule, UnaryOperator<RuleDraft> change) {
    return new MendingStep.ChangeRule(bucket, bucket.rules().get(rule), change, false);
  }

  private MendingStep retarget(int rule) {
    return new MendingStep.ChangeRule(
        bucket, bucket.rules().get(rule), draft -> draft.withTarget(LIVE.toString()), true);
  }

  private MendingStep prefix(int rule, String prefix) {
    return change(rule, draft -> draft.withFilter(FilterRule.Name.PREFIX, prefix));
  }

  private static MendingStep.PutRules put(List<MendingStep> steps) {
    return steps.stream()
        .filter(MendingStep.PutRules.class::isInstance)
        .map(MendingStep.PutRules.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> keys(MendingStep.PutRules put) {
    return put.rules().stream()
        .flatMap(rule -> rule.filters().stream())
        .map(BucketRule.Filter::value)
        .toList();
  }

  @Test
  void putsTheChangesOfSeveralFindingsTogether() {
    List<MendingStep> first = List.of(prefix(0, "in/"));
    List<MendingStep> second = List.of(prefix(1, "out/"));
    MendingPlan plan = new MendingPlan(List.of(first, second));

    assertThat(keys(put(plan.next(first)))).containsExactly("in/", "out/");
    assertThat(keys(put(plan.next(second)))).containsExactly("in/", "out/");
  }

  @Test
  void showsTheRulesOfItsOwnFinding_asChanged() {
    List<MendingStep> first = List.of(prefix(0, "in/"));
    List<MendingStep> second = List.of(prefix(1, "out/"));
    MendingPlan plan = new MendingPlan(List.of(first, second));

    assertThat(put(plan.next(second)).changed())
        .extracting(rule -> rule.id().orElseThrow())
        .containsExactly("two");
  }

  @Test
  void leavesOutARule_thatHasNoEventsLeft() {
    List<MendingStep> steps = List.of(change(1, draft -> draft.withEvents(List.of())));
    MendingStep.PutRules put = put(new MendingPlan(List.of(steps)).next(steps));

    assertThat(put.rules()).extracting(rule -> rule.id().orElseThrow()).containsExactly("one");
    assertThat(put.changed()).isEmpty();
  }

  @Test
  void namesANewTarget_fromTheFindingOnThatMakesIt() {
    List<MendingStep> first = List.of(prefix(0, "in/"));
    List<MendingStep> second = List.of(CREATE, retarget(1));
    MendingPlan plan = new MendingPlan(List.of(first, second));

    assertThat(put(plan.next(first)).rules())
        .extracting(RuleDraft::target)
        .containsExactly(FUNCTION, FUNCTION);
    assertThat(put(plan.next(second)).rules())
        .extracting(RuleDraft::target)
        .containsExactly(FUNCTION, LIVE.toString());
  }

  @Test
  void makesAnAliasAndAGrantOnce() {
    List<MendingStep> first = List.of(CREATE, GRANT, retarget(0));
    List<MendingStep> second = List.of(CREATE, GRANT, retarget(1));
    MendingPlan plan = new MendingPlan(List.of(first, second));

    assertThat(plan.next(first)).startsWith(CREATE, GRANT).hasSize(3);
    assertThat(plan.next(second)).singleElement().isInstanceOf(MendingStep.PutRules.class);
  }
}
