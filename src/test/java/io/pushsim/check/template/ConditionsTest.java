package io.pushsim.check.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Templates.Read;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final String STACK =
      """
      Parameters:
        Stage: { Type: String }
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
        IsDev: !Not [Condition: IsProd]
      Resources:
        Uploads:
          Type: AWS::S3::Bucket
          Condition: IsProd
          Properties:
            NotificationConfiguration:
              LambdaConfigurations:
                - !If
                  - IsProd
                  - { Event: "s3:ObjectCreated:*", Function: !GetAtt Resize.Arn }
                  - !Ref AWS::NoValue
                - !If
                  - IsDev
                  - { Event: "s3:ObjectRemoved:*", Function: !GetAtt Resize.Arn }
                  - !Ref AWS::NoValue
        Resize:
          Type: AWS::Lambda::Function
          Properties: { FunctionName: !If [IsProd, resize, !Sub "resize-${Stage}"] }
        MayInvoke:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Resize
            Principal: s3.amazonaws.com
            SourceAccount: !If [IsProd, "111111111111", !Ref AWS::NoValue]
      """;

  private static List<String> guards(List<DeclaredGrant> grants) {
    return grants.stream()
        .map(grant -> grant.origin().onlyIf().map(Symbol::label).orElse(""))
        .toList();
  }

  @Test
  void leaveOutWhatDoesNotHold() {
    Read read = Templates.read(STACK, Map.of("Stage", "dev"));

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().buckets()).isEmpty();
    assertThat(read.setUp().rules()).isEmpty();
    assertThat(read.setUp().functions().get(0).arn())
        .hasToString("arn:aws:lambda:us-west-2:111111111111:function:resize-dev");
    assertThat(read.setUp().grants().get(0).sourceAccount()).isEmpty();
    assertThat(read.setUp().grants().get(0).origin().onlyIf()).isEmpty();
  }

  @Test
  void keepWhatHolds() {
    Read read = Templates.read(STACK, Map.of("Stage", "prod"));

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().buckets()).hasSize(1);
    assertThat(read.setUp().buckets().get(0).origin().onlyIf()).isEmpty();
    assertThat(read.setUp().rules())
        .extracting(DeclaredRule::events)
        .containsExactly(List.of(Text.of("s3:ObjectCreated:*")));
    assertThat(read.setUp().grants().get(0).sourceAccount()).contains(Text.of("111111111111"));
  }

  @Test
  void areToldOfWhatIsThereOnlyIfTheyHold() {
    Read read = Templates.read(STACK);

    assertThat(read.told()).isEmpty();
    Optional<Symbol> onlyIf = read.setUp().buckets().get(0).origin().onlyIf();
    assertThat(onlyIf.orElseThrow().label()).isEqualTo("IsProd");
    assertThat(onlyIf.orElseThrow().remedy()).isEqualTo("Give --parameter Stage=….");
    assertThat(read.setUp().grants())
        .extracting(DeclaredGrant::sourceAccount)
        .containsExactly(Optional.of(Text.of("111111111111")), Optional.empty());
    assertThat(guards(read.setUp().grants())).containsExactly("IsProd", "not IsProd");
  }

  @Test
  void areTakenToHoldWithinWhatIsThereOnlyIfTheyDo() {
    Read read = Templates.read(STACK);

    assertThat(read.setUp().rules())
        .extracting(DeclaredRule::events)
        .containsExactly(List.of(Text.of("s3:ObjectCreated:*")));
    assertThat(read.setUp().rules().get(0).target())
        .hasToString("arn:aws:lambda:us-west-2:111111111111:function:resize");
    assertThat(read.setUp().functions().get(0).arn())
        .hasToString(
            "arn:aws:lambda:us-west-2:111111111111:function:"
                + "${IsProd ? resize : resize-${Stage}}");
  }

  @Test
  void giveARuleEachFormThatItsFilterMayHave() {
    Read read =
        Templates.read(
            """
            Parameters: { Prefix: { Type: String } }
            Conditions: { HasPrefix: !Not [!Equals [!Ref Prefix, ""]] }
            Resources:
              B:
                Type: AWS::S3::Bucket
                Properties:
                  NotificationConfiguration:
                    LambdaConfigurations:
                      - Event: s3:ObjectCreated:*
                        Function: arn:aws:lambda:us-west-2:111111111111:function:f
                        Filter: !If
                          - HasPrefix
                          - S3Key: { Rules: [{ Name: prefix, Value: !Ref Prefix }] }
                          - !Ref AWS::NoValue
            """);

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().rules())
        .extracting(
            rule -> rule.filter().size(), rule -> rule.origin().onlyIf().orElseThrow().label())
        .containsExactly(tuple(1, "HasPrefix"), tuple(0, "not HasPrefix"));
  }

  @Test
  void areToldWhereTheyAreWrong() {
    Read read =
        Templates.read(
            """
            Conditions:
              A: { Fn::Equal: [a, b] }
              B: !Equals [a]
              C: !Not [!Condition A, !Condition B]
              D: text
            Resources:
              One: { Type: AWS::S3::Bucket, Condition: A }
              Two: { Type: AWS::S3::Bucket, Condition: B }
              Three: { Type: AWS::S3::Bucket, Condition: C }
              Four: { Type: AWS::S3::Bucket, Condition: D }
              Five: { Type: AWS::S3::Bucket, Condition: E }
            """);

    assertThat(read.told())
        .containsExactly(
            "stack.yaml:2:8: Fn::Equal is no function for conditions; did you mean Fn::Equals?",
            "stack.yaml:3:6: !Equals takes a list of two values",
            "stack.yaml:4:6: !Not takes a list of one condition",
            "stack.yaml:5:6: a condition is one of !Equals, !And, !Or, !Not and !Condition here",
            "stack.yaml:11:45: there is no condition E; did you mean A?");
  }

  @Test
  void tellOfReferencesToWhatIsNotMade() {
    Read read =
        Templates.read(
            """
            Conditions: { Never: !Equals [a, b] }
            Resources:
              B: { Type: AWS::S3::Bucket, Condition: Never }
              P:
                Type: AWS::Lambda::Permission
                Properties:
                  { Action: "*", FunctionName: f, Principal: s3.amazonaws.com, SourceArn: !GetAtt B.Arn }
            """);

    assertThat(read.told())
        .containsExactly(
            "stack.yaml:7:79: B is not made, as its condition Never does not hold:"
                + " name it within !If");
  }
}
