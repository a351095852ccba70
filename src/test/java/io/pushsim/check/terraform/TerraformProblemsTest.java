package io.pushsim.check.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.setup.SetUp;
import io.pushsim.document.Documents;
import io.pushsim.document.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans in which something is wrong. */
class TerraformProblemsTest extends Plans {
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
