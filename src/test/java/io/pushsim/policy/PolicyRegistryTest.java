package io.pushsim.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PolicyRegistryTest {
  private static final FunctionArn PROD = FunctionArn.parse(PolicyCases.PROD).orElseThrow();
  private static final FunctionArn BETA = PROD.withQualifier(new Qualifier.Alias("BETA"));
  private static final FunctionArn FUNCTION = PROD.unqualified();
  private static final FunctionArn OTHER =
      new FunctionArn("aws", "us-west-2", "111111111111", "other", new Qualifier.Alias("PROD"));
  private static final String MISMATCH =
      "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to"
          + " retrieve the latest Revision Id";

  private final PolicyRegistry registry = new PolicyRegistry();
  private final AtomicInteger revisions = new AtomicInteger();

  @Test
  void keepsEachArnsPolicyApart_whenQualifiersOfOneFunctionAreGranted() {
    add(PROD, "1", RevisionCheck.NONE);
    add(FUNCTION, "1", RevisionCheck.NONE);
    add(OTHER, "1", RevisionCheck.NONE);

    assertThat(registry.policyOf(BETA)).isEmpty();
    assertThat(registry.policiesOf(PROD)).containsOnlyKeys(PROD, FUNCTION);
    assertThat(registry.policiesOf(FUNCTION)).isEqualTo(registry.policiesOf(PROD));
  }

  @Test
  void givesEachChangeItsRevision_whenStatementsComeAndGo() {
    add(PROD, "1", RevisionCheck.NONE);
    add(PROD, "2", RevisionCheck.NONE);
    assertThat(revisionOf(PROD)).isEqualTo("r2");

    remove(PROD, "1", RevisionCheck.NONE);

    assertThat(revisionOf(PROD)).isEqualTo("r3");
    assertThat(registry.policyOf(PROD).orElseThrow().document().statements())
        .extracting(Statement::sid)
        .containsExactly(Optional.of("2"));
  }

  @Test
  void decidesWithoutChanging_whenTheChangeIsNotApplied() {
    PolicyChange change =
        registry.addStatement(PROD, statement(PROD, "1"), RevisionCheck.NONE, this::newRevision);

    assertThat(change).isEqualTo(new PolicyChange.StatementAdded(PROD, statement(PROD, "1"), "r1"));
    assertThat(registry.policyOf(PROD)).isEmpty();
  }

  @Test
  void deletesThePolicy_whenItsLastStatementIsRemoved() {
    add(PROD, "1", RevisionCheck.NONE);

    PolicyChange change =
        registry.removeStatement(PROD, "1", RevisionCheck.NONE, this::newRevision);
    registry.apply(change);

    assertThat(change).isEqualTo(new PolicyChange.PolicyDeleted(PROD));
    assertThat(registry.policyOf(PROD)).isEmpty();
    assertThat(registry.policiesOf(FUNCTION)).isEmpty();
  }

  @Test
  void acceptsThePolicysRevision_whenThereIsAPolicy() {
    add(PROD, "1", RevisionCheck.NONE);

    assertThatCode(() -> add(PROD, "2", check("r1"))).doesNotThrowAnyException();
    assertThatCode(() -> remove(PROD, "1", check("r2"))).doesNotThrowAnyException();
  }

  @Test
  void acceptsTheAliasesOwnRevision_whenThereIsNoPolicy() {
    assertThatCode(() -> add(PROD, "1", check("own"))).doesNotThrowAnyException();
  }

  @Test
  void refusesTheAliasesOwnRevision_whenThereIsAPolicy() {
    add(PROD, "1", RevisionCheck.NONE);

    assertRefused(() -> add(PROD, "2", check("own")), ErrorCode.PRECONDITION_FAILED, MISMATCH);
    assertRefused(() -> remove(PROD, "1", check("own")), ErrorCode.PRECONDITION_FAILED, MISMATCH);
  }

  @Test
  void refusesAnotherRevision_whenThereIsNoPolicy() {
    assertRefused(() -> add(PROD, "1", check("wrong")), ErrorCode.PRECONDITION_FAILED, MISMATCH);
  }

  @Test
  void refusesTheStatement_whenItsSidIsTakenInThatPolicyOnly() {
    add(PROD, "s3", RevisionCheck.NONE);
    add(BETA, "s3", RevisionCheck.NONE);

    assertRefused(
        () -> add(PROD, "s3", RevisionCheck.NONE),
        ErrorCode.RESOURCE_CONFLICT,
        "The statement id (s3) provided already exists. Please provide a new statement id, or"
            + " remove the existing statement.");
  }

  @Test
  void refusesToRemove_whenThePolicyHasNoSuchStatement() {
    add(PROD, "s3", RevisionCheck.NONE);

    assertRefused(
        () -> remove(PROD, "non-existent", RevisionCheck.NONE),
        ErrorCode.RESOURCE_NOT_FOUND,
        "Statement non-existent is not found in resource policy.");
  }

  @Test
  void refusesToRemove_whenThereIsNoPolicyOnExactlyThatArn() {
    add(PROD, "s3", RevisionCheck.NONE);

    assertRefused(
        () -> remove(FUNCTION, "s3", RevisionCheck.NONE),
        ErrorCode.RESOURCE_NOT_FOUND,
        "No policy is associated with the given resource.");
  }

  @Test
  void deletesOnePolicy_whenAnAliasGoes() {
    add(PROD, "1", RevisionCheck.NONE);
    add(BETA, "1", RevisionCheck.NONE);

    registry.deletePolicyOf(PROD).forEach(registry::apply);

    assertThat(registry.policiesOf(FUNCTION)).containsOnlyKeys(BETA);
    assertThat(registry.deletePolicyOf(PROD)).isEmpty();
  }

  @Test
  void deletesAllPolicies_whenTheFunctionGoes() {
    add(PROD, "1", RevisionCheck.NONE);
    add(FUNCTION, "1", RevisionCheck.NONE);
    add(OTHER, "1", RevisionCheck.NONE);

    registry.deletePoliciesOf(FUNCTION).forEach(registry::apply);

    assertThat(registry.policiesOf(FUNCTION)).isEmpty();
    assertThat(registry.policyOf(OTHER)).isPresent();
  }

  @Test
  void refusesThePolicy_whenItIsTooLong() {
    assertThatCode(() -> ResourcePolicy.checkSize(20480)).doesNotThrowAnyException();
    assertRefused(
        () -> ResourcePolicy.checkSize(20749),
        ErrorCode.POLICY_LENGTH_EXCEEDED,
        "The final policy size (20749) is bigger than the limit (20480).");
  }

  private void add(FunctionArn arn, String sid, RevisionCheck check) {
    registry.apply(registry.addStatement(arn, statement(arn, sid), check, this::newRevision));
  }

  private void remove(FunctionArn arn, String sid, RevisionCheck check) {
    registry.apply(registry.removeStatement(arn, sid, check, this::newRevision));
  }

  private String revisionOf(FunctionArn arn) {
    return registry.policyOf(arn).orElseThrow().revisionId();
  }

  private String newRevision() {
    return "r" + revisions.incrementAndGet();
  }

  private static Statement statement(FunctionArn arn, String sid) {
    return PermissionRequest.of(sid, "lambda:InvokeFunction", "s3.amazonaws.com").statementOn(arn);
  }

  private static RevisionCheck check(String given) {
    return new RevisionCheck(Optional.of(given), "own");
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode code, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(SimulatorException.class)
        .hasMessage(message)
        .extracting(error -> ((SimulatorException) error).code())
        .isEqualTo(code);
  }
}
