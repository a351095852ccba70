package io.pushsim.check.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.check.setup.SetUp;
import io.pushsim.document.Documents;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans of Terraform, and what comes of reading them. */
abstract class Plans {
  static final Path CHECK = Path.of("src/test/resources/check");
  static final Documents.Limits LIMITS =
      new Documents.Limits(
          1 << 26, 200, 0, false, new Documents.Words("a plan", "it has values", "cut it"));
  static final Deployment TOLD =
      new Deployment(Optional.of("111111111111"), Optional.of("us-west-2"), Map.of());
  static final String FUNCTION = "arn:aws:lambda:us-west-2:111111111111:function:";

  Gathering gathering = new Gathering(TOLD);

  SetUp read(String text) {
    Node root = Documents.parse("plan.json", text, LIMITS);
    TerraformForm form = new TerraformForm();
    assertThat(form.recognises(root)).isTrue();
    form.read(new InputFile("plan.json", Path.of("plan.json"), root), gathering);
    return gathering.setUp().build();
  }

  List<String> problems() {
    return gathering.problems().stream().map(Problem::toString).toList();
  }

  /** A plan whose resources, changes and configuration are given. */
  static String plan(String resources, String changes, String configuration) {
    return """
        {"format_version": "1.2", "terraform_version": "1.9.8",
         "variables": {"region": {"value": "eu-central-1"}, "names": {"value": {"bucket": "uploads"}}},
         "planned_values": {"root_module": %s},
         "resource_changes": [%s],
         "configuration": %s}"""
        .formatted(resources, changes, configuration);
  }

  static String resource(String address, String values) {
    String typed = address.substring(address.lastIndexOf("aws_"));
    String type = typed.substring(0, typed.indexOf('.'));
    String name = typed.substring(typed.indexOf('.') + 1).replaceAll("\\[.*", "");
    return """
        {"address": "%s", "mode": "managed", "type": "%s", "name": "%s", "values": %s}"""
        .formatted(address.replace("\"", "\\\""), type, name, values);
  }

  static String change(String address, String actions, String unknown) {
    return """
        {"address": "%s", "change": {"actions": [%s], "after_unknown": %s}}"""
        .formatted(address.replace("\"", "\\\""), actions, unknown);
  }

  static String configured(String address, String expressions) {
    return """
        {"address": "%s", "provider_config_key": "aws", "expressions": %s}"""
        .formatted(address, expressions);
  }

  static String root(String... resources) {
    return "{\"resources\": [" + String.join(",\n", resources) + "]}";
  }

  static String rootConfiguration(String... resources) {
    return "{\"root_module\": " + root(resources) + "}";
  }

  static String references(String... names) {
    return "{\"references\": [\"" + String.join("\", \"", names) + "\"]}";
  }

  static String function(String name) {
    return resource("aws_lambda_function." + name, "{\"function_name\": \"" + name + "\"}");
  }

  static String permission(String functionName, String more) {
    return resource(
        "aws_lambda_permission.allow",
        """
        {"function_name": "%s", "action": "lambda:InvokeFunction", "principal": "s3.amazonaws.com",
         "statement_id": "s3"%s}"""
            .formatted(functionName, more));
  }
}
