package io.pushsim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OperationSummaryTest {
  private final OperationSummary summary =
      new OperationSummary(
          new StorySetting("x.yaml", "111111111111", "us-west-2", SampleReports.START), "→");

  @TestFactory
  List<DynamicTest> tellsInWords() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (InputStream cases = getClass().getResourceAsStream("/report/summaries.json")) {
      assertThat(cases).isNotNull();
      for (JsonNode one :
          SampleReports.json(new String(cases.readAllBytes(), StandardCharsets.UTF_8))) {
        tests.add(
            DynamicTest.dynamicTest(
                one.path("operation").asText() + ": " + one.path("told").asText(),
                () -> assertTold(one)));
      }
    }
    return tests;
  }

  private void assertTold(JsonNode one) {
    String operation = one.path("operation").asText();
    String told =
        one.has("asked")
            ? summary.asked(operation, one.path("asked"))
            : summary.answered(operation, one.path("answered"));

    assertThat(told).isEqualTo(one.path("told").asText());
  }

  @Test
  void saysSomethingOfAnything_whenParametersAreNotWhatTheyShouldBe() {
    for (JsonNode odd :
        List.of(
            SampleReports.json("null"),
            SampleReports.json("[1]"),
            SampleReports.json("'text'"),
            SampleReports.json("{FunctionName: {a: 1}, Bucket: 7, Events: 1, Key: [2]}"))) {
      for (String operation : operations()) {
        assertThat(summary.asked(operation, odd)).isNotNull();
        assertThat(summary.answered(operation, odd)).isNotNull();
      }
    }
  }

  private static List<String> operations() {
    return List.of(
        "CreateFunction",
        "UpdateFunctionCode",
        "UpdateFunctionConfiguration",
        "GetFunction",
        "GetFunctionConfiguration",
        "DeleteFunction",
        "ListFunctions",
        "PublishVersion",
        "ListVersionsByFunction",
        "Invoke",
        "InvokeAsync",
        "GetAccountSettings",
        "TagResource",
        "UntagResource",
        "ListTags",
        "CreateAlias",
        "UpdateAlias",
        "GetAlias",
        "DeleteAlias",
        "ListAliases",
        "AddPermission",
        "RemovePermission",
        "GetPolicy",
        "CreateBucket",
        "DeleteBucket",
        "ListBuckets",
        "HeadBucket",
        "GetBucketLocation",
        "PutBucketNotificationConfiguration",
        "GetBucketNotificationConfiguration",
        "PutBucketNotification",
        "GetBucketNotification",
        "PutObject",
        "DeleteObject",
        "CopyObject",
        "CompleteMultipartUpload",
        "Notify",
        "Advance",
        "PutFunctionConcurrency",
        "GetFunctionConcurrency",
        "DeleteFunctionConcurrency",
        "PutProvisionedConcurrencyConfig",
        "GetProvisionedConcurrencyConfig",
        "DeleteProvisionedConcurrencyConfig",
        "ListProvisionedConcurrencyConfigs",
        "PutFunctionEventInvokeConfig",
        "UpdateFunctionEventInvokeConfig",
        "GetFunctionEventInvokeConfig",
        "DeleteFunctionEventInvokeConfig",
        "ListFunctionEventInvokeConfigs",
        "PutFunctionRecursionConfig",
        "GetFunctionRecursionConfig",
        "SomethingNew");
  }

  @Test
  void quotesTheKey_whenItsEndsWouldNotBeSeen() {
    assertThat(OperationSummary.objectName("b", "a ")).isEqualTo("b/\"a \"");
    assertThat(OperationSummary.objectName("b", "")).isEqualTo("b/\"\"");
    assertThat(OperationSummary.objectName("b", "a b")).isEqualTo("b/a b");
  }

  @Test
  void keepsTheWholeArn_whenItIsNotTheStorysOwn() {
    StorySetting setting = new StorySetting("x", "111111111111", "us-west-2", SampleReports.START);
    String other = "arn:aws:lambda:us-west-2:222222222222:function:helloworld:PROD";

    assertThat(setting.shortName(other)).isEqualTo(other);
    assertThat(setting.shortName(SampleReports.ARN + ":PROD")).isEqualTo("helloworld:PROD");
  }
}
