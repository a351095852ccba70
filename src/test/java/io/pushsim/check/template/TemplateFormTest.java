package io.pushsim.check.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Templates.Read;
import io.pushsim.document.Documents;
import io.pushsim.document.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFormTest {
  private static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:";

  private static final String STACK =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Resize:
          Type: AWS::Lambda::Function
          Properties:
            FunctionName: resize
            Role: arn:aws:iam::111111111111:role/resize
            DeadLetterConfig: { TargetArn: !GetAtt Dead.Arn }
        Dead:
          Type: AWS::SQS::Queue
        Version3:
          Type: AWS::Lambda::Version
          Properties: { FunctionName: !Ref Resize }
        Live:
          Type: AWS::Lambda::Alias
          Properties:
            FunctionName: !Ref Resize
            FunctionVersion: !GetAtt Version3.Version
            Name: live
            RoutingConfig:
              AdditionalVersionWeights:
                - { FunctionVersion: "2", FunctionWeight: 0.25 }
        MayInvoke:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Live
            Principal: s3.amazonaws.com
            SourceArn: arn:aws:s3:::uploads
            SourceAccount: !Ref AWS::AccountId
        Uploads:
          Type: AWS::S3::Bucket
          DependsOn: MayInvoke
          Properties:
            BucketName: uploads
            NotificationConfiguration:
              EventBridgeConfiguration: { EventBridgeEnabled: true }
              LambdaConfigurations:
                - Event: s3:ObjectCreated:*
                  Function: !Ref Live
                  Filter:
                    S3Key:
                      Rules:
                        - { Name: prefix, Value: in/ }
                        - { Name: suffix, Value: .jpg }
              QueueConfigurations:
                - { Event: "s3:ObjectRemoved:*", Queue: !GetAtt Dead.Arn }
      """;

  private static boolean recognises(String text) {
    Node root = Documents.parse("x", text, Templates.LIMITS);
    return new TemplateForm().recognises(root);
  }

  @Test
  void recognisesTemplatesByContent() {
    assertThat(recognises(STACK)).isTrue();
    assertThat(recognises("Resources: { A: { Type: AWS::S3::Bucket } }")).isTrue();
    assertThat(recognises("{\"TemplateBody\": {\"Resources\": {}}, \"StagesAvailable\": []}"))
        .isTrue();
    assertThat(recognises("Resources: { A: { Type: bucket } }")).isFalse();
    assertThat(recognises("steps: []")).isFalse();
    assertThat(recognises("[]")).isFalse();
  }

  @Test
  void declaresTheFunctionWithRoleAndDeadLetterTarget() {
    Read read = Templates.read(STACK);

    assertThat(read.told()).isEmpty();
    DeclaredFunction function = read.setUp().functions().get(0);
    assertThat(function.arn()).hasToString(ARN + "resize");
    assertThat(function.role()).contains(Text.of("arn:aws:iam::111111111111:role/resize"));
    assertThat(function.deadLetterTarget().orElseThrow())
        .hasToString("arn:aws:sqs:us-west-2:111111111111:${Dead}");
    assertThat(function.origin().reference()).isEqualTo("Resize");
    assertThat(function.origin().place()).hasToString("stack.yaml:3:3");
    assertThat(function.origin().dialect()).isEqualTo(Dialect.CLOUDFORMATION);
    assertThat(function.origin().onlyIf()).isEmpty();
  }

  @Test
  void givesVersionsNumbersThatAreNotKnownAndAliasesTheSame() {
    Read read = Templates.read(STACK);

    assertThat(read.setUp().versions()).hasSize(1);
    Text number = read.setUp().versions().get(0).number();
    assertThat(number).hasToString("${Version3.Version}");
    DeclaredAlias alias = read.setUp().aliases().get(0);
    assertThat(alias.function()).hasToString(ARN + "resize");
    assertThat(alias.name()).isEqualTo(Text.of("live"));
    assertThat(alias.functionVersion()).isEqualTo(number);
    assertThat(alias.additionalVersionWeights()).containsOnlyKeys(Text.of("2"));
    assertThat(alias.additionalVersionWeights().get(Text.of("2"))).isEqualTo(0.25);
  }

  @Test
  void declaresWhatAPermissionGrantsOnTheArnOfTheAlias() {
    DeclaredGrant grant = Templates.read(STACK).setUp().grants().get(0);

    assertThat(grant.target()).hasToString(ARN + "resize:live");
    assertThat(grant.statementId()).isEqualTo(Text.of("MayInvoke"));
    assertThat(grant.action()).isEqualTo(Text.of("lambda:InvokeFunction"));
    assertThat(grant.principal()).isEqualTo(Text.of("s3.amazonaws.com"));
    assertThat(grant.sourceArn()).contains(Text.of("arn:aws:s3:::uploads"));
    assertThat(grant.sourceAccount()).contains(Text.of("111111111111"));
    assertThat(grant.principalOrgId()).isEmpty();
    assertThat(grant.origin().place()).hasToString("stack.yaml:23:3");
    assertThat(grant.origin().reference()).isEqualTo("MayInvoke");
  }

  @Test
  void declaresTheBucketAndEachOfItsRulesWhereItStands() {
    Read read = Templates.read(STACK);

    DeclaredBucket bucket = read.setUp().buckets().get(0);
    assertThat(bucket.name()).isEqualTo(Text.of("uploads"));
    assertThat(bucket.owner()).isEqualTo(Text.of("111111111111"));
    assertThat(bucket.region()).isEqualTo(Text.of("us-west-2"));
    assertThat(read.setUp().rules()).hasSize(2);
    DeclaredRule rule = read.setUp().rules().get(0);
    assertThat(rule.target()).hasToString(ARN + "resize:live");
    assertThat(rule.events()).containsExactly(Text.of("s3:ObjectCreated:*"));
    assertThat(rule.filter())
        .containsExactly(
            new DeclaredRule.Filter(Text.of("prefix"), Text.of("in/")),
            new DeclaredRule.Filter(Text.of("suffix"), Text.of(".jpg")));
    assertThat(rule.id()).isEmpty();
    assertThat(rule.origin().place()).hasToString("stack.yaml:39:13");
    assertThat(rule.origin().reference()).isEqualTo("Uploads");
    assertThat(read.setUp().rules().get(1).target())
        .hasToString("arn:aws:sqs:us-west-2:111111111111:${Dead}");
  }

  @Test
  void readsTheSameOfJsonWithLongFunctionNames() {
    Read read =
        Templates.read(
            """
            {"Resources": {
              "Resize": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "resize"}},
              "MayInvoke": {"Type": "AWS::Lambda::Permission", "Properties": {
                "Action": "lambda:InvokeFunction",
                "FunctionName": {"Fn::GetAtt": ["Resize", "Arn"]},
                "Principal": "s3.amazonaws.com",
                "SourceArn": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":s3:::", {"Ref": "Uploads"}]]}}},
              "Uploads": {"Type": "AWS::S3::Bucket"}
            }}
            """);

    assertThat(read.told()).isEmpty();
    DeclaredGrant grant = read.setUp().grants().get(0);
    assertThat(grant.target()).hasToString(ARN + "resize");
    assertThat(grant.sourceArn().orElseThrow()).hasToString("arn:aws:s3:::${Uploads}");
  }

  @Test
  void readsWhatGetTemplateAnswers() {
    Read read =
        Templates.read(
            "{\"TemplateBody\": {\"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\"}}}}");

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().buckets()).hasSize(1);
    assertThat(Templates.read("TemplateBody: 'Resources: {}'").told())
        .singleElement()
        .asString()
        .startsWith("stack.yaml:1:15: TemplateBody holds the template as one text: save it alone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resize | resize",
        "resize:live | resize:live",
        "'111111111111:function:resize' | resize",
        "'arn:aws:lambda:us-west-2:111111111111:function:resize:live' | resize:live",
        "!Ref Resize | resize",
        "!GetAtt Resize.Arn | resize",
        "!GetAtt [Resize, Arn] | resize",
        "!Sub '${Resize}:PROD' | resize:PROD",
        "!Sub '${Resize.Arn}:PROD' | resize:PROD",
        "!Sub 'function:${Resize}' | resize",
        "!Sub '${AWS::AccountId}:function:${Resize}:7' | resize:7",
        "!Join [':', [!Ref Resize, live]] | resize:live",
        "!Ref Live | resize:live",
        "!GetAtt Live.AliasArn | resize:live",
        "!Ref Seven | resize:${Seven.Version}",
        "!GetAtt Seven.FunctionArn | resize:${Seven.Version}",
      })
  void understandsFunctionNameInAllItsForms(String functionName, String target) {
    Read read =
        Templates.read(
            """
            Resources:
              Resize: { Type: AWS::Lambda::Function, Properties: { FunctionName: resize } }
              Seven: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Resize } }
              Live:
                Type: AWS::Lambda::Alias
                Properties: { FunctionName: !Ref Resize, FunctionVersion: "1", Name: live }
              MayInvoke:
                Type: AWS::Lambda::Permission
                Properties:
                  Action: lambda:InvokeFunction
                  Principal: s3.amazonaws.com
                  FunctionName: %s
            """
                .formatted(functionName));

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().grants().get(0).target()).hasToString(ARN + target);
  }

  @Test
  void completesWhatBeginsWithANameThatIsMadeUpAndLeavesWhatMayBeAnArn() {
    Read read =
        Templates.read(
            """
            Parameters: { Target: { Type: String } }
            Resources:
              Resize: { Type: AWS::Lambda::Function }
              One:
                Type: AWS::Lambda::Permission
                Properties: { Action: "*", Principal: "*", FunctionName: !Sub "${Resize}:live" }
              Other:
                Type: AWS::Lambda::Permission
                Properties: { Action: "*", Principal: "*", FunctionName: !Sub "${Target}:live" }
            """);

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().grants().get(0).target()).hasToString(ARN + "${Resize}:live");
    assertThat(read.setUp().grants().get(1).target()).hasToString("${Target}:live");
  }

  @Test
  void showsAccountAndRegionAsUnknownWhereTheyAreNotGiven() {
    Read read = Templates.read(STACK, Deployment.UNKNOWN);

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().grants().get(0).target())
        .hasToString(
            "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:resize:live");
    assertThat(read.setUp().buckets().get(0).owner()).hasToString("${AWS::AccountId}");
  }

  @Test
  void givesMadeUpNamesAnIdentityOfTheirOwn() {
    Read read =
        Templates.read(
            """
            Resources:
              Uploads:
                Type: AWS::S3::Bucket
              MayInvoke:
                Type: AWS::Lambda::Permission
                Properties:
                  Action: lambda:InvokeFunction
                  FunctionName: resize
                  Principal: s3.amazonaws.com
                  SourceArn: !GetAtt Uploads.Arn
            """);

    Text bucket = read.setUp().buckets().get(0).name();
    assertThat(bucket).hasToString("${Uploads}");
    assertThat(bucket.symbols().map(symbol -> symbol.name())).containsExactly("stack.yaml Uploads");
    assertThat(bucket.symbols().map(symbol -> symbol.remedy()))
        .containsExactly("CloudFormation makes the name up: give Uploads a BucketName.");
    assertThat(read.setUp().grants().get(0).sourceArn())
        .contains(Text.join(Text.of("arn:aws:s3:::"), bucket));
  }

  @Test
  void declaresNoBucketsOrFunctionsThatATemplateOnlyNames() {
    Read read =
        Templates.read(
            """
            Resources:
              MayInvoke:
                Type: AWS::Lambda::Permission
                Properties:
                  Action: lambda:InvokeFunction
                  FunctionName: resize
                  Principal: s3.amazonaws.com
                  SourceArn: arn:aws:s3:::uploads
            """);

    assertThat(read.setUp().functions()).isEmpty();
    assertThat(read.setUp().buckets()).isEmpty();
    assertThat(read.setUp().grants()).hasSize(1);
  }

  @Test
  void readsTheNotificationsOfCdk() {
    Read read =
        Templates.read(
            """
            {"Resources": {
              "Uploads": {"Type": "AWS::S3::Bucket"},
              "Resize": {"Type": "AWS::Lambda::Function"},
              "UploadsNotifications": {
                "Type": "Custom::S3BucketNotifications",
                "Properties": {
                  "ServiceToken": {"Fn::GetAtt": ["Handler", "Arn"]},
                  "BucketName": {"Ref": "Uploads"},
                  "Managed": true,
                  "SkipDestinationValidation": false,
                  "NotificationConfiguration": {"LambdaFunctionConfigurations": [
                    {"Events": ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"],
                     "Filter": {"Key": {"FilterRules": [{"Name": "suffix", "Value": ".jpg"}]}},
                     "LambdaFunctionArn": {"Fn::GetAtt": ["Resize", "Arn"]}}]}}}}}
            """);

    assertThat(read.told()).isEmpty();
    DeclaredRule rule = read.setUp().rules().get(0);
    assertThat(rule.bucket()).isEqualTo(read.setUp().buckets().get(0).name());
    assertThat(rule.target()).hasToString(ARN + "${Resize}");
    assertThat(rule.events())
        .containsExactly(Text.of("s3:ObjectCreated:*"), Text.of("s3:ObjectRemoved:*"));
    assertThat(rule.filter())
        .containsExactly(new DeclaredRule.Filter(Text.of("suffix"), Text.of(".jpg")));
    assertThat(rule.origin().reference()).isEqualTo("UploadsNotifications");
  }

  @Test
  void passesOverGrantsForFunctionUrlsOnly() {
    Read read =
        Templates.read(
            """
            Resources:
              Open:
                Type: AWS::Lambda::Permission
                Properties:
                  Action: lambda:InvokeFunction
                  FunctionName: resize
                  Principal: "*"
                  InvokedViaFunctionUrl: true
            """);

    assertThat(read.told()).isEmpty();
    assertThat(read.setUp().grants()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "Resources: { A: { Type: AWS::EC2::Instance, Properties: { Fn: !Reff x } } }"
      })
  void passesOverWhatBearsOnNothing(String resources) {
    String text = resources.equals("{}") ? "Resources: {}" : resources;

    Read read = Templates.read(text);

    assertThat(read.told()).isEmpty();
    assertThat(List.of(read.setUp().functions(), read.setUp().buckets())).allMatch(List::isEmpty);
  }
}
