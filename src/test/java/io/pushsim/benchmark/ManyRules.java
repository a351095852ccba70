package io.pushsim.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes set-ups for {@code check}: functions with five aliases each, one of which a bucket's rule
 * names; every alias has a grant for a bucket, one in a hundred for the wrong one.
 */
final class ManyRules {
  private static final String[] ALIASES = {"DEV", "TEST", "BETA", "STAGE", "PROD"};
  private static final String ACCOUNT = "111111111111";
  private static final String REGION = "us-west-2";
  private static final String ROLE = "arn:aws:iam::111111111111:role/any";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int functions;

  ManyRules(int functions) {
    this.functions = functions;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String arn(int function) {
    return "arn:aws:lambda:%s:%s:function:%s".formatted(REGION, ACCOUNT, name(function));
  }

  private static String name(int function) {
    return "function-%04d".formatted(function);
  }

  private static String bucket(int function) {
    return "bucket-%04d".formatted(function);
  }

  // One rule in a hundred is dead.
  private static String granted(int function) {
    return "arn:aws:s3:::" + bucket(function % 100 == 99 ? function - 1 : function);
  }

  /** A folder as people save it with the AWS CLI, a file for each answer. */
  Path savedOutput(Path folder) throws IOException {
    Files.createDirectories(folder);
    ArrayNode buckets = object().putArray("Buckets");
    for (int i = 0; i < functions; i++) {
      buckets.addObject().put("Name", bucket(i)).put("CreationDate", "2026-01-01T00:00:00+00:00");
      aliases(folder, i);
      notifications(folder, i);
    }
    ObjectNode list = object();
    list.set("Buckets", buckets);
    list.putObject("Owner").put("ID", "c0ffee");
    write(folder.resolve("list-buckets.json"), list);
    write(
        folder.resolve("get-caller-identity.json"),
        object()
            .put("UserId", "AIDAEXAMPLE")
            .put("Account", ACCOUNT)
            .put("Arn", "arn:aws:iam::111111111111:user/ann"));
    return folder;
  }

  private static void aliases(Path folder, int function) throws IOException {
    ObjectNode aliases = object();
    for (String alias : ALIASES) {
      aliases
          .withArray("/Aliases")
          .addObject()
          .put("AliasArn", arn(function) + ":" + alias)
          .put("Name", alias)
          .put("FunctionVersion", "1")
          .put("Description", "");
      ObjectNode policy = object();
      policy.put("Policy", policy(function, alias).toString()).put("RevisionId", "any");
      write(folder.resolve("%s.%s.policy.json".formatted(name(function), alias)), policy);
    }
    write(folder.resolve(name(function) + ".aliases.json"), aliases);
  }

  private static ObjectNode policy(int function, String alias) {
    ObjectNode policy = object().put("Version", "2012-10-17").put("Id", "default");
    ObjectNode statement =
        policy.putArray("Statement").addObject().put("Sid", "s3").put("Effect", "Allow");
    statement.putObject("Principal").put("Service", "s3.amazonaws.com");
    statement.put("Action", "lambda:InvokeFunction").put("Resource", arn(function) + ":" + alias);
    ObjectNode condition = statement.putObject("Condition");
    condition.putObject("StringEquals").put("AWS:SourceAccount", ACCOUNT);
    condition.putObject("ArnLike").put("AWS:SourceArn", granted(function));
    return policy;
  }

  private static void notifications(Path folder, int function) throws IOException {
    ObjectNode rule = object().put("Id", "prod").put("LambdaFunctionArn", arn(function) + ":PROD");
    rule.putArray("Events").add("s3:ObjectCreated:*");
    ObjectNode configuration = object();
    configuration.putArray("LambdaFunctionConfigurations").add(rule);
    write(folder.resolve(bucket(function) + ".notification.json"), configuration);
  }

  /** A plan of Terraform as {@code terraform show -json} prints it, in one line. */
  Path plan(Path file) throws IOException {
    ObjectNode plan = object().put("format_version", "1.2").put("terraform_version", "1.9.8");
    ArrayNode resources =
        plan.putObject("planned_values").putObject("root_module").putArray("resources");
    for (int i = 0; i < functions; i++) {
      planned(resources, i);
    }
    ObjectNode provider =
        plan.putObject("configuration").putObject("provider_config").putObject("aws");
    provider
        .put("name", "aws")
        .putObject("expressions")
        .putObject("region")
        .put("constant_value", REGION);
    ((ObjectNode) plan.path("configuration")).putObject("root_module");
    write(file, plan);
    return file;
  }

  private static void planned(ArrayNode resources, int i) {
    resource(resources, "aws_lambda_function", "f" + i)
        .put("function_name", name(i))
        .put("arn", arn(i))
        .put("role", ROLE)
        .put("runtime", "nodejs22.x")
        .put("handler", "index.handler")
        .put("publish", true)
        .put("version", "1");
    resource(resources, "aws_s3_bucket", "b" + i)
        .put("bucket", bucket(i))
        .put("arn", "arn:aws:s3:::" + bucket(i));
    ObjectNode notification =
        resource(resources, "aws_s3_bucket_notification", "n" + i).put("bucket", bucket(i));
    ObjectNode rule =
        notification
            .putArray("lambda_function")
            .addObject()
            .put("id", "prod")
            .put("lambda_function_arn", arn(i) + ":PROD");
    rule.putArray("events").add("s3:ObjectCreated:*");
    rule.put("filter_prefix", "").put("filter_suffix", "");
    for (String alias : ALIASES) {
      resource(resources, "aws_lambda_alias", "a" + i + alias)
          .put("name", alias)
          .put("function_name", name(i))
          .put("function_version", "1")
          .put("arn", arn(i) + ":" + alias);
      resource(resources, "aws_lambda_permission", "p" + i + alias)
          .put("statement_id", "s3")
          .put("action", "lambda:InvokeFunction")
          .put("function_name", name(i))
          .put("qualifier", alias)
          .put("principal", "s3.amazonaws.com")
          .put("source_arn", granted(i))
          .put("source_account", ACCOUNT);
    }
  }

  private static ObjectNode resource(ArrayNode resources, String type, String name) {
    return resources
        .addObject()
        .put("address", type + "." + name)
        .put("mode", "managed")
        .put("type", type)
        .put("name", name)
        .put("provider_name", "registry.terraform.io/hashicorp/aws")
        .put("schema_version", 0)
        .putObject("values");
  }

  /** Templates of 40 functions each, as CloudFormation allows 500 resources. */
  Path templates(Path folder) throws IOException {
    Files.createDirectories(folder);
    StringBuilder template = new StringBuilder();
    for (int i = 0; i < functions; i++) {
      if (i % 40 == 0) {
        template.setLength(0);
        template.append("AWSTemplateFormatVersion: \"2010-09-09\"\nResources:\n");
      }
      template(template, i);
      if (i % 40 == 39 || i == functions - 1) {
        Files.writeString(folder.resolve("stack-%02d.yaml".formatted(i / 40)), template);
      }
    }
    return folder;
  }

  private static void template(StringBuilder template, int i) {
    template.append(
        """
          F%1$d:
            Type: AWS::Lambda::Function
            Properties:
              FunctionName: %2$s
              Runtime: nodejs22.x
              Handler: index.handler
              Role: %4$s
              Code: { S3Bucket: code, S3Key: %2$s.zip }
          V%1$d:
            Type: AWS::Lambda::Version
            Properties: { FunctionName: !Ref F%1$d }
          B%1$d:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: %3$s
              NotificationConfiguration:
                LambdaConfigurations:
                  - Event: s3:ObjectCreated:*
                    Function: !Ref A%1$dPROD
        """
            .formatted(i, name(i), bucket(i), ROLE));
    for (String alias : ALIASES) {
      template.append(
          """
            A%1$d%2$s:
              Type: AWS::Lambda::Alias
              Properties: { FunctionName: !Ref F%1$d, FunctionVersion: !GetAtt V%1$d.Version, Name: %2$s }
            P%1$d%2$s:
              Type: AWS::Lambda::Permission
              Properties:
                FunctionName: !Ref A%1$d%2$s
                Action: lambda:InvokeFunction
                Principal: s3.amazonaws.com
                SourceArn: %3$s
                SourceAccount: !Ref AWS::AccountId
          """
              .formatted(i, alias, granted(i)));
    }
  }

  /** One story of about 12,000 steps. */
  Path scenario(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("code"));
    Files.writeString(
        folder.resolve("code").resolve("index.mjs"), "export const handler = async () => 'x';\n");
    StringBuilder story = new StringBuilder("name: many rules\nregion: " + REGION + "\nbuckets:\n");
    for (int i = 0; i < functions; i++) {
      story.append("  ").append(bucket(i)).append(": { owner: \"").append(ACCOUNT).append("\" }\n");
    }
    story.append("steps:\n");
    for (int i = 0; i < functions; i++) {
      story(story, i);
    }
    Path file = folder.resolve("many.yaml");
    Files.writeString(file, story);
    return file;
  }

  private static void story(StringBuilder story, int i) {
    story.append(
        """
          - CreateFunction: { FunctionName: %1$s, Runtime: nodejs22.x, Handler: index.handler, Role: "%2$s", Code: { Path: code }, Publish: true }
        """
            .formatted(name(i), ROLE));
    for (String alias : ALIASES) {
      story.append(
          """
            - CreateAlias: { FunctionName: %1$s, Name: %2$s, FunctionVersion: "1" }
            - AddPermission: { FunctionName: %1$s, Qualifier: %2$s, StatementId: s3, Principal: s3.amazonaws.com, Action: "lambda:InvokeFunction", SourceArn: "%3$s", SourceAccount: "%4$s" }
          """
              .formatted(name(i), alias, granted(i), ACCOUNT));
    }
    story.append(
        """
          - PutBucketNotificationConfiguration: { Bucket: %1$s, NotificationConfiguration: { LambdaFunctionConfigurations: [ { Id: prod, LambdaFunctionArn: "%2$s:PROD", Events: [ "s3:ObjectCreated:*" ] } ] } }
        """
            .formatted(bucket(i), arn(i)));
  }

  private static void write(Path file, ObjectNode json) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(json));
  }
}
