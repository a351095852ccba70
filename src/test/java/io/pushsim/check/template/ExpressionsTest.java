package io.pushsim.check.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Templates.Read;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions come to, seen by a bucket's name. */
class ExpressionsTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Stage: { Type: String, Default: prod }
        Team: { Type: String }
        Zones: { Type: CommaDelimitedList, Default: "a, b,c" }
        Ids: { Type: "List<Number>", Default: "7,8" }
        Open: { Type: CommaDelimitedList }
        Image: { Type: "AWS::SSM::Parameter::Value<String>", Default: /images/latest }
        Secret: { Type: String, NoEcho: true, Default: hidden }
      Mappings:
        Names:
          prod: { bucket: live-uploads, list: [x, y] }
          dev: { bucket: test-uploads }
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
        IsDev: !Not [!Condition IsProd]
        Both: !And [!Condition IsProd, !Condition IsDev]
        One: !Or [!Condition IsProd, !Condition IsDev]
        Ours: !Equals [!Ref Team, ours]
      Resources:
        Other: { Type: AWS::S3::Bucket, Properties: { BucketName: other } }
        Made: { Type: AWS::S3::Bucket }
        Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: q } }
        Topic: { Type: AWS::SNS::Topic }
        Uploads:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: %s
      """;

  private static Read read(String expression) {
    return Templates.read(TEMPLATE.formatted(expression), Map.of());
  }

  private static Text name(Read read) {
    return read.setUp().buckets().get(2).name();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "!Ref Stage | prod",
        "!Ref Team | ${Team}",
        "!Ref Image | ${Image}",
        "!Ref Secret | ${Secret}",
        "!Ref Other | other",
        "!Ref Made | ${Made}",
        "!Ref Topic | arn:aws:sns:us-west-2:111111111111:${Topic}",
        "!GetAtt Queue.Arn | arn:aws:sqs:us-west-2:111111111111:q",
        "!GetAtt Other.Arn | arn:aws:s3:::other",
        "!GetAtt Other.DomainName | ${Other.DomainName}",
        "!Ref AWS::AccountId | 111111111111",
        "!Ref AWS::Region | us-west-2",
        "!Ref AWS::Partition | aws",
        "!Ref AWS::URLSuffix | amazonaws.com",
        "!Ref AWS::StackName | ${AWS::StackName}",
        "!Ref AWS::StackId | ${AWS::StackId}",
        "!Ref AWS::NoValue | ${Uploads}",
        "!Sub '${Stage}-${!Literal}-${AWS::Region}' | prod-${Literal}-us-west-2",
        "!Sub '${Other.Arn}/x' | arn:aws:s3:::other/x",
        "!Sub ['${a}-${Stage}', {a: !Ref Team}] | ${Team}-prod",
        "!Sub 'no end ${' | no end ${",
        "!Join ['-', [a, !Ref Stage, b]] | a-prod-b",
        "!Join ['-', !Ref Zones] | a-b-c",
        "!Join ['-', [a, !Ref AWS::NoValue, b]] | a-b",
        "!Join ['-', !Ref Open] | ${joined Open}",
        "!Select [1, !Ref Zones] | b",
        "!Select ['0', [x, y]] | x",
        "!Select [1, !Ref Ids] | 8",
        "!Select [0, !Ref Open] | ${element 0 of Open}",
        "!Select [2, !Split ['-', a-b-c]] | c",
        "!Select [5, !Split [':', !GetAtt Queue.Arn]] | q",
        "!FindInMap [Names, !Ref Stage, bucket] | live-uploads",
        "!Select [1, !FindInMap [Names, prod, list]] | y",
        "!FindInMap [Names, !Ref Team, bucket] | ${Names[${Team}][bucket]}",
        "!FindInMap [Names, x, y, {DefaultValue: other}] | other",
        "!If [IsProd, a, b] | a",
        "!If [IsDev, a, b] | b",
        "!If [Both, a, b] | b",
        "!If [One, a, b] | a",
        "!If [Ours, a, b] | ${Ours ? a : b}",
        "!If [Ours, a, a] | a",
        "!If [Ours, !If [Ours, a, b], c] | ${Ours ? a : c}",
        "!If [Ours, given, !Ref AWS::NoValue] | ${Ours ? given : ${Uploads}}",
        "!ImportValue shared-bucket | ${export shared-bucket}",
        "!Base64 abc | YWJj",
        "{'Fn::Base64': !Ref Team} | ${Base64 of ${Team}}",
        "{'Fn::Length': !Ref Zones} | 3",
        "{'Fn::Join': ['', [{Ref: Stage}, {'Fn::GetAtt': [Other, Arn]}]]} | prodarn:aws:s3:::other",
        "{'Fn::Sub': '${Stage}'} | prod",
        "{'Fn::If': [IsProd, {'Fn::Sub': 'x${Stage}'}, b]} | xprod",
        "\"{{resolve:ssm:/bucket:1}}\" | ${resolve:ssm:/bucket:1}",
        "!Sub '{{resolve:ssm:/bucket}}-${Stage}' | ${resolve:ssm:/bucket}-prod",
      })
  void comeToWhatCloudFormationMakesOfThem(String expression, String value) {
    Read read = read(expression);

    assertThat(read.told()).isEmpty();
    assertThat(name(read)).hasToString(value);
  }

  @Test
  void areTheSameUnknownWhereTheySayTheSame() {
    assertThat(name(read("!If [Ours, a, b]"))).isEqualTo(name(read("!If [Ours, a, b]")));
    assertThat(name(read("!Select [0, !GetAZs '']")))
        .isEqualTo(name(read("!Select [0, !GetAZs '']")));
    assertThat(name(read("!If [Ours, a, b]"))).isNotEqualTo(name(read("!If [Ours, a, c]")));
  }

  @Test
  void tellWhatWouldMakeThemKnown() {
    assertThat(name(read("!Ref Team")).symbols().map(symbol -> symbol.remedy()))
        .containsExactly("Give --parameter Team=….");
    assertThat(name(read("!If [Ours, a, b]")).symbols().map(symbol -> symbol.remedy()))
        .containsExactly("Give --parameter Team=….");
    assertThat(name(read("!Ref Image")).symbols().map(symbol -> symbol.remedy()))
        .containsExactly(
            "Its value lies in SSM Parameter Store: give the parameter another type and"
                + " --parameter Image=….");
  }

  @Test
  void neverShowTheValueOfANoEchoParameter() {
    Read read = read("!Sub 'x${Secret}'");

    assertThat(name(read)).hasToString("x${Secret}");
  }

  @Test
  void hangOnTheRegionWhereItIsNotGiven() {
    Read read = Templates.read(TEMPLATE.formatted("!Ref AWS::URLSuffix"), Deployment.UNKNOWN);

    assertThat(name(read)).hasToString("${AWS::URLSuffix}");
    assertThat(name(read).symbols().map(symbol -> symbol.remedy()))
        .containsExactly("Give --region: it tells the partition.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Reff Stage | 'CloudFormation has no function !Reff; did you mean !Ref?'",
        "{'Fn::Subb': x} | 'CloudFormation has no function Fn::Subb; did you mean Fn::Sub?'",
        "!Ref Stagee | 'there is no resource or parameter Stagee; did you mean Stage?'",
        "!Ref Zzzzzzzz | 'there is no resource or parameter Zzzzzzzz; declare it, or name another'",
        "!Ref AWS::Regoin | 'there is no pseudo parameter AWS::Regoin; did you mean AWS::Region?'",
        "!GetAtt Othr.Arn | 'there is no resource Othr; did you mean Other?'",
        "!GetAtt Arn | '!GetAtt takes a resource and one of its attributes: Fn.Arn'",
        "!Sub '${Othr.Arn}' | 'there is no resource Othr; did you mean Other?'",
        "!Sub [a] | '!Sub takes a text, or a list of a text and a mapping of its variables'",
        "!Sub '${Zones}' | '${Zones} is a list: it must be a text'",
        "!Join x | '!Join takes a list: the delimiter, then a list of texts'",
        "!Join ['', x] | '!Join takes a list of texts after its delimiter'",
        "!Select [3, !Ref Zones] | '!Select takes element 3 of a list that has 3: the first is 0'",
        "!Select [x, !Ref Zones] | '!Select takes element x of a list that has 3: the first is 0'",
        "!Split ['', x] | '!Split takes a delimiter of at least one character'",
        "!FindInMap [Nams, prod, bucket] | 'there is no mapping Nams; did you mean Names?'",
        "!FindInMap [Names, prod, x] | 'the mapping Names has no key x in prod'",
        "!If [IsProdd, a, b] | 'there is no condition IsProdd; did you mean IsProd?'",
        "!If [IsProd, a] | '!If takes a list: a condition''s name, then what holds, then what else'",
        "!Equals [a, b] | '!Equals belongs in Conditions: name the condition in !If'",
        "[a] | 'BucketName of Uploads is a list: it must be a text'",
        "{a: b} | 'BucketName of Uploads is a mapping: it must be a text'",
        "'' | 'there is no value here: write one, or leave its key out'",
        "012345678901 | '012345678901 is a number without quotes: write ''012345678901'''",
      })
  void areToldWithWhatWouldBeRightWhereTheyAreWrong(String expression, String message) {
    Read read = read(expression == null ? "" : expression);

    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().get(0).message()).isEqualTo(message);
    assertThat(read.problems().get(0).line()).isEqualTo(27);
  }

  @Test
  void areNotReadWhereATransformMakesThem() {
    Read read = read("{'Fn::Transform': {Name: MyMacro}}");

    assertThat(read.told())
        .singleElement()
        .asString()
        .startsWith("stack.yaml:27:20: what Fn::Transform makes cannot be known: give what");
  }

  @Test
  void holdNoFunctionsInMappings() {
    Read read =
        Templates.read(
            """
            Mappings: { M: { a: { b: !Ref AWS::Region } } }
            Resources:
              B: { Type: AWS::S3::Bucket, Properties: { BucketName: !FindInMap [M, a, b] } }
            """);

    assertThat(read.told())
        .containsExactly("stack.yaml:1:26: a mapping holds texts and lists of texts, no functions");
  }
}
