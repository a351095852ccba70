package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.ObservedEvent;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioInputTest extends ReadStories {
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
}
