package io.pushsim.check.saved;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Inputs;
import io.pushsim.check.setup.SetUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Answers in a folder, and what comes of reading it. */
abstract class SavedFiles {
  static final String ACCOUNT = "111111111111";
  static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:";
  static final String IDENTITY =
      "{\"UserId\": \"A\", \"Account\": \"111111111111\", \"Arn\": \"arn:aws:iam::111111111111:root\"}";
  static final String RULE =
      """
      {"LambdaFunctionConfigurations": [{"Id": "prod", "LambdaFunctionArn": "%shelloworld:PROD",
        "Events": ["s3:ObjectCreated:*"],
        "Filter": {"Key": {"FilterRules": [{"Name": "Prefix", "Value": "in/"}]}}}]}"""
          .formatted(ARN);
  static final String ALIASES =
      """
      {"Aliases": [{"AliasArn": "%1$shelloworld:PROD", "Name": "PROD", "FunctionVersion": "2",
        "RoutingConfig": {"AdditionalVersionWeights": {"3": 0.1}}},
       {"AliasArn": "%1$shelloworld:BETA", "Name": "BETA", "FunctionVersion": "3"}]}"""
          .formatted(ARN);

  @TempDir Path folder;
  final Gathering gathering = new Gathering(Deployment.UNKNOWN);

  void save(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  SetUp read() {
    return read(folder);
  }

  SetUp read(Path path) {
    Inputs.read(List.of(path), List.of(new SavedOutput()), gathering);
    return gathering.setUp().build();
  }

  List<String> problems() {
    return gathering.problems().stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .toList();
  }

  static String buckets(String... names) {
    return "{\"Buckets\": [{\"Name\": \""
        + String.join("\"}, {\"Name\": \"", names)
        + "\"}], \"Owner\": {\"ID\": \"x\"}}";
  }

  static String policy(String... statements) {
    String text =
        "{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":["
            + String.join(",", statements)
            + "]}";
    return "{\n  \"Policy\": \"" + escaped(text) + "\",\n  \"RevisionId\": \"6cdd9a1f\"\n}";
  }

  static String escaped(String json) {
    return json.replace("\"", "\\\"");
  }

  static String statement(String resource) {
    return """
        {"Sid":"s3","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction",\
        "Resource":"%s","Condition":{"StringEquals":{"AWS:SourceAccount":"111111111111"},\
        "ArnLike":{"AWS:SourceArn":"arn:aws:s3:::examplebucket"}}}"""
        .formatted(resource);
  }
}
