package io.pushsim.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.policy.Decision.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PolicyEvaluatorTest {

  @TestFactory
  Stream<DynamicTest> decidesConditions_whenHeldAgainstAContext() {
    return PolicyCases.read("condition-cases.yaml").stream()
        .map(row -> DynamicTest.dynamicTest(descriptionOf(row), () -> checkCondition(row)));
  }

  @TestFactory
  Stream<DynamicTest> decidesAndGivesReasons_whenHeldAgainstAPolicy() {
    return PolicyCases.read("decision-cases.yaml").stream()
        .map(row -> DynamicTest.dynamicTest(descriptionOf(row), () -> checkDecision(row)));
  }

  private static void checkCondition(Map<String, Object> row) {
    String version = String.valueOf(row.getOrDefault("version", "2012-10-17"));
    List<?> statements = List.of(Map.of("Sid", "1", "Condition", row.get("condition")));
    PolicyDocument policy = PolicyDocument.fromPlain(PolicyCases.document(version, statements));
    AccessRequest request =
        PolicyCases.withContext(
            new AccessRequest(
                Principal.S3, AccessRequest.INVOKE_FUNCTION, PolicyCases.PROD, Map.of()),
            Optional.ofNullable(row.get("context")));

    Decision decision = PolicyEvaluator.decide(Optional.of(policy), request);

    assertThat(decision.isAllowed()).as(decision.reason()).isEqualTo(row.get("matches"));
    assertThat(decision.reason()).contains(String.valueOf(row.getOrDefault("mismatch", "")));
  }

  private static void checkDecision(Map<String, Object> row) {
    Optional<PolicyDocument> policy =
        Optional.ofNullable(row.get("statements"))
            .map(statements -> PolicyCases.document("2012-10-17", (List<?>) statements))
            .map(PolicyDocument::fromPlain);

    Decision decision = PolicyEvaluator.decide(policy, requestOf(row));

    assertThat(decision.kind())
        .as(decision.reason())
        .isEqualTo(Kind.valueOf(String.valueOf(row.get("decision"))));
    assertThat(decision.isAllowed()).isEqualTo(decision.kind() == Kind.ALLOWED);
    assertThat(decision.reason()).contains(String.valueOf(row.getOrDefault("reason", "")));
    if (row.containsKey("statement")) {
      assertThat(decision.statementId()).contains(String.valueOf(row.get("statement")));
    }
    if (row.containsKey("remedies")) {
      assertThat(decision.remedies())
          .extracting(remedy -> (Object) remedy.commandLine().orElse(remedy.sentence()))
          .isEqualTo(row.get("remedies"));
    }
  }

  private static AccessRequest requestOf(Map<String, Object> row) {
    String target = String.valueOf(row.getOrDefault("target", PolicyCases.PROD));
    String action = String.valueOf(row.getOrDefault("action", AccessRequest.INVOKE_FUNCTION));
    String principal = String.valueOf(row.getOrDefault("principal", "s3"));
    AccessRequest request =
        switch (principal) {
          case "s3" -> pushOf(row, action, target);
          case "anonymous" -> new AccessRequest(Principal.ANONYMOUS, action, target, Map.of());
          default -> new AccessRequest(Principal.aws(principal), action, target, Map.of());
        };
    return PolicyCases.withContext(request, Optional.ofNullable(row.get("context")));
  }

  private static AccessRequest pushOf(Map<String, Object> row, String action, String target) {
    Map<String, Object> push =
        PolicyCases.map(
            row.getOrDefault("push", Map.of("bucket", "examplebucket", "owner", "111111111111")));
    Arn bucket =
        new Arn(
            String.valueOf(push.getOrDefault("partition", "aws")),
            "s3",
            "",
            "",
            String.valueOf(push.get("bucket")));
    AccessRequest request =
        AccessRequest.push(
            bucket,
            String.valueOf(push.get("owner")),
            FunctionArn.parse(PolicyCases.PROD).orElseThrow());
    return new AccessRequest(request.principal(), action, target, request.context());
  }

  private static String descriptionOf(Map<String, Object> row) {
    return String.valueOf(row.get("description"));
  }
}
