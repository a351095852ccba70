package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Problem;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stories in which something is refused, or wrong. */
class ScenarioInputProblemsTest extends ReadStories {
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
}
