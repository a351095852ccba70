package io.pushsim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A grant that takes its time to count. */
class PropagationTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = START.plusSeconds(5);
  private static final FunctionArn PROD = FunctionArn.parse(PolicyCases.PROD).orElseThrow();
  private static final AccessRequest PUSH = push("examplebucket");

  private final PolicyRegistry registry = new PolicyRegistry();

  private static AccessRequest push(String bucket) {
    return AccessRequest.push(
        Arn.parse("arn:aws:s3:::" + bucket).orElseThrow(), "111111111111", PROD);
  }

  private static Statement grant(String sid) {
    return PermissionRequest.of(sid, "lambda:InvokeFunction", "s3.amazonaws.com")
        .from(Optional.of("arn:aws:s3:::examplebucket"), Optional.empty())
        .statementOn(PROD);
  }

  private void add(Statement statement) {
    registry.apply(registry.addStatement(PROD, statement, RevisionCheck.NONE, () -> "revision"));
  }

  @Test
  void countsFromItsTimeOn() {
    add(grant("s3").inEffectFrom(END));

    assertThat(registry.decide(PROD, PUSH, END.minusNanos(1)).isAllowed()).isFalse();
    assertThat(registry.decide(PROD, PUSH, END).isAllowed()).isTrue();
    assertThat(registry.decide(PROD, PUSH, END.plusSeconds(1)).statementId()).contains("s3");
  }

  @Test
  void tellsThatItIsNotInEffectYet_andProposesToWait() {
    add(grant("s3").inEffectFrom(END));

    Decision decision = registry.decide(PROD, PUSH, START);

    assertThat(decision.kind()).isEqualTo(Decision.Kind.IMPLICIT_DENY);
    assertThat(decision.reason())
        .contains(
            "statement 's3' is not in effect yet: it counts at 2026-01-01T00:00:05Z or later,"
                + " the request has 2026-01-01T00:00:00Z");
    assertThat(decision.remedies())
        .containsExactly(new Remedy.AwaitPropagation(PROD, "statement 's3'", END));
    assertThat(decision.remedies().get(0).inOneLine())
        .isEqualTo(
            "Wait until 2026-01-01T00:00:05Z: then statement 's3' of the policy on %s takes effect."
                .formatted(PROD));
  }

  @Test
  void proposesToWaitForTheFirst_whereSeveralAreToCome() {
    add(grant("late").inEffectFrom(END.plusSeconds(9)));
    add(grant("soon").inEffectFrom(END));

    assertThat(registry.decide(PROD, PUSH, START).remedies())
        .containsExactly(new Remedy.AwaitPropagation(PROD, "statement 'soon'", END));
  }

  @Test
  void tellsWhatWaitingDoesNotMend() {
    add(grant("s3").inEffectFrom(END));

    Decision decision = registry.decide(PROD, push("otherbucket"), START);

    assertThat(decision.reason()).contains("SourceArn expects").doesNotContain("in effect");
    assertThat(decision.remedies()).hasSize(1).first().isInstanceOf(Remedy.AddPermission.class);
  }

  @Test
  void isNotMissed_whereARequestDoesNotTellItsTime() {
    PolicyDocument policy = PolicyDocument.of(List.of(grant("s3").inEffectFrom(END)));

    assertThat(PolicyEvaluator.decide(Optional.of(policy), PUSH).isAllowed()).isFalse();
    assertThat(PolicyEvaluator.decide(Optional.of(policy), PUSH.at(END)).isAllowed()).isTrue();
    assertThat(StatementWalk.of(policy, PUSH).get(0).mismatches())
        .extracting(StatementWalk.Step::actual)
        .containsExactly("no aws:CurrentTime");
  }

  @Test
  void requestsStayAsTheyAre_whereNothingPropagates() {
    add(grant("s3"));

    assertThat(registry.decide(PROD, PUSH, START).request()).isEqualTo(PUSH);
  }

  @Test
  void isNoPartOfWhatGetPolicyTells() {
    assertThat(grant("s3").inEffectFrom(END).toPlain()).isEqualTo(grant("s3").toPlain());
  }
}
