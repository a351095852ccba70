package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scenario with which loads are tried: a bucket, and an alias of which the new version gets a
 * tenth.
 */
abstract class LoadScenario {
  private static final String STORY =
      """
      name: Two versions
      account: "111111111111"
      region: us-west-2
      seed: 3
      buckets: { examplebucket: {}, otherbucket: {} }
      steps:
        - CreateFunction:
            FunctionName: hello
            Runtime: nodejs22.x
            Handler: index.handler
            Role: arn:aws:iam::111111111111:role/r
            Timeout: 60
            Code: { Path: code }
            Publish: true
        - UpdateFunctionCode: { FunctionName: hello, Path: other, Publish: true }
        - CreateAlias:
            FunctionName: hello
            Name: PROD
            FunctionVersion: "1"
            RoutingConfig: { AdditionalVersionWeights: { "2": 0.1 } }
        - AddPermission:
            FunctionName: hello
            Qualifier: PROD
            StatementId: s3
            Principal: s3.amazonaws.com
            Action: lambda:InvokeFunction
            SourceArn: arn:aws:s3:::examplebucket
            SourceAccount: "111111111111"
        - PutBucketNotificationConfiguration:
            Bucket: examplebucket
            NotificationConfiguration:
              LambdaFunctionConfigurations:
                - Id: prod
                  LambdaFunctionArn: arn:aws:lambda:us-west-2:111111111111:function:hello:PROD
                  Events: ["s3:ObjectCreated:*"]
                  Filter: { Key: { FilterRules: [ { Name: prefix, Value: in/ } ] } }
        - PutObject: { Bucket: examplebucket, Key: in/a.txt, Body: hello }
        - UpdateAlias: { FunctionName: hello, Name: PROD, FunctionVersion: "1", RoutingConfig: {} }
      """;

  @TempDir Path folder;
  Path scenario;

  @BeforeEach
  void writeScenario() throws IOException {
    scenario = folder.resolve("story.yaml");
    Files.writeString(scenario, STORY);
    code("code", "exports.handler = async () => 1;");
    code("other", "exports.handler = async () => 2;");
  }

  final void code(String name, String javaScript) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("index.js"), javaScript);
  }

  final void change(String from, String to) throws IOException {
    String story = Files.readString(scenario);
    assertThat(story).contains(from);
    Files.writeString(scenario, story.replace(from, to));
  }

  /** A short load with these options more. */
  final Cli load(String... options) {
    List<String> arguments = new ArrayList<>(List.of("load", scenario.toString()));
    arguments.addAll(List.of(options));
    if (!arguments.contains("--warmup")) {
      arguments.addAll(List.of("--warmup", "0s"));
    }
    return Cli.run(arguments.toArray(String[]::new));
  }

  final JsonNode json(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--format", "json"));
    return TestResource.json(load(arguments.toArray(String[]::new)).out());
  }
}
