package io.pushsim.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds statements, policies and errors against what AWS answered. */
class RecordedPermissionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FunctionArn FUNCTION =
      FunctionArn.parse("arn:aws:lambda:us-east-1:111111111111:function:fn").orElseThrow();
  private static final String PREFIX = "lambda_/test_lambda_api.py::TestLambdaPermissions::";

  private final PolicyRegistry registry = new PolicyRegistry();
  private final AtomicInteger revision = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> rendersTheRecordedStatement_whenGivenItsParameters() {
    return responses("Statement")
        .map(
            response ->
                DynamicTest.dynamicTest(
                    response.getKey(), () -> checkStatement(response.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> rebuildsTheRecordedPolicy_whenItsStatementsAreAdded() {
    return responses("Policy")
        .map(
            response ->
                DynamicTest.dynamicTest(response.getKey(), () -> checkPolicy(response.getValue())));
  }

  private static void checkStatement(JsonNode recorded) throws IOException {
    Statement statement = permission(recorded).statementOn(targetOf(recorded));

    assertThat(JSON.writeValueAsString(statement.toPlain())).isEqualTo(recorded.toString());
  }

  private static void checkPolicy(JsonNode recorded) throws IOException {
    PolicyRegistry registry = new PolicyRegistry();
    FunctionArn target = targetOf(recorded.get("Statement").get(0));
    for (JsonNode statement : recorded.get("Statement")) {
      registry.apply(
          registry.addStatement(
              target,
              permission(statement).statementOn(target),
              RevisionCheck.NONE,
              () -> "revision"));
    }

    PolicyDocument rebuilt = registry.policyOf(target).orElseThrow().document();

    assertThat(JSON.writeValueAsString(rebuilt.toPlain())).isEqualTo(recorded.toString());
    assertThat(PolicyDocument.fromPlain(JSON.convertValue(recorded, Map.class))).isEqualTo(rebuilt);
  }

  @Test
  void keepsPoliciesApart_whenTheSameSidIsOnFunctionAndVersion() {
    FunctionArn version = FUNCTION.withQualifier(new Qualifier.Version("1"));
    add(FUNCTION, "s3");
    String before = registry.policyOf(FUNCTION).orElseThrow().revisionId();

    assertThat(registry.policyOf(version)).isEmpty();
    add(version, "s3");

    assertThat(registry.policyOf(version)).isPresent();
    assertThat(registry.policyOf(FUNCTION).orElseThrow().revisionId()).isEqualTo(before);
  }

  @Test
  void answersAsRecorded_whenTheQualifierIsLatest() {
    checkError(
        "add_permission_fn_qualifier_latest",
        () -> s3("s3").statementOn(FUNCTION.withQualifier(Qualifier.LATEST)));
  }

  @Test
  void answersAsRecorded_whenThePrincipalIsNone() {
    checkError(
        "add_permission_principal_invalid",
        () ->
            PermissionRequest.of("s3", "lambda:InvokeFunction", "invalid.nonaws.com")
                .statementOn(FUNCTION));
  }

  @Test
  void answersAsRecorded_whenTheStatementIdIsTaken() {
    add(FUNCTION, "s3");

    checkError("add_permission_conflicting_statement_id", () -> add(FUNCTION, "s3"));
  }

  @Test
  void answersAsRecorded_whenThereIsNoPolicyToRemoveFrom() {
    checkError(
        "remove_permission_policy_doesnotexist",
        () -> registry.removeStatement(FUNCTION, "s3", RevisionCheck.NONE, this::newRevision));
  }

  private void add(FunctionArn target, String statementId) {
    registry.apply(
        registry.addStatement(
            target, s3(statementId).statementOn(target), RevisionCheck.NONE, this::newRevision));
  }

  private String newRevision() {
    return "revision-" + revision.incrementAndGet();
  }

  private static PermissionRequest s3(String statementId) {
    return PermissionRequest.of(statementId, "lambda:InvokeFunction", "s3.amazonaws.com");
  }

  private static void checkError(String response, ThrowingCallable call) {
    JsonNode recorded =
        recordings().path(PREFIX + "test_permission_exceptions").path("recorded-content");
    JsonNode expected = recorded.path(response);

    SimulatorException error = catchThrowableOfType(SimulatorException.class, call);

    assertThat(error.code().shapeName()).isEqualTo(expected.at("/Error/Code").asText());
    assertThat(error.message()).isEqualTo(expected.at("/Error/Message").asText());
    assertThat(error.code().httpStatus())
        .isEqualTo(expected.at("/ResponseMetadata/HTTPStatusCode").asInt());
  }

  private static PermissionRequest permission(JsonNode statement) {
    JsonNode equal = statement.at("/Condition/StringEquals");
    return new PermissionRequest(
        statement.get("Sid").asText(),
        statement.get("Action").asText(),
        principalOf(statement.get("Principal")),
        text(statement.at("/Condition/ArnLike/AWS:SourceArn")),
        text(equal.path("AWS:SourceAccount")),
        text(equal.path("aws:PrincipalOrgID")),
        text(equal.path("lambda:EventSourceToken")),
        text(equal.path("lambda:FunctionUrlAuthType")));
  }

  private static String principalOf(JsonNode principal) {
    if (principal.isTextual()) {
      return principal.asText();
    }
    String name = principal.path("AWS").asText(principal.path("Service").asText());
    return name.equals("arn:aws:iam::111111111111:root") ? "111111111111" : name;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  private static FunctionArn targetOf(JsonNode statement) {
    return FunctionArn.parse(statement.get("Resource").asText()).orElseThrow();
  }

  private static Stream<Map.Entry<String, JsonNode>> responses(String field) {
    return recordings().properties().stream()
        .flatMap(
            test ->
                test.getValue().get("recorded-content").properties().stream()
                    .filter(response -> response.getValue().has(field))
                    .map(
                        response ->
                            Map.entry(
                                test.getKey().substring(PREFIX.length()) + " " + response.getKey(),
                                response.getValue().get(field))));
  }

  private static JsonNode recordings() {
    try (InputStream file =
        RecordedPermissionsTest.class.getResourceAsStream("/recordings/permissions.json")) {
      JsonNode all = JSON.readTree(file);
      return JSON.readTree(filled(all.get("tests").toString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  // The recorder's placeholders, given values.
  private static String filled(String recorded) {
    return recorded
        .replace("arn:<partition>:iam::111111111111:<resource:2>", "arn:aws:iam::111111111111:root")
        .replace("<partition>", "aws")
        .replace("<region>", "us-east-1")
        .replace("<user_arn>", "arn:aws:iam::111111111111:user/ann")
        .replace("function:<resource:1>", "function:fn")
        .replace("<function-name:1>", "fn")
        .replaceAll("<resource:\\d+>", "examplebucket");
  }

  @Test
  void coversWhatWasRecorded() {
    assertThat(responses("Statement")).hasSize(9);
    assertThat(responses("Policy")).hasSize(8);
    assertThat(
            StreamSupport.stream(recordings().spliterator(), false)
                .map(test -> test.get("recorded-content")))
        .hasSize(5);
  }
}
