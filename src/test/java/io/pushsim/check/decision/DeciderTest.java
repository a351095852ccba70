package io.pushsim.check.decision;

import static io.pushsim.check.decision.SetUps.ACCOUNT;
import static io.pushsim.check.decision.SetUps.BUCKET_ARN;
import static io.pushsim.check.decision.SetUps.IS_PROD;
import static io.pushsim.check.decision.SetUps.PROD;
import static io.pushsim.check.decision.SetUps.PROD_ARN;
import static io.pushsim.check.decision.SetUps.at;
import static io.pushsim.check.decision.SetUps.bucket;
import static io.pushsim.check.decision.SetUps.function;
import static io.pushsim.check.decision.SetUps.grant;
import static io.pushsim.check.decision.SetUps.only;
import static io.pushsim.check.decision.SetUps.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import org.junit.jupiter.api.Test;

class DeciderTest {
  private static final Origin HERE = at("stack.yaml", 5);
  private static final Text UNKNOWN_ACCOUNT = Text.unknown(Symbol.ACCOUNT);
  private static final Symbol NAME = new Symbol("stack.yaml Name", Symbol.Kind.ANY, "Give it.");

  private static SetUp.Builder described() {
    return new SetUp.Builder().add(bucket(ACCOUNT, HERE)).add(function()).add(rule(PROD, HERE));
  }

  private static Verdict decide(SetUp.Builder setUp) {
    Inventory inventory = SetUps.inventory(setUp);
    return new Decider(inventory).decide(inventory.bucket("examplebucket").orElseThrow(), PROD_ARN);
  }

  @Test
  void allows_whereAGrantIsForTheBucket() {
    Verdict verdict = decide(described().add(grant(PROD, BUCKET_ARN, ACCOUNT, HERE)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.ALLOWED);
    assertThat(verdict.statement().orElseThrow().title()).isEqualTo("statement 's3'");
  }

  @Test
  void denies_whereTheFunctionIsToldAndNoGrant() {
    assertThat(decide(described()).kind()).isEqualTo(Verdict.Kind.DENIED);
  }

  @Test
  void denies_whereTheGrantIsForAnother() {
    Verdict verdict =
        decide(described().add(grant(PROD, Text.of("arn:aws:s3:::other"), ACCOUNT, HERE)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DENIED);
    assertThat(verdict.dependsOn()).isEmpty();
  }

  @Test
  void doesNotKnow_whereNoInputTellsOfTheFunction() {
    Verdict verdict = decide(new SetUp.Builder().add(bucket(ACCOUNT, HERE)).add(rule(PROD, HERE)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(verdict.unknown().orElseThrow())
        .isEqualTo("no input tells the policy of f:PROD, nor describes its function");
  }

  @Test
  void doesNotKnow_whereTheOwnerOfTheBucketIsUnknown() {
    Verdict verdict =
        decide(
            new SetUp.Builder()
                .add(bucket(UNKNOWN_ACCOUNT, HERE))
                .add(function())
                .add(rule(PROD, HERE))
                .add(grant(PROD, BUCKET_ARN, ACCOUNT, HERE)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(verdict.dependsOn()).containsExactly(Symbol.ACCOUNT);
    assertThat(verdict.unknown()).contains("it depends on ${AWS::AccountId}");
  }

  @Test
  void allows_whereTheUnknownOwnerIsTheOneThatIsGranted() {
    Verdict verdict =
        decide(
            new SetUp.Builder()
                .add(bucket(UNKNOWN_ACCOUNT, HERE))
                .add(function())
                .add(rule(PROD, HERE))
                .add(grant(PROD, BUCKET_ARN, UNKNOWN_ACCOUNT, HERE)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.ALLOWED);
  }

  @Test
  void doesNotKnow_whereTheGrantIsOnAnUnknownTarget() {
    Text somewhere = Text.unknown(NAME);

    Verdict verdict = decide(described().add(grant(somewhere, BUCKET_ARN, ACCOUNT, HERE)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(verdict.dependsOn()).containsExactly(NAME);
  }

  @Test
  void denies_whereTheGrantOnAnUnknownTargetIsForAnotherBucket() {
    Verdict verdict =
        decide(
            described()
                .add(grant(Text.unknown(NAME), Text.of("arn:aws:s3:::other"), ACCOUNT, HERE)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DENIED);
  }

  @Test
  void doesNotKnow_whereTheGrantIsOnWhatMayBeTheSameTarget() {
    Text inUnknownAccount =
        Text.join(
            Text.of("arn:aws:lambda:us-west-2:"), UNKNOWN_ACCOUNT, Text.of(":function:f:PROD"));

    Verdict verdict = decide(described().add(grant(inUnknownAccount, BUCKET_ARN, ACCOUNT, HERE)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(verdict.dependsOn()).containsExactly(Symbol.ACCOUNT);
  }

  @Test
  void doesNotKnow_whereTheGrantIsThereUnderAConditionOnly() {
    Verdict verdict = decide(described().add(grant(PROD, BUCKET_ARN, ACCOUNT, only(IS_PROD))));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(verdict.dependsOn()).containsExactly(IS_PROD);
  }

  @Test
  void allows_whereAnotherGrantIsThereInAnyCase() {
    Verdict verdict =
        decide(
            described()
                .add(grant(PROD, BUCKET_ARN, ACCOUNT, only(IS_PROD)))
                .add(grant(PROD, Text.of("arn:aws:s3:::example*"), ACCOUNT, HERE)));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.ALLOWED);
  }

  @Test
  void allows_whereTheBucketIsThereUnderTheSameCondition() {
    Verdict verdict =
        decide(
            new SetUp.Builder()
                .add(bucket(ACCOUNT, only(IS_PROD)))
                .add(function())
                .add(rule(PROD, HERE))
                .add(grant(PROD, BUCKET_ARN, ACCOUNT, only(IS_PROD))));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.ALLOWED);
  }

  @Test
  void allows_whereTheRuleIsThereUnderTheSameCondition() {
    Verdict verdict =
        decide(
            new SetUp.Builder()
                .add(bucket(ACCOUNT, HERE))
                .add(function())
                .add(rule(PROD, only(IS_PROD)))
                .add(grant(PROD, BUCKET_ARN, ACCOUNT, only(IS_PROD))));

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.ALLOWED);
  }
}
