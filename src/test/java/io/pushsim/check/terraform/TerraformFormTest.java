package io.pushsim.check.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Documents;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformFormTest {
  private static final Path CHECK = Path.of("src/test/resources/check");
  private static final Documents.Limits LIMITS =
      new Documents.Limits(
          1 << 26, 200, 0, false, new Documents.Words("a plan", "it has values", "cut it"));
  private static final Deployment TOLD =
      new Deployment(Optional.of("111111111111"), Optional.of("us-west-2"), Map.of());
  private static final String FUNCTION = "arn:aws:lambda:us-west-2:111111111111:function:";

  private Gathering gathering = new Gathering(TOLD);

  private SetUp read(String text) {
    Node root = Documents.parse("plan.json", text, LIMITS);
    TerraformForm form = new TerraformForm();
    assertThat(form.recognises(root)).isTrue();
    form.read(new InputFile("plan.json", Path.of("plan.json"), root), gathering);
    return gathering.setUp().build();
  }

  private List<String> problems() {
    return gathering.problems().stream().map(Problem::toString).toList();
  }

  /** A plan whose resources, changes and configuration are given. */
  private static String plan(String resources, String changes, String configuration) {
    return """
        {"format_version": "1.2", "terraform_version": "1.9.8",
         "variables": {"region": {"value": "eu-central-1"}, "names": {"value": {"bucket": "uploads"}}},
         "planned_values": {"root_module": %s},
         "resource_changes": [%s],
         "configuration": %s}"""
        .formatted(resources, changes, configuration);
  }

  private static String resource(String address, String values) {
    String typed = address.substring(address.lastIndexOf("aws_"));
    String type = typed.substring(0, typed.indexOf('.'));
    String name = typed.substring(typed.indexOf('.') + 1).replaceAll("\\[.*", "");
    return """
        {"address": "%s", "mode": "managed", "type": "%s", "name": "%s", "values": %s}"""
        .formatted(address.replace("\"", "\\\""), type, name, values);
  }

  private static String change(String address, String actions, String unknown) {
    return """
        {"address": "%s", "change": {"actions": [%s], "after_unknown": %s}}"""
        .formatted(address.replace("\"", "\\\""), actions, unknown);
  }

  private static String configured(String address, String expressions) {
    return """
        {"address": "%s", "provider_config_key": "aws", "expressions": %s}"""
        .formatted(address, expressions);
  }

  private static String root(String... resources) {
    return "{\"resources\": [" + String.join(",\n", resources) + "]}";
  }

  private static String rootConfiguration(String... resources) {
    return "{\"root_module\": " + root(resources) + "}";
  }

  private static String references(String... names) {
    return "{\"references\": [\"" + String.join("\", \"", names) + "\"]}";
  }

  private static String function(String name) {
    return resource("aws_lambda_function." + name, "{\"function_name\": \"" + name + "\"}");
  }

  private static String permission(String functionName, String more) {
    return resource(
        "aws_lambda_permission.allow",
        """
        {"function_name": "%s", "action": "lambda:InvokeFunction", "principal": "s3.amazonaws.com",
         "statement_id": "s3"%s}"""
            .formatted(functionName, more));
  }

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
  void followsWhatIsKnownAfterApplyToWhatItRefersTo() throws Exception {
    gathering = new Gathering(Deployment.UNKNOWN);
    SetUp setUp = read(Files.readString(CHECK.resolve("mended/terraform-plan.json")));

    DeclaredRule rule =
        setUp.rules().stream()
            .filter(each -> each.bucket().equals(Text.of("examplebucket")))
            .findFirst()
            .orElseThrow();
    assertThat(rule.target()).hasToString(FUNCTION + "helloworld:PROD");
    assertThat(rule.events()).containsExactly(Text.of("s3:ObjectCreated:*"));
    assertThat(rule.filter())
        .extracting(DeclaredRule.Filter::toString)
        .containsExactly("Filter[name=prefix, value=in/]", "Filter[name=suffix, value=.jpg]");
    assertThat(rule.origin().reference()).isEqualTo("aws_s3_bucket_notification.examplebucket");
    DeclaredGrant grant =
        setUp.grants().stream()
            .filter(each -> each.origin().reference().equals("aws_lambda_permission.helloworld_s3"))
            .findFirst()
            .orElseThrow();
    assertThat(grant.target()).hasToString(FUNCTION + "helloworld:PROD");
    assertThat(grant.sourceArn()).hasValue(Text.of("arn:aws:s3:::examplebucket"));
    DeclaredAlias alias =
        setUp.aliases().stream()
            .filter(each -> each.function().toString().endsWith(":helloworld"))
            .findFirst()
            .orElseThrow();
    assertThat(alias.functionVersion()).hasToString("${aws_lambda_function.helloworld.version}");
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
  void followsReferencesThroughModules() {
    String planned =
        """
        {"resources": [%s],
         "child_modules": [
          {"address": "module.api[\\"a.b\\"]", "resources": [%s]},
          {"address": "module.grants", "resources": [%s]}]}"""
            .formatted(
                resource("aws_s3_bucket.b", "{\"bucket\": \"uploads\"}"),
                resource(
                    "module.api[\"a.b\"].aws_lambda_function.f",
                    "{\"function_name\": \"helloworld\"}"),
                resource(
                    "module.grants.aws_lambda_permission.allow",
                    """
                    {"action": "lambda:InvokeFunction", "principal": "s3.amazonaws.com", "statement_id": "s3"}"""));
    String configuration =
        """
        {"root_module": {
          "resources": [%s],
          "module_calls": {
            "api": {"module": {
              "outputs": {"function": {"expression": {"references": ["aws_lambda_function.f"]}}},
              "resources": [%s]}},
            "grants": {
              "expressions": {
                "function_arn": {"references": ["module.api[\\"a.b\\"].function.arn", "module.api[\\"a.b\\"].function", "module.api[\\"a.b\\"]", "module.api"]},
                "bucket": {"references": ["aws_s3_bucket.b"]}},
              "module": {
                "variables": {"function_arn": {}, "bucket": {}},
                "resources": [%s]}}}}}"""
            .formatted(
                configured("aws_s3_bucket.b", "{\"bucket\": {\"constant_value\": \"uploads\"}}"),
                configured(
                    "aws_lambda_function.f",
                    "{\"function_name\": {\"constant_value\": \"helloworld\"}}"),
                configured(
                    "aws_lambda_permission.allow",
                    "{\"function_name\": "
                        + references("var.function_arn")
                        + ", \"source_arn\": "
                        + references("var.bucket.arn", "var.bucket")
                        + "}"));
    SetUp setUp =
        read(
            plan(
                planned,
                change(
                    "module.grants.aws_lambda_permission.allow",
                    "\"create\"",
                    "{\"function_name\": true, \"source_arn\": true}"),
                configuration));

    DeclaredGrant grant = setUp.grants().get(0);
    assertThat(grant.target()).hasToString(FUNCTION + "helloworld");
    assertThat(grant.sourceArn()).hasValue(Text.of("arn:aws:s3:::uploads"));
    assertThat(grant.origin().reference()).isEqualTo("module.grants.aws_lambda_permission.allow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"aws_s3_bucket.b.arn\", \"aws_s3_bucket.b\", \"local.suffix\"",
        "\"local.bucket_arn\"",
        "\"each.value\"",
        "\"aws_s3_bucket.b\"",
        "\"aws_s3_bucket.b.tags.arn\", \"aws_s3_bucket.b\"",
        "\"aws_s3_bucket.other.arn\", \"aws_s3_bucket.other\"",
        "\"module.gone.arn\", \"module.gone\"",
        "\"var.gone\"",
        "\"\"",
        ""
      })
  void leavesUnknownWhatRefersToNothingItCanCompose(String references) {
    SetUp setUp =
        read(
            plan(
                root(resource("aws_s3_bucket.b", "{\"bucket\": \"uploads\"}"), permission("f", "")),
                change("aws_lambda_permission.allow", "\"create\"", "{\"source_arn\": true}"),
                rootConfiguration(
                    configured(
                        "aws_lambda_permission.allow",
                        "{\"source_arn\": {\"references\": [" + references + "]}}"))));

    assertThat(setUp.grants().get(0).sourceArn().orElseThrow())
        .hasToString("${aws_lambda_permission.allow.source_arn}");
  }

  @Test
  void endsWhereReferencesGoInACircle() {
    String call = "{\"references\": [\"aws_lambda_alias.b.arn\", \"aws_lambda_alias.b\"]}";
    String back = "{\"references\": [\"aws_lambda_alias.a.arn\", \"aws_lambda_alias.a\"]}";
    SetUp setUp =
        read(
            plan(
                root(
                    resource("aws_lambda_alias.a", "{\"name\": \"A\"}"),
                    resource("aws_lambda_alias.b", "{\"name\": \"B\"}")),
                change("aws_lambda_alias.a", "\"create\"", "{\"function_name\": true}")
                    + ","
                    + change("aws_lambda_alias.b", "\"create\"", "{\"function_name\": true}"),
                rootConfiguration(
                    configured("aws_lambda_alias.a", "{\"function_name\": " + call + "}"),
                    configured("aws_lambda_alias.b", "{\"function_name\": " + back + "}"))));

    assertThat(setUp.aliases()).hasSize(2);
    assertThat(setUp.aliases().get(0).function().isKnown()).isFalse();
  }

  @Test
  void boundsATextThatDoublesWithEachReference() {
    StringBuilder resources = new StringBuilder(function("f0"));
    StringBuilder changes = new StringBuilder();
    StringBuilder configuration = new StringBuilder(configured("aws_lambda_function.f0", "{}"));
    for (int i = 1; i < 60; i++) {
      String address = "aws_lambda_alias.a" + i;
      String before = i == 1 ? "aws_lambda_function.f0" : "aws_lambda_alias.a" + (i - 1);
      String reference = references(before + ".arn", before);
      resources.append(",").append(resource(address, "{}"));
      changes
          .append(i == 1 ? "" : ",")
          .append(change(address, "\"create\"", "{\"function_name\": true, \"name\": true}"));
      configuration
          .append(",")
          .append(
              configured(
                  address, "{\"function_name\": " + reference + ", \"name\": " + reference + "}"));
    }
    SetUp setUp =
        read(
            plan(
                root(resources.toString()),
                changes.toString(),
                rootConfiguration(configuration.toString())));

    assertThat(setUp.aliases()).hasSize(59);
    assertThat(setUp.aliases()).allMatch(alias -> alias.name().toString().length() <= 2_000);
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
  void knowsWhatDataSourcesTell() {
    gathering = new Gathering(Deployment.UNKNOWN);
    String text =
        """
        {"format_version": "1.2", "terraform_version": "1.9.8",
         "planned_values": {"root_module": %s},
         "resource_changes": [%s],
         "prior_state": {"values": {"root_module": {"resources": [
           {"address": "data.aws_caller_identity.me", "mode": "data", "type": "aws_caller_identity", "name": "me", "values": {"account_id": "444444444444"}},
           {"address": "data.aws_region.here", "mode": "data", "type": "aws_region", "name": "here", "values": {"name": "sa-east-1"}},
           {"address": "data.aws_s3_bucket.old", "mode": "data", "type": "aws_s3_bucket", "name": "old", "values": {"bucket": "old", "arn": "arn:aws:s3:::old"}}]}}},
         "configuration": %s}"""
            .formatted(
                root(function("f"), permission("f", "")),
                change(
                    "aws_lambda_permission.allow",
                    "\"create\"",
                    "{\"source_arn\": true, \"source_account\": true}"),
                rootConfiguration(
                    configured("data.aws_caller_identity.me", "{}"),
                    configured("data.aws_region.here", "{}"),
                    configured("data.aws_s3_bucket.old", "{}"),
                    configured("aws_lambda_function.f", "{}"),
                    configured(
                        "aws_lambda_permission.allow",
                        "{\"source_arn\": "
                            + references("data.aws_s3_bucket.old.arn", "data.aws_s3_bucket.old")
                            + ", \"source_account\": "
                            + references(
                                "data.aws_caller_identity.me.account_id",
                                "data.aws_caller_identity.me")
                            + "}")));
    SetUp setUp = read(text);

    DeclaredGrant grant = setUp.grants().get(0);
    assertThat(grant.target()).hasToString("arn:aws:lambda:sa-east-1:444444444444:function:f");
    assertThat(grant.sourceArn()).hasValue(Text.of("arn:aws:s3:::old"));
    assertThat(grant.sourceAccount()).hasValue(Text.of("444444444444"));
    assertThat(setUp.buckets()).as("a data source tells no owner").isEmpty();
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
  void knowsTheVersionOfANewFunctionThatIsNotPublished() {
    String alias =
        resource("aws_lambda_alias.dev", "{\"name\": \"DEV\", \"function_name\": \"f\"}");
    SetUp setUp =
        read(
            plan(
                root(function("f"), alias),
                change("aws_lambda_function.f", "\"create\"", "{\"version\": true}")
                    + ","
                    + change("aws_lambda_alias.dev", "\"create\"", "{\"function_version\": true}"),
                rootConfiguration(
                    configured(
                        "aws_lambda_alias.dev",
                        "{\"function_version\": "
                            + references("aws_lambda_function.f.version", "aws_lambda_function.f")
                            + "}"))));

    assertThat(setUp.aliases().get(0).functionVersion()).isEqualTo(Text.of("$LATEST"));
    assertThat(setUp.versions()).isEmpty();
  }

  @Test
  void givesAnUnknownNameOneSymbolWhereverItIsReferredTo() {
    String alias = resource("aws_lambda_alias.prod", "{\"name\": \"PROD\"}");
    SetUp setUp =
        read(
            plan(
                root(resource("aws_lambda_function.f", "{}"), alias),
                change("aws_lambda_function.f", "\"create\"", "{\"function_name\": true}")
                    + ","
                    + change("aws_lambda_alias.prod", "\"create\"", "{\"function_name\": true}"),
                rootConfiguration(
                    configured(
                        "aws_lambda_alias.prod",
                        "{\"function_name\": "
                            + references(
                                "aws_lambda_function.f.function_name", "aws_lambda_function.f")
                            + "}"))));

    assertThat(setUp.functions())
        .extracting(DeclaredFunction::arn)
        .containsExactly(setUp.aliases().get(0).function());
    assertThat(setUp.functions().get(0).arn())
        .hasToString(FUNCTION + "${aws_lambda_function.f.function_name}");
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

  @Test
  void asksForBlocksThatAreKnownAfterApplyOnly() {
    read(
        plan(
            root(resource("aws_s3_bucket_notification.n", "{\"bucket\": \"b\"}")),
            change("aws_s3_bucket_notification.n", "\"create\"", "{\"lambda_function\": true}"),
            "{}"));

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("plan.json:")
        .contains("lambda_function blocks of aws_s3_bucket_notification.n are known after apply");
  }

  @Test
  void refusesTwoConfigurationsOfOneBucket() {
    read(
        plan(
            root(
                resource("aws_s3_bucket_notification.n", "{\"bucket\": \"b\"}"),
                resource("aws_s3_bucket_notification.m", "{\"bucket\": \"b\"}")),
            "",
            "{}"));

    assertThat(problems())
        .singleElement()
        .asString()
        .contains("aws_s3_bucket_notification.m configures the bucket b, as")
        .contains("put all blocks into one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'format_version': '2.0', 'planned_values': {}} | format_version is '2.0', of which pushsim knows 0.x and 1.x",
        "{'format_version': 3, 'planned_values': {}} | format_version is '3'",
        "{'format_version': '1.2', 'terraform_version': '1.9.8', 'planned_values': {}, 'errored': true} | the plan ended in an error",
        "{'format_version': '1.2', 'terraform_version': '1.9.8', 'planned_values': {}, 'complete': false} | the plan is not complete",
        "{'format_version': '1.2', 'resource_changes': []} | the plan has no planned_values",
        "{'format_version': '1.0', 'terraform_version': '1.9.8'} | the state is empty",
        "{'version': 4, 'terraform_version': '1.9.8', 'serial': 3, 'lineage': 'x', 'resources': []} | write terraform show -json > state.json",
        "{'@level': 'info', '@message': 'Terraform 1.9.8', '@module': 'terraform.ui', 'type': 'version'} | is the log of terraform plan -json",
      })
  void saysWhatIsWrongWithAPlanAndWhatWouldBeRight(String text, String message) {
    read(text.replace('\'', '"'));

    assertThat(problems()).singleElement().asString().startsWith("plan.json:1:").contains(message);
  }

  @Test
  void readsAnIncompletePlanAllTheSame() {
    SetUp setUp =
        read(plan(root(function("f")), "", "{}").replaceFirst("\\{", "{\"errored\": true, "));

    assertThat(setUp.functions()).hasSize(1);
    assertThat(problems()).hasSize(1);
  }

  @Test
  void saysWhichGrantIsNotWhole() {
    SetUp setUp =
        read(
            plan(
                root(
                    resource("aws_lambda_permission.half", "{\"function_name\": \"f\"}"),
                    permission("f", "")),
                "",
                "{}"));

    assertThat(problems())
        .containsExactly(
            "plan.json:3:51: aws_lambda_permission.half has no action: is the plan complete? Print it anew with terraform show -json");
    assertThat(setUp.grants()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'planned_values': []}",
        "{'planned_values': {'root_module': 3}}",
        "{'planned_values': {'root_module': {'resources': {'a': 1}, 'child_modules': 5}}}",
        "{'planned_values': {'root_module': {'resources': [null, 1, [], {}, {'address': 'x'}], 'child_modules': [null, {}, {'address': 'module.'}, {'address': '[[['}]}}}",
        "{'planned_values': {'root_module': {'resources': [{'address': 'a', 'type': 'aws_s3_bucket_notification', 'name': 'a', 'values': {'bucket': {}, 'lambda_function': [1, {'events': 'x'}, {'events': [null]}]}}]}}}",
        "{'planned_values': {'root_module': {'resources': [{'address': 'a', 'type': 'aws_lambda_alias', 'name': 'a', 'values': {'routing_config': [{'additional_version_weights': {'2': 'x'}}]}}]}}, 'resource_changes': [{'address': 'a', 'change': 4}, 7], 'configuration': {'root_module': {'resources': [1]}, 'provider_config': {'aws': 3}}}",
      })
  void bearsAnyWrongTypes(String text) {
    SetUp setUp =
        read(
            text.replace('\'', '"')
                .replaceFirst(
                    "\\{", "{\"format_version\": \"1.2\", \"terraform_version\": \"1.9.8\", "));

    assertThat(setUp.grants()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Resources': {}}",
        "{'steps': []}",
        "[]",
        "3",
        "{'format_version': '1.0', 'provider_schemas': {}}"
      })
  void passesOverWhatIsSomethingElse(String text) {
    Node root = Documents.parse("x.json", text.replace('\'', '"'), LIMITS);

    assertThat(new TerraformForm().recognises(root)).isFalse();
  }
}
