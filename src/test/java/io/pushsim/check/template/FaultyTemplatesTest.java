package io.pushsim.check.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.template.Templates.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultyTemplatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Resources: [] | 1:12: Resources is no mapping: write its keys below it, indented further",
        "Resources: { A: text } | 1:17: the resource A is no mapping: write its keys below it, indented further",
        "Resources: { A: {} } | 1:14: A has no Type: write one, such as AWS::S3::Bucket",
        "Resources: { A: { Type: AWS::S3::Buckets } } | 1:25: CloudFormation has no type AWS::S3::Buckets; did you mean AWS::S3::Bucket?",
        "Resources: { A: { Type: AWS::Lambda::Permision, Properties: { Action: a, FunctionName: f, Principal: p } } } | 1:25: CloudFormation has no type AWS::Lambda::Permision; did you mean AWS::Lambda::Permission?",
        "Resources: { A: { Type: AWS::S3::Bucket, Properties: [] } } | 1:54: Properties of A is no mapping: write its keys below it, indented further",
        "Resources: { A: { Type: AWS::S3::Bucket, Condition: [] } } | 1:53: Condition of A is no name of a condition: write its name",
        "{ Resources: {}, Paramters: {} } | 1:18: a template has no section Paramters; did you mean Parameters?",
        "AWSTemplateFormatVersion: '2010-09-09' | 1:1: the template has no Resources: is it complete?",
        "{ Resources: {}, Transform: {} } | 1:29: Transform is no name and no list of names: write AWS::Serverless-2016-10-31",
        "{ Resources: {}, Transform: AWS::Serverless-2016-10-30 } | 1:29: there is no transform AWS::Serverless-2016-10-30; did you mean AWS::Serverless-2016-10-31?",
      })
  void areToldWhereTheirSectionsAreWrong(String template, String problem) {
    assertThat(Templates.read(template).told()).containsExactly("stack.yaml:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AWS::Lambda::Permission | '{ Action: a, Principal: p }' | 2:3: A has no FunctionName, which AWS::Lambda::Permission must have",
        "AWS::Lambda::Permission | '{ Action: a, FunctionName: f, Principal: p, SourceARN: x }' | 5:51: AWS::Lambda::Permission has no property SourceARN; did you mean SourceArn?",
        "AWS::Lambda::Alias | '{ FunctionName: f, Name: n }' | 2:3: A has no FunctionVersion, which AWS::Lambda::Alias must have",
        "AWS::Lambda::Alias | '{ FunctionName: f, Name: n, FunctionVersion: 1, RoutingConfig: { AdditionalVersionWeights: 1 } }' | RoutingConfig of A has no list AdditionalVersionWeights: write one",
        "AWS::Lambda::Alias | '{ FunctionName: f, Name: n, FunctionVersion: 1, RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: 2 }] } }' | a weight of A has no FunctionVersion or no FunctionWeight: write both",
        "AWS::Lambda::Alias | '{ FunctionName: f, Name: n, FunctionVersion: 1, RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: 2, FunctionWeight: x }] } }' | FunctionWeight of A is 'x', which is no number: write one from 0 to 1",
        "AWS::Lambda::Alias | '{ FunctionName: f, Name: n, FunctionVersion: 1, RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: 2, FunctionWeight: !Ref P }] } }' | the weight of A is not known. Give --parameter P=….",
        "AWS::Lambda::Version | '{}' | A has no FunctionName, which AWS::Lambda::Version must have",
        "AWS::Lambda::Function | '{ FunctionNam: f }' | AWS::Lambda::Function has no property FunctionNam; did you mean FunctionName?",
        "AWS::S3::Bucket | '{ NotificationConfigurations: {} }' | AWS::S3::Bucket has no property NotificationConfigurations; did you mean NotificationConfiguration?",
        "AWS::S3::Bucket | '{ NotificationConfiguration: [] }' | NotificationConfiguration of A must be a mapping",
        "AWS::S3::Bucket | '{ NotificationConfiguration: !Ref P }' | NotificationConfiguration of A is not known. Give --parameter P=….",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfiguration: [] } }' | NotificationConfiguration has no key LambdaConfiguration; did you mean LambdaConfigurations?",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: {} } }' | LambdaConfigurations of A must be a list",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: [x] } }' | an element of LambdaConfigurations must be a mapping",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: [{ Event: e }] } }' | an element of LambdaConfigurations has no Function: write one",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: [{ Function: f }] } }' | an element of LambdaConfigurations has no Event: write one",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: [{ Function: f, Event: [e] }] } }' | Event in LambdaConfigurations must be one event, with an element for each event",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: [{ Function: f, Event: e, Filters: {} }] } }' | an element of LambdaConfigurations has no key Filters; did you mean Filter?",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: [{ Function: f, Event: e, Filter: {} }] } }' | Filter has no S3Key: write it",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: [{ Function: f, Event: e, Filter: { S3Key: { Rules: x } } }] } }' | Rules must be a list",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: [{ Function: f, Event: e, Filter: { S3Key: { Rules: [{ Name: prefix }] } } }] } }' | an element of Rules has no Value: write one",
        "AWS::S3::Bucket | '{ NotificationConfiguration: { LambdaConfigurations: [{ Function: !GetAtt F.Arm, Event: e }] } }' | 'F of AWS::Lambda::Function has no attribute Arm; did you mean Arn?'",
        "Custom::S3BucketNotifications | '{ BucketName: b }' | A has no NotificationConfiguration, which Custom::S3BucketNotifications must have",
      })
  void areToldWhereTheirResourcesAreWrong(String type, String properties, String problem) {
    Read read =
        Templates.read(
            """
            Resources:
              A:
                Type: %s
                Properties:
                  %s
              F: { Type: AWS::Lambda::Function }
            Parameters: { P: { Type: String } }
            """
                .formatted(type, properties));

    assertThat(read.problems()).hasSize(1);
    assertThat(read.told().get(0)).endsWith(problem);
    assertThat(read.setUp().functions()).extracting(DeclaredFunction::origin).isNotEmpty();
  }

  @Test
  void sayNothingWhereAMacroRewritesThem() {
    Read read =
        Templates.read(
            """
            Transform: [AWS::LanguageExtensions, OurMacro]
            Resources: { B: { Type: AWS::S3::Bucket } }
            """);

    assertThat(read.told())
        .containsExactly(
            "stack.yaml:1:38: what OurMacro makes of the template cannot be known: give what"
                + " CloudFormation makes of it instead: aws cloudformation get-template"
                + " --stack-name NAME --template-stage Processed --query TemplateBody"
                + " > processed.json");
    assertThat(read.setUp().buckets()).isEmpty();
  }

  @Test
  void areToldOfLoopsThatMakeOursOnly() {
    Read read =
        Templates.read(
            """
            Transform: AWS::LanguageExtensions
            Resources:
              Fn::ForEach::Topics:
                - Name
                - [A, B]
                - { "Topic${Name}": { Type: AWS::SNS::Topic } }
              Fn::ForEach::Buckets:
                - Name
                - [A, B]
                - { "Bucket${Name}": { Type: AWS::S3::Bucket } }
              P:
                Type: AWS::Lambda::Permission
                Properties:
                  { Action: a, FunctionName: f, Principal: p, SourceArn: !GetAtt BucketA.Arn }
            """);

    assertThat(read.told())
        .singleElement()
        .asString()
        .startsWith("stack.yaml:7:3: which resources Fn::ForEach::Buckets makes cannot be known");
    assertThat(read.setUp().grants().get(0).sourceArn().orElseThrow())
        .hasToString("${BucketA.Arn}");
  }

  @Test
  void areToldOfNestedStacksThatGetSomethingOfOurs() {
    Read read =
        Templates.read(
            """
            Resources:
              F: { Type: AWS::Lambda::Function }
              Network: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: x } }
              Buckets:
                Type: AWS::CloudFormation::Stack
                Properties: { TemplateURL: x, Parameters: { Target: !GetAtt F.Arn } }
            """);

    assertThat(read.told())
        .containsExactly(
            "stack.yaml:4:3: what the nested stack Buckets does with F cannot be known: give what"
                + " is deployed instead, as saved answers of the AWS CLI or with --endpoint");
  }

  @Test
  void areToldOfCirclesOfThree() {
    Read read =
        Templates.read(
            """
            Conditions:
              A: !Not [!Condition B]
              B: !Not [!Condition C]
              C: !Not [!Condition A]
            Resources:
              X: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Y } }
              Y: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref Z } }
              Z: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "${X}" } }
              W: { Type: AWS::S3::Bucket, Condition: A }
            """);

    assertThat(read.told())
        .containsExactly(
            "stack.yaml:8:57: a cyclic reference: X → Y → Z → X;"
                + " let one of them name the other by its value",
            "stack.yaml:4:12: a cyclic reference: condition A → condition B → condition C →"
                + " condition A; let one of them name the other by its value");
  }

  @Test
  void areToldOfTheCircleOfBucketGrantAndFunction() {
    Read read =
        Templates.read(
            """
            Resources:
              Uploads:
                Type: AWS::S3::Bucket
                DependsOn: MayInvoke
                Properties:
                  NotificationConfiguration:
                    LambdaConfigurations: [{ Event: "s3:ObjectCreated:*", Function: !GetAtt F.Arn }]
              F: { Type: AWS::Lambda::Function, Properties: { FunctionName: f } }
              MayInvoke:
                Type: AWS::Lambda::Permission
                Properties:
                  Action: lambda:InvokeFunction
                  FunctionName: !Ref F
                  Principal: s3.amazonaws.com
                  SourceArn: !GetAtt Uploads.Arn
            """);

    assertThat(read.told())
        .containsExactly(
            "stack.yaml:2:3: resources depend on each other in a circle, which CloudFormation"
                + " refuses: Uploads → MayInvoke → Uploads; let one of them name another by a"
                + " text, such as a bucket's name in SourceArn");
  }

  @Test
  void areToldOfTheCircleThatSamWouldMake() {
    Read read =
        Templates.read(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Uploads: { Type: AWS::S3::Bucket }
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Environment: { Variables: { BUCKET: !Ref Uploads } }
                  Events:
                    Put: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: s3:ObjectCreated:* } }
            """);

    assertThat(read.told())
        .singleElement()
        .asString()
        .startsWith("stack.yaml:3:3: resources depend on each other in a circle")
        .contains("Uploads → F → Uploads");
  }

  @Test
  void areNotToldOfCirclesThatSamBreaks() {
    Read read =
        Templates.read(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  AutoPublishAlias: live
                  DeploymentPreference: { Type: Linear10PercentEvery1Minute, Hooks: { PreTraffic: !Ref Hook } }
                  Events:
              Hook:
                Type: AWS::Serverless::Function
                Properties: { Environment: { Variables: { TESTED: !Ref F.Version } } }
            """);

    assertThat(read.told()).isEmpty();
  }
}
