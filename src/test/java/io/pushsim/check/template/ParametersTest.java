package io.pushsim.check.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{ Type: String, AllowedValues: [dev, prod] }' | test | '1:49: the value of the parameter P, ''test'', is none of its AllowedValues: give one of dev, prod'",
        "'{ Type: String, AllowedPattern: \"[a-z]+\" }' | A1 | '1:50: the value of the parameter P, ''A1'', is not of its AllowedPattern [a-z]+'",
        "'{ Type: String, AllowedPattern: \"[a-z\" }' | a | '1:50: AllowedPattern of P is no regular expression: Unclosed character class near index 3 [a-z ^'",
        "'{ Type: String, AllowedPattern: \"(.*)(.*)(.*)(.*)(.*)(.*)b\" }' | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | '1:50: AllowedPattern of P takes too long to match: write it without nested repetitions'",
        "'{ Type: String, MinLength: 3 }' | ab | '1:45: the value of the parameter P, ''ab'', is beyond its MinLength, 3'",
        "'{ Type: String, MaxLength: 3 }' | abcd | '1:45: the value of the parameter P, ''abcd'', is beyond its MaxLength, 3'",
        "'{ Type: Number }' | x | '1:18: the value of the parameter P, ''x'', is no number, as its Type demands'",
        "'{ Type: Number, MaxValue: 9 }' | 10 | '1:44: the value of the parameter P, ''10'', is beyond its MaxValue, 9'",
        "'{ Type: CommaDelimitedList, AllowedValues: [a, b] }' | 'a,c' | '1:61: the value of the parameter P, ''c'', is none of its AllowedValues: give one of a, b'",
        "'{ Type: String, NoEcho: true, MaxLength: 1 }' | secret | '1:59: the value of the parameter P is beyond its MaxLength, 1'",
        "'{ Default: a }' | a | '1:18: the parameter P has no Type: write String'",
      })
  void areHeldAgainstTheirRules(String declaration, String value, String problem) {
    String text = "Parameters: { P: " + declaration + " }\nResources: {}\n";

    assertThat(Templates.read(text, Map.of("P", value)).told())
        .containsExactly("stack.yaml:" + problem);
  }

  @Test
  void areHeldAgainstTheirRulesWithTheirDefaultsToo() {
    String text =
        "Parameters: { P: { Type: String, Default: x, AllowedValues: [a] } }\nResources: {}\n";

    assertThat(Templates.read(text).told()).hasSize(1);
    assertThat(Templates.read(text, Map.of("P", "a")).told()).isEmpty();
  }

  @Test
  void takeValuesForThatWhichCloudFormationSaysOfTheStack() {
    String text =
        "Resources: { B: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref AWS::StackName } } }";

    assertThat(
            Templates.read(text, Map.of("AWS::StackName", "media")).setUp().buckets().get(0).name())
        .hasToString("media");
  }
}
