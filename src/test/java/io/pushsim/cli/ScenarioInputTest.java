package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.ObservedEvent;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Documents;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioInputTest {
  private static final Documents.Limits LIMITS =
      new Documents.Limits(
          1 << 20, 64, 1000, false, new Documents.Words("a scenario", "it has steps", "split it"));
  private static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:f";
  private static final String FUNCTION =
      """
      account: "111111111111"
      region: us-west-2
      buckets: { uploads: { owner: "111111111111" } }
      steps:
        - CreateFunction: { FunctionName: f, Runtime: nodejs22.x, Handler: index.handler, Role: "arn:aws:iam::111111111111:role/r", Code: { Path: code } }
        - PublishVersion: { FunctionName: f }
        - CreateAlias: { FunctionName: f, Name: PROD, FunctionVersion: "1" }
      """;
  private static final int NEXT = 8;

  @TempDir private Path folder;

  @BeforeEach
  void writeCode() throws IOException {
    Files.createDirectory(folder.resolve("code"));
    Files.writeString(folder.resolve("code/index.js"), "throw new Error('nobody runs this');");
  }

  @Test
  void recognisesAStoryByItsSteps() {
    assertThat(new ScenarioInput().recognises(node("steps: nonsense"))).isTrue();
    assertThat(new ScenarioInput().recognises(node("Resources: {}"))).isFalse();
    assertThat(new ScenarioInput().recognises(node("- steps"))).isFalse();
  }

  @Test
  void tellsWhatStands_withTheStepsThatMadeIt() {
    SetUp setUp = sound(FUNCTION);

    assertThat(setUp.buckets())
        .extracting(DeclaredBucket::name, DeclaredBucket::owner, DeclaredBucket::region)
        .containsExactly(tuple(Text.of("uploads"), Text.of("111111111111"), Text.of("us-west-2")));
    assertThat(setUp.buckets().get(0).origin().place()).isEqualTo(place(3, 12));
    assertThat(setUp.functions())
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.arn()).isEqualTo(Text.of(ARN));
              assertThat(function.role()).contains(Text.of("arn:aws:iam::111111111111:role/r"));
              assertThat(function.origin().dialect()).isEqualTo(Dialect.SCENARIO);
              assertThat(function.origin().place()).isEqualTo(place(5, 5));
            });
    assertThat(setUp.versions())
        .extracting(DeclaredVersion::number, version -> version.origin().place())
        .containsExactly(tuple(Text.of("1"), place(6, 5)));
    assertThat(setUp.aliases())
        .extracting(
            DeclaredAlias::name,
            DeclaredAlias::functionVersion,
            DeclaredAlias::additionalVersionWeights,
            alias -> alias.origin().place())
        .containsExactly(tuple(Text.of("PROD"), Text.of("1"), Map.of(), place(7, 5)));
  }

  @Test
  void tellsAnAliasAsItStandsAtTheEnd() {
    SetUp setUp =
        sound(
            FUNCTION
                + """
                  - UpdateFunctionConfiguration: { FunctionName: f, Description: other, Role: "arn:aws:iam::111111111111:role/other" }
                  - PublishVersion: { FunctionName: f }
                  - UpdateAlias: { FunctionName: f, Name: PROD, FunctionVersion: "2", RoutingConfig: { AdditionalVersionWeights: {} } }
                  - CreateAlias: { FunctionName: f, Name: GONE, FunctionVersion: "1" }
                  - DeleteAlias: { FunctionName: f, Name: GONE }
                """);

    assertThat(setUp.aliases())
        .extracting(DeclaredAlias::functionVersion, alias -> alias.origin().place())
        .containsExactly(tuple(Text.of("2"), place(NEXT + 2, 5)));
    assertThat(setUp.versions())
        .extracting(DeclaredVersion::role)
        .containsExactly(
            Optional.of(Text.of("arn:aws:iam::111111111111:role/r")),
            Optional.of(Text.of("arn:aws:iam::111111111111:role/other")));
  }

  @Test
  void tellsStatementsThatStand_withTheStepsThatGrantedThem() {
    SetUp setUp =
        sound(
            FUNCTION
                + grant("one")
                + grant("two")
                + "  - RemovePermission: { FunctionName: f, Qualifier: PROD, StatementId: one }\n"
                + "  - CreateAlias: { FunctionName: f, Name: GONE, FunctionVersion: \"1\" }\n"
                + grant("lost").replace("PROD", "GONE")
                + "  - DeleteAlias: { FunctionName: f, Name: GONE }\n");

    assertThat(setUp.policies())
        .singleElement()
        .satisfies(
            policy -> {
              assertThat(policy.target()).isEqualTo(Text.of(ARN + ":PROD"));
              assertThat(policy.document().statements())
                  .extracting(statement -> statement.sid().orElseThrow())
                  .containsExactly("two");
              assertThat(policy.places()).containsExactly(place(NEXT + 1, 5));
            });
    assertThat(setUp.grants()).isEmpty();
  }

  @Test
  void tellsTheRulesThatStand_withTheirOwnLines() {
    SetUp setUp =
        sound(
            FUNCTION
                + grant("s3")
                + """
                  - PutBucketNotificationConfiguration:
                      Bucket: uploads
                      NotificationConfiguration:
                        LambdaFunctionConfigurations: [{ LambdaFunctionArn: "arn:aws:lambda:us-west-2:111111111111:function:f:PROD", Events: ["s3:ObjectCreated:*"] }]
                  - PutBucketNotificationConfiguration:
                      Bucket: uploads
                      NotificationConfiguration:
                        LambdaFunctionConfigurations:
                          - Id: jpg
                            LambdaFunctionArn: arn:aws:lambda:us-west-2:111111111111:function:f:PROD
                            Events: ["s3:ObjectCreated:Put", "s3:ObjectCreated:Copy"]
                            Filter: { Key: { FilterRules: [{ Name: suffix, Value: .jpg }] } }
                          - Id: removed
                            LambdaFunctionArn: arn:aws:lambda:us-west-2:111111111111:function:f:PROD
                            Events: ["s3:ObjectRemoved:*"]
                """);

    assertThat(setUp.rules()).hasSize(2);
    DeclaredRule jpg = setUp.rules().get(0);
    assertThat(jpg)
        .isEqualTo(
            new DeclaredRule(
                Text.of("uploads"),
                Optional.of(Text.of("jpg")),
                TargetKind.LAMBDA,
                Text.of(ARN + ":PROD"),
                List.of(Text.of("s3:ObjectCreated:Put"), Text.of("s3:ObjectCreated:Copy")),
                List.of(new DeclaredRule.Filter(Text.of("suffix"), Text.of(".jpg"))),
                StorySetUp.origin(place(NEXT + 9, 13))));
    assertThat(setUp.rules().get(1).origin().place()).isEqualTo(place(NEXT + 13, 13));
  }

  @Test
  void tellsTheRuleOfTheOldForm() {
    SetUp setUp =
        sound(
            FUNCTION
                + grant("s3")
                + """
                  - PutBucketNotification:
                      Bucket: uploads
                      NotificationConfiguration: { CloudFunctionConfiguration: { CloudFunction: "arn:aws:lambda:us-west-2:111111111111:function:f:PROD", Event: "s3:ObjectCreated:Put", Events: ["s3:ObjectCreated:Copy"] } }
                """);

    assertThat(setUp.rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.target()).isEqualTo(Text.of(ARN + ":PROD"));
              assertThat(rule.id()).isEmpty();
              assertThat(rule.events())
                  .containsExactly(
                      Text.of("s3:ObjectCreated:Put"), Text.of("s3:ObjectCreated:Copy"));
            });
  }

  @Test
  void tellsRulesThatAreRefused_unlessTheStoryWantsThat() {
    String refused =
        """
          - PutBucketNotificationConfiguration:
              Bucket: uploads
              NotificationConfiguration: { LambdaFunctionConfigurations: [{ Id: a, LambdaFunctionArn: "arn:aws:lambda:us-west-2:111111111111:function:f:PROD", Events: ["s3:ObjectCreated:*"] }] }
        """;

    assertThat(sound(FUNCTION + refused).rules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.target()).isEqualTo(Text.of(ARN + ":PROD")));
    assertThat(sound(FUNCTION + refused + "    expectError: { Code: InvalidArgument }\n").rules())
        .isEmpty();
    assertThat(sound(FUNCTION + refused + grant("s3") + refused.replace("Id: a", "Id: b")).rules())
        .extracting(rule -> rule.id().orElseThrow())
        .containsExactly(Text.of("b"));
  }

  @Test
  void tellsAGrantThatIsRefused() {
    SetUp setUp =
        sound(
            FUNCTION
                + "  - AddPermission: { FunctionName: f, Qualifier: $LATEST, StatementId: s3,"
                + " Action: \"lambda:InvokeFunction\", Principal: s3.amazonaws.com,"
                + " SourceArn: \"arn:aws:s3:::uploads\" }\n");

    assertThat(setUp.policies()).isEmpty();
    assertThat(setUp.grants())
        .containsExactly(
            new DeclaredGrant(
                Text.of(ARN + ":$LATEST"),
                Text.of("s3"),
                Text.of("lambda:InvokeFunction"),
                Text.of("s3.amazonaws.com"),
                Optional.of(Text.of("arn:aws:s3:::uploads")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                StorySetUp.origin(place(NEXT, 5))));
  }

  @Test
  void tellsAnAliasThatIsRefused_asTheStoryWantsIt() {
    SetUp setUp =
        sound(
            FUNCTION
                + "  - UpdateAlias: { FunctionName: f, Name: PROD,"
                + " RoutingConfig: { AdditionalVersionWeights: { \"7\": 0.5 } } }\n"
                + "  - CreateAlias: { FunctionName: f, Name: NEW, FunctionVersion: \"9\" }\n");

    assertThat(setUp.aliases())
        .extracting(
            DeclaredAlias::name,
            DeclaredAlias::functionVersion,
            DeclaredAlias::additionalVersionWeights)
        .containsExactly(
            tuple(Text.of("PROD"), Text.of("1"), Map.of(Text.of("7"), 0.5)),
            tuple(Text.of("NEW"), Text.of("9"), Map.of()));
  }

  @Test
  void tellsChangesOfObjects() {
    SetUp setUp =
        sound(
            FUNCTION
                + """
                  - PutObject: { Bucket: uploads, Key: "a b.txt", Body: hello }
                  - CopyObject: { Bucket: uploads, Key: copy.txt, CopySource: uploads/a b.txt }
                  - DeleteObject: { Bucket: uploads, Key: copy.txt }
                  - DeleteObject: { Bucket: uploads, Key: never-there.txt }
                """);

    assertThat(setUp.events())
        .extracting(ObservedEvent::key, ObservedEvent::type, event -> event.origin().place().line())
        .containsExactly(
            tuple("a b.txt", EventType.OBJECT_CREATED_PUT, NEXT),
            tuple("copy.txt", EventType.OBJECT_CREATED_COPY, NEXT + 1),
            tuple("copy.txt", EventType.OBJECT_REMOVED_DELETE, NEXT + 2));
  }

  @Test
  void tellsWhichFunctionMadeAChange() {
    SetUp setUp =
        sound(
            FUNCTION
                + notified("AWS:AROAEXAMPLEID:f")
                + notified("AWS:AROAEXAMPLEID:alice@example.com")
                + notified("AWS:AIDAEXAMPLEID"));

    assertThat(setUp.events())
        .extracting(ObservedEvent::key, ObservedEvent::writer)
        .containsExactly(
            tuple("a b.txt", Optional.of("f")),
            tuple("a b.txt", Optional.empty()),
            tuple("a b.txt", Optional.empty()));
  }

  @Test
  void saysWhatIsRefusedAndCannotBeChecked() {
    Gathering gathering =
        read(
            FUNCTION
                + "  - DeleteAlias: { FunctionName: g, Name: PROD }\n"
                + "  - RemovePermission: { FunctionName: f, Qualifier: PROD, StatementId: none }\n");

    assertThat(gathering.problems()).extracting(Problem::line).contains(NEXT + 1);
    assertThat(gathering.problems())
        .last()
        .asString()
        .isEqualTo(
            "story.yaml:9:5: RemovePermission is refused (ResourceNotFoundException: No policy is"
                + " associated with the given resource.), so what it was to do is not checked:"
                + " mend the step, or write expectError if that is meant");
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    Gathering gathering = read(FUNCTION + "  - CreateAlais: { FunctionName: f }\n");

    assertThat(gathering.problems())
        .singleElement()
        .asString()
        .startsWith("story.yaml:8:5: unknown step \"CreateAlais\"");
    assertThat(gathering.story("story.yaml").build()).isEqualTo(new SetUp.Builder().build());
  }

  @Test
  void saysWhichCodeIsMissing() {
    assertThat(read(FUNCTION.replace("Path: code", "Path: nowhere")).problems())
        .singleElement()
        .asString()
        .startsWith("story.yaml:5:5: CreateFunction: the code path 'nowhere' does not exist");
  }

  @Test
  void forgetsWhatIsDeleted() {
    SetUp setUp =
        sound(
            FUNCTION
                + grant("s3")
                + "  - DeleteFunction: { FunctionName: f }\n"
                + "  - DeleteBucket: { Bucket: uploads }\n");

    assertThat(setUp).isEqualTo(new SetUp.Builder().build());
  }

  @Test
  void tellsTheLaterOfTwoFunctionsOfOneName() {
    String create = FUNCTION.lines().skip(4).reduce("", (text, line) -> text + line + "\n");

    SetUp setUp = sound(FUNCTION + "  - DeleteFunction: { FunctionName: f }\n" + create);

    assertThat(setUp.functions())
        .extracting(function -> function.origin().place().line())
        .containsExactly(NEXT + 1);
    assertThat(setUp.versions())
        .extracting(version -> version.origin().place().line())
        .containsExactly(NEXT + 2);
    assertThat(setUp.policies()).extracting(DeclaredPolicy::target).isEmpty();
  }

  private static String grant(String statementId) {
    return ("  - AddPermission: { FunctionName: f, Qualifier: PROD, StatementId: %s,"
            + " Action: \"lambda:InvokeFunction\", Principal: s3.amazonaws.com,"
            + " SourceArn: \"arn:aws:s3:::uploads\", SourceAccount: \"111111111111\" }\n")
        .formatted(statementId);
  }

  private static String notified(String principalId) {
    return ("  - Notify: { Notification: { Records: [{ eventVersion: \"2.1\", eventSource: \"aws:s3\","
            + " awsRegion: us-west-2, eventTime: \"2026-01-01T00:00:00.000Z\", eventName: \"ObjectCreated:Put\","
            + " userIdentity: { principalId: \"%s\" }, requestParameters: { sourceIPAddress: 1.2.3.4 },"
            + " s3: { s3SchemaVersion: \"1.0\", bucket: { name: uploads },"
            + " object: { key: a+b.txt, size: 5, eTag: abc, sequencer: \"0A\" } } }] } }\n")
        .formatted(principalId);
  }

  private SetUp sound(String story) {
    Gathering gathering = read(story);
    assertThat(gathering.problems()).isEmpty();
    return gathering.story("story.yaml").build();
  }

  private Gathering read(String story) {
    Gathering gathering = new Gathering(Deployment.UNKNOWN);
    new ScenarioInput()
        .read(new InputFile("story.yaml", folder.resolve("story.yaml"), node(story)), gathering);
    return gathering;
  }

  private static Node node(String text) {
    return Documents.parse("story.yaml", text, LIMITS);
  }

  private static Place place(int line, int column) {
    return new Place("story.yaml", line, column);
  }
}
