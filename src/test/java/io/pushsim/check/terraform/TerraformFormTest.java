package io.pushsim.check.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformFormTest extends Plans {
  @Test
  void readsAWholePlan() throws Exception {
    Gathering untold = new Gathering(Deployment.UNKNOWN);
    gathering = untold;
    SetUp setUp = read(Files.readString(CHECK.resolve("mended/terraform-plan.json")));

    assertThat(problems()).isEmpty();
    assertThat(setUp.functions()).hasSize(23);
    assertThat(setUp.aliases()).hasSize(23);
    assertThat(setUp.buckets()).hasSize(23);
    assertThat(setUp.rules()).hasSize(24);
    assertThat(setUp.grants()).hasSize(35);
    assertThat(setUp.functions())
        .allMatch(function -> function.arn().isKnown(), "the provider tells region and account");
  }

  @Test
  void placesEachThingAtItsOwnLine() throws Exception {
    Path file = CHECK.resolve("broken/terraform-plan.json");
    SetUp setUp = read(Files.readString(file));
    List<String> lines = Files.readAllLines(file);

    for (DeclaredGrant grant : setUp.grants()) {
      String address = lines.get(grant.origin().place().line());
      assertThat(address).contains('"' + grant.origin().reference() + '"');
    }
    assertThat(setUp.rules())
        .allSatisfy(
            rule -> assertThat(lines.get(rule.origin().place().line() - 1).strip()).isEqualTo("{"));
  }

  @Test
  void placesWhatHasAFaultWhereTheFaultIsMarked() throws Exception {
    SetUp setUp = read(Files.readString(CHECK.resolve("broken/terraform-plan.json")));
    Set<String> places = new HashSet<>();
    setUp.rules().forEach(rule -> places.add(lineOf(rule.origin())));
    setUp.grants().forEach(grant -> places.add(lineOf(grant.origin())));
    setUp.aliases().forEach(alias -> places.add(lineOf(alias.origin())));

    assertThat(Files.readAllLines(CHECK.resolve("broken/terraform-plan.faults.txt")))
        .hasSize(22)
        .allSatisfy(fault -> assertThat(places).contains(fault.split(" ")[1]));
  }

  private static String lineOf(Origin origin) {
    return "terraform-plan.json:" + origin.place().line();
  }

  @ParameterizedTest
  @CsvSource({
    "helloworld, , helloworld",
    "helloworld, PROD, helloworld:PROD",
    "helloworld:PROD, , helloworld:PROD",
    "111111111111:function:helloworld, , helloworld",
    "function:helloworld:PROD, , helloworld:PROD",
    "111111111111:function:helloworld:2, , helloworld:2",
    "arn:aws:lambda:us-west-2:111111111111:function:helloworld, PROD, helloworld:PROD",
    "arn:aws:lambda:us-west-2:111111111111:function:helloworld:BETA, , helloworld:BETA",
  })
  void takesEveryFormOfAFunctionsName(String name, String qualifier, String target) {
    String more = qualifier == null ? "" : ", \"qualifier\": \"" + qualifier + "\"";
    SetUp setUp = read(plan(root(permission(name, more)), "", "{}"));

    assertThat(setUp.grants())
        .singleElement()
        .extracting(grant -> grant.target().toString())
        .isEqualTo(FUNCTION + target);
  }

  @Test
  void keepsTheAccountAndRegionOfAFunctionsArn() {
    String arn = "arn:aws-cn:lambda:cn-north-1:222222222222:function:far";
    SetUp setUp = read(plan(root(permission(arn, "")), "", "{}"));

    assertThat(setUp.grants().get(0).target()).hasToString(arn);
  }

  @Test
  void readsAllThatAGrantMayHave() {
    SetUp setUp =
        read(
            plan(
                root(
                    permission(
                        "f",
                        """
                        , "source_arn": "arn:aws:s3:::b", "source_account": "111111111111",
                        "principal_org_id": "o-1234567890", "event_source_token": "t",
                        "function_url_auth_type": "NONE\"""")),
                "",
                "{}"));

    DeclaredGrant grant = setUp.grants().get(0);
    assertThat(grant.sourceArn()).hasValue(Text.of("arn:aws:s3:::b"));
    assertThat(grant.sourceAccount()).hasValue(Text.of("111111111111"));
    assertThat(grant.principalOrgId()).hasValue(Text.of("o-1234567890"));
    assertThat(grant.eventSourceToken()).hasValue(Text.of("t"));
    assertThat(grant.functionUrlAuthType()).hasValue(Text.of("NONE"));
  }

  @Test
  void leavesWhatIsGeneratedUnknownButForItsPrefix() {
    String bucket = resource("aws_s3_bucket.b", "{\"bucket_prefix\": \"uploads-\"}");
    SetUp setUp =
        read(
            plan(
                root(bucket),
                change("aws_s3_bucket.b", "\"create\"", "{\"bucket\": true, \"arn\": true}"),
                "{}"));

    assertThat(setUp.buckets().get(0).name()).hasToString("uploads-${aws_s3_bucket.b.bucket}");
  }

  @Test
  void takesRegionAndAccountFromTheProvider() {
    gathering = new Gathering(Deployment.UNKNOWN);
    String configuration =
        """
        {"provider_config": {"aws": {"name": "aws", "expressions": {
            "region": {"references": ["var.region"]},
            "allowed_account_ids": {"constant_value": ["222222222222"]}}}},
         "root_module": %s}"""
            .formatted(root(configured("aws_lambda_function.f", "{}")));
    SetUp setUp = read(plan(root(function("f")), "", configuration));

    assertThat(setUp.functions().get(0).arn())
        .hasToString("arn:aws:lambda:eu-central-1:222222222222:function:f");
  }

  @Test
  void takesTheAccountFromTheRoleThatTheProviderAssumes() {
    gathering = new Gathering(Deployment.UNKNOWN);
    String configuration =
        """
        {"provider_config": {"aws": {"name": "aws", "expressions": {
            "region": {"constant_value": "cn-north-1"},
            "assume_role": [{"role_arn": {"constant_value": "arn:aws-cn:iam::333333333333:role/deploy"}}]}}},
         "root_module": %s}"""
            .formatted(root(configured("aws_lambda_function.f", "{}")));
    SetUp setUp = read(plan(root(function("f")), "", configuration));

    assertThat(setUp.functions().get(0).arn())
        .hasToString("arn:aws-cn:lambda:cn-north-1:333333333333:function:f");
  }

  @Test
  void leavesAccountAndRegionUnknownWhereNothingTellsThem() {
    gathering = new Gathering(Deployment.UNKNOWN);
    SetUp setUp = read(plan(root(function("f")), "", "{}"));

    assertThat(setUp.functions().get(0).arn())
        .hasToString("arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:f");
  }

  @Test
  void takesTheRegionThatAResourceHasItself() {
    SetUp setUp =
        read(
            plan(
                root(
                    resource(
                        "aws_lambda_function.f",
                        "{\"function_name\": \"f\", \"region\": \"eu-west-1\"}")),
                "",
                "{}"));

    assertThat(setUp.functions().get(0).arn())
        .hasToString("arn:aws:lambda:eu-west-1:111111111111:function:f");
  }

  @Test
  void readsAState() {
    SetUp setUp =
        read(
            """
            {"format_version": "1.0", "terraform_version": "1.9.8", "values": {"root_module": %s}}"""
                .formatted(
                    root(
                        resource(
                            "aws_lambda_function.f",
                            """
                            {"function_name": "f", "arn": "arn:aws:lambda:us-east-1:555555555555:function:f", "version": "7",
                             "role": "arn:aws:iam::555555555555:role/f", "publish": true,
                             "dead_letter_config": [{"target_arn": "arn:aws:sqs:us-east-1:555555555555:dead"}]}"""),
                        resource(
                            "aws_lambda_alias.prod",
                            """
                            {"function_name": "f", "name": "PROD", "function_version": "6",
                             "routing_config": [{"additional_version_weights": {"7": 0.25}}]}"""))));

    assertThat(setUp.functions())
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.role()).hasValue(Text.of("arn:aws:iam::555555555555:role/f"));
              assertThat(function.deadLetterTarget())
                  .hasValue(Text.of("arn:aws:sqs:us-east-1:555555555555:dead"));
            });
    assertThat(setUp.versions())
        .singleElement()
        .extracting(DeclaredVersion::number)
        .isEqualTo(Text.of("7"));
    assertThat(setUp.aliases()).hasSize(1);
    assertThat(setUp.aliases().get(0).additionalVersionWeights())
        .isEqualTo(Map.of(Text.of("7"), 0.25));
  }

  @Test
  void keepsWhatTerraformForgetsAndNotWhatItDeletes() {
    String forgotten =
        """
        {"address": "aws_s3_bucket.kept", "type": "aws_s3_bucket", "name": "kept",
         "change": {"actions": ["forget"], "before": {"bucket": "kept"}, "after": null}}""";
    String deleted =
        """
        {"address": "aws_s3_bucket.gone", "type": "aws_s3_bucket", "name": "gone",
         "change": {"actions": ["delete"], "before": {"bucket": "gone"}, "after": null}}""";
    SetUp setUp = read(plan(root(), forgotten + "," + deleted, "{}"));

    assertThat(setUp.buckets()).extracting(DeclaredBucket::name).containsExactly(Text.of("kept"));
  }

  @Test
  void readsEachInstanceOfAResource() {
    String first =
        resource("aws_lambda_permission.allow[0]", grantValues("a")).replace("[0]", "[0]");
    String second = resource("aws_lambda_permission.allow[\"x\"]", grantValues("b"));
    SetUp setUp = read(plan(root(first, second), "", "{}"));

    assertThat(setUp.grants())
        .extracting(grant -> grant.origin().reference())
        .containsExactly("aws_lambda_permission.allow[0]", "aws_lambda_permission.allow[\"x\"]");
  }

  private static String grantValues(String id) {
    return """
        {"function_name": "f", "action": "lambda:InvokeFunction", "principal": "s3.amazonaws.com", "statement_id": "%s"}"""
        .formatted(id);
  }

  @Test
  void hidesNoMaskBehindAValue() {
    String masked =
        resource("aws_s3_bucket.b", "{\"bucket\": \"REDACTED_SENSITIVE\"}")
            .replace("\"values\"", "\"sensitive_values\": {\"bucket\": true}, \"values\"");
    SetUp setUp = read(plan(root(masked), "", "{}"));

    assertThat(setUp.buckets().get(0).name()).hasToString("${aws_s3_bucket.b.bucket}");
    assertThat(setUp.buckets().get(0).name().symbols().findFirst().orElseThrow().remedy())
        .contains("masked");
  }

  @Test
  void takesASensitiveValueThatIsThere() {
    String sensitive =
        resource("aws_s3_bucket.b", "{\"bucket\": \"uploads\"}")
            .replace("\"values\"", "\"sensitive_values\": {\"bucket\": true}, \"values\"");
    SetUp setUp = read(plan(root(sensitive), "", "{}"));

    assertThat(setUp.buckets().get(0).name()).isEqualTo(Text.of("uploads"));
  }
}
