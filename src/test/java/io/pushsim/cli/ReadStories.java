package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.check.setup.SetUp;
import io.pushsim.document.Documents;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Stories, and what comes of reading them as inputs of a check. */
abstract class ReadStories {
  static final Documents.Limits LIMITS =
      new Documents.Limits(
          1 << 20, 64, 1000, false, new Documents.Words("a scenario", "it has steps", "split it"));
  static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:f";
  static final String FUNCTION =
      """
      account: "111111111111"
      region: us-west-2
      buckets: { uploads: { owner: "111111111111" } }
      steps:
        - CreateFunction: { FunctionName: f, Runtime: nodejs22.x, Handler: index.handler, Role: "arn:aws:iam::111111111111:role/r", Code: { Path: code } }
        - PublishVersion: { FunctionName: f }
        - CreateAlias: { FunctionName: f, Name: PROD, FunctionVersion: "1" }
      """;
  static final int NEXT = 8;

  @TempDir Path folder;

  @BeforeEach
  void writeCode() throws IOException {
    Files.createDirectory(folder.resolve("code"));
    Files.writeString(folder.resolve("code/index.js"), "throw new Error('nobody runs this');");
  }

  static String grant(String statementId) {
    return ("  - AddPermission: { FunctionName: f, Qualifier: PROD, StatementId: %s,"
            + " Action: \"lambda:InvokeFunction\", Principal: s3.amazonaws.com,"
            + " SourceArn: \"arn:aws:s3:::uploads\", SourceAccount: \"111111111111\" }\n")
        .formatted(statementId);
  }

  static String notified(String principalId) {
    return ("  - Notify: { Notification: { Records: [{ eventVersion: \"2.1\", eventSource: \"aws:s3\","
            + " awsRegion: us-west-2, eventTime: \"2026-01-01T00:00:00.000Z\", eventName: \"ObjectCreated:Put\","
            + " userIdentity: { principalId: \"%s\" }, requestParameters: { sourceIPAddress: 1.2.3.4 },"
            + " s3: { s3SchemaVersion: \"1.0\", bucket: { name: uploads },"
            + " object: { key: a+b.txt, size: 5, eTag: abc, sequencer: \"0A\" } } }] } }\n")
        .formatted(principalId);
  }

  SetUp sound(String story) {
    Gathering gathering = read(story);
    assertThat(gathering.problems()).isEmpty();
    return gathering.story("story.yaml").build();
  }

  Gathering read(String story) {
    Gathering gathering = new Gathering(Deployment.UNKNOWN);
    new ScenarioInput()
        .read(new InputFile("story.yaml", folder.resolve("story.yaml"), node(story)), gathering);
    return gathering;
  }

  static Node node(String text) {
    return Documents.parse("story.yaml", text, LIMITS);
  }

  static Place place(int line, int column) {
    return new Place("story.yaml", line, column);
  }
}
