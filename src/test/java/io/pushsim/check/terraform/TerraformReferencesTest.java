package io.pushsim.check.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one thing in a plan says of another. */
class TerraformReferencesTest extends Plans {
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
}
