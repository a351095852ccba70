package io.pushsim.check.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Templates.Read;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Held against what SAM's own translator makes of such templates. */
class ServerlessFunctionsTest {
  private static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:";
  private static final String HEAD = "Transform: AWS::Serverless-2016-10-31\n";

  private static final String STACK =
      HEAD
          + """
          Resources:
            Uploads:
              Type: AWS::S3::Bucket
            Resize:
              Type: AWS::Serverless::Function
              Properties:
                FunctionName: resize
                AutoPublishAlias: live-now
                DeadLetterQueue: { Type: SQS, TargetArn: arn:aws:sqs:us-west-2:111111111111:dead }
                Events:
                  Uploaded:
                    Type: S3
                    Properties:
                      Bucket: !Ref Uploads
                      Events: [s3:ObjectCreated:*, s3:ObjectRemoved:*]
                      Filter:
                        S3Key:
                          Rules: [{ Name: prefix, Value: in/ }]
                  Nightly:
                    Type: Schedule
                    Properties: { Schedule: rate(1 day) }
          """;

  @Test
  void pushAtTheAliasThatIsPublished() {
    Read read = Templates.read(STACK);

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().rules())
        .extracting(rule -> rule.target().toString(), DeclaredRule::events)
        .containsExactly(
            tuple(ARN + "resize:live-now", List.of(Text.of("s3:ObjectCreated:*"))),
            tuple(ARN + "resize:live-now", List.of(Text.of("s3:ObjectRemoved:*"))));
    DeclaredRule rule = read.setUp().rules().get(0);
    assertThat(rule.bucket()).isEqualTo(read.setUp().buckets().get(0).name());
    assertThat(rule.filter())
        .containsExactly(new DeclaredRule.Filter(Text.of("prefix"), Text.of("in/")));
    assertThat(rule.origin().place()).hasToString("stack.yaml:12:9");
    assertThat(rule.origin().dialect()).isEqualTo(Dialect.SAM);
    assertThat(rule.origin().reference()).isEqualTo("Resize.Events.Uploaded");
  }

  @Test
  void grantTheAccountAndNotTheBucketOnTheAlias() {
    DeclaredGrant grant = Templates.read(STACK).setUp().grants().get(0);

    assertThat(grant.target()).hasToString(ARN + "resize:live-now");
    assertThat(grant.statementId()).isEqualTo(Text.of("ResizeUploadedPermission"));
    assertThat(grant.action()).isEqualTo(Text.of("lambda:InvokeFunction"));
    assertThat(grant.principal()).isEqualTo(Text.of("s3.amazonaws.com"));
    assertThat(grant.sourceArn()).isEmpty();
    assertThat(grant.sourceAccount()).contains(Text.of("111111111111"));
    assertThat(grant.origin().reference()).isEqualTo("ResizeUploadedPermission");
  }

  @Test
  void publishAVersionAndAnAliasToIt() {
    Read read = Templates.read(STACK);

    assertThat(read.setUp().functions().get(0).deadLetterTarget())
        .contains(Text.of("arn:aws:sqs:us-west-2:111111111111:dead"));
    assertThat(read.setUp().functions().get(0).role().orElseThrow())
        .hasToString("${ResizeRole.Arn}");
    Text number = read.setUp().versions().get(0).number();
    assertThat(read.setUp().aliases().get(0).functionVersion()).isEqualTo(number);
    assertThat(read.setUp().aliases().get(0).name()).isEqualTo(Text.of("live-now"));
    assertThat(read.setUp().aliases().get(0).origin().reference()).isEqualTo("ResizeAliasliveDnow");
  }

  @Test
  void pushAtTheFunctionItselfWithoutAnAlias() {
    Read read = Templates.read(STACK.replace("      AutoPublishAlias: live-now\n", ""));

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().rules().get(0).target()).hasToString(ARN + "resize");
    assertThat(read.setUp().grants().get(0).target()).hasToString(ARN + "resize");
    assertThat(read.setUp().aliases()).isEmpty();
  }

  @Test
  void takeFromGlobalsWhatTheyDoNotSayThemselves() {
    Read read =
        Templates.read(
            HEAD
                + """
                Globals:
                  Function:
                    AutoPublishAlias: live
                    DeadLetterQueue: { Type: SQS, TargetArn: arn:of:all }
                Resources:
                  A: { Type: AWS::Serverless::Function, Properties: { FunctionName: a } }
                  B:
                    Type: AWS::Serverless::Function
                    Properties:
                      FunctionName: b
                      AutoPublishAlias: own
                      DeadLetterQueue: { Type: SNS }
                  C:
                    Type: AWS::Serverless::Function
                    IgnoreGlobals: [AutoPublishAlias]
                    Properties: { FunctionName: c }
                """);

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().aliases())
        .extracting(alias -> alias.function() + ":" + alias.name())
        .containsExactly(ARN + "a:live", ARN + "b:own");
    assertThat(read.setUp().functions())
        .allMatch(
            function -> function.deadLetterTarget().equals(Optional.of(Text.of("arn:of:all"))));
  }

  @Test
  void comeAfterTheBucketsOwnRulesAndOnceOnly() {
    Read read =
        Templates.read(
            HEAD
                + """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      FunctionName: f
                      Events:
                        One: { Type: S3, Properties: { Bucket: !Ref B, Events: s3:ObjectCreated:Put } }
                        Two: { Type: S3, Properties: { Bucket: !Ref B, Events: s3:ObjectCreated:Put } }
                  B:
                    Type: AWS::S3::Bucket
                    Properties:
                      NotificationConfiguration:
                        LambdaConfigurations: [{ Event: "s3:ObjectRemoved:*", Function: arn:x }]
                """);

    assertThat(read.setUp().rules())
        .extracting(rule -> rule.target().toString())
        .containsExactly("arn:x", ARN + "f");
    assertThat(read.setUp().grants())
        .extracting(DeclaredGrant::statementId)
        .containsExactly(Text.of("FOnePermission"), Text.of("FTwoPermission"));
  }

  @Test
  void areReferredToByTheNamesThatSamGives() {
    Read read =
        Templates.read(
            STACK
                + """
                  Other:
                    Type: AWS::S3::Bucket
                    Properties:
                      NotificationConfiguration:
                        LambdaConfigurations:
                          - { Event: "s3:ObjectCreated:*", Function: !Ref Resize.Alias }
                          - { Event: "s3:ObjectCreated:*", Function: !Ref ResizeAliasliveDnow }
                          - { Event: "s3:ObjectCreated:*", Function: !Sub "${Resize.Alias}" }
                          - { Event: "s3:ObjectCreated:*", Function: !Ref Resize.Version }
                """);

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().rules().stream().limit(4))
        .extracting(rule -> rule.target().toString())
        .containsExactly(
            ARN + "resize:live-now",
            ARN + "resize:live-now",
            ARN + "resize:live-now",
            ARN + "resize:${Resize.Version}");
  }

  @Test
  void areThereOnlyIfTheirConditionHolds() {
    String stack =
        """
        Parameters: { Stage: { Type: String } }
        Conditions: { IsProd: !Equals [!Ref Stage, prod] }
        """
            + STACK.replace(
                "Type: AWS::Serverless::Function\n",
                "Type: AWS::Serverless::Function\n    Condition: IsProd\n");

    assertThat(Templates.read(stack, Map.of("Stage", "dev")).setUp().rules()).isEmpty();
    assertThat(Templates.read(stack, Map.of("Stage", "prod")).setUp().rules()).hasSize(2);
    assertThat(Templates.read(stack).setUp().rules())
        .hasSize(2)
        .allMatch(rule -> rule.origin().onlyIf().orElseThrow().label().equals("IsProd"));
  }

  @Test
  void grantAllThatUseAnOpenFunctionUrl() {
    Read read =
        Templates.read(
            HEAD
                + """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties: { FunctionName: f, FunctionUrlConfig: { AuthType: NONE } }
                """);

    DeclaredGrant grant = read.setUp().grants().get(0);
    assertThat(grant.statementId()).isEqualTo(Text.of("FUrlPublicPermissions"));
    assertThat(grant.action()).isEqualTo(Text.of("lambda:InvokeFunctionUrl"));
    assertThat(grant.functionUrlAuthType()).contains(Text.of("NONE"));
  }

  @Test
  void areOpenedToBucketsByConnectors() {
    Read read =
        Templates.read(
            HEAD
                + """
                Resources:
                  F: { Type: AWS::Serverless::Function, Properties: { FunctionName: f } }
                  B:
                    Type: AWS::S3::Bucket
                    Connectors:
                      ToF: { Properties: { Destination: { Id: F }, Permissions: [Write] } }
                    Properties: { BucketName: b }
                  C:
                    Type: AWS::Serverless::Connector
                    Properties:
                      Source: { Id: B }
                      Destination: [{ Id: F }, { Id: B }]
                      Permissions: [Read, Write]
                  OnlyReads:
                    Type: AWS::Serverless::Connector
                    Properties: { Source: { Id: B }, Destination: { Id: F }, Permissions: [Read] }
                """);

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().grants())
        .extracting(
            grant -> grant.statementId().toString(),
            grant -> grant.target().toString(),
            grant -> grant.sourceArn().map(Text::toString).orElse(""))
        .containsExactly(
            tuple("BToFWriteLambdaPermission", ARN + "f", "arn:aws:s3:::b"),
            tuple("CWriteLambdaPermissionDestination0", ARN + "f", "arn:aws:s3:::b"));
    assertThat(read.setUp().grants())
        .allMatch(grant -> grant.sourceAccount().equals(Optional.of(Text.of("111111111111"))));
  }

  @Test
  void areToldWhereSamWouldRefuseThem() {
    Read read =
        Templates.read(
            HEAD
                + """
                Globals: { Function: { Role: arn:aws:iam::111111111111:role/all } }
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      FunctionName: f
                      AutoPublishAlais: live
                      Events:
                        One: { Type: S3, Properties: { Bucket: uploads, Events: s3:ObjectCreated:Put } }
                        Two: { Type: S3, Properties: { Bucket: !Ref B } }
                        Three: { Properties: {} }
                        Four: text
                  G:
                    Type: AWS::Serverless::Function
                    Properties: { FunctionName: g, AutoPublishAlias: !Sub "x${AWS::Region}" }
                  B: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: { LambdaConfigurations: [
                    { Event: "s3:ObjectCreated:*", Function: !Ref F.Alias }] } } }
                """);

    assertThat(read.told())
        .containsExactlyInAnyOrder(
            "stack.yaml:2:24: SAM takes no Role from Globals: write it into each function",
            "stack.yaml:8:7: AWS::Serverless::Function has no property AutoPublishAlais;"
                + " did you mean AutoPublishAlias?",
            "stack.yaml:10:48: Bucket of the event One is no !Ref of a bucket in this template:"
                + " SAM takes no other",
            "stack.yaml:11:9: the event Two has no Bucket or no Events: write both",
            "stack.yaml:12:9: the event Three has no Type: write S3",
            "stack.yaml:13:9: the event Four must be a mapping",
            "stack.yaml:16:54: AutoPublishAlias of G is neither a text nor a !Ref of a parameter:"
                + " SAM takes nothing else",
            "stack.yaml:18:46: F.Alias is there only with AutoPublishAlias: give F one");
  }

  @Test
  void needTheTransform() {
    Read read = Templates.read("Resources: { F: { Type: AWS::Serverless::Function } }");

    assertThat(read.told())
        .containsExactly(
            "stack.yaml:1:14: AWS::Serverless::Function needs \"Transform:"
                + " AWS::Serverless-2016-10-31\" at the template's top");
    assertThat(read.setUp().functions()).hasSize(1);
  }
}
