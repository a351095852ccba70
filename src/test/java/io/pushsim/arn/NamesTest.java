package io.pushsim.arn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final Scope CALLER = new Scope("111111111111", "us-west-2");

  @ParameterizedTest
  @CsvSource({
    "us-west-2, aws",
    "eu-central-1, aws",
    "cn-north-1, aws-cn",
    "cn-northwest-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "us-gov-east-1, aws-us-gov"
  })
  void belongsToAPartition_whenARegionIsGiven(String region, String partition) {
    assertThat(new Scope("111111111111", region).partition().id()).isEqualTo(partition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fn",
        "arn:aws:lambda:us-west-2:111111111111:fn",
        "arn:aws:lambda:us-west-2:111111111111:function",
        "arn:aws:lambda:us-west-2:111111111111:function:",
        "arn:aws:lambda:us-west-2:111111111111:function:fn:",
        "arn:aws:lambda:us-west-2:111111111111:function:fn:1:2",
        "arn:aws:lambda:us-west-2:1111:function:fn",
        "arn:aws:lambda::111111111111:function:fn",
        "arn:aws:sqs:us-west-2:111111111111:function:fn",
        "arn:other:lambda:us-west-2:111111111111:function:fn",
        " arn:aws:lambda:us-west-2:111111111111:function:fn"
      })
  void isNoFunctionArn_whenTheFormIsAnother(String text) {
    assertThat(FunctionArn.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "arn", "arn:aws:s3::", "arn::s3:::b", "arn:aws::::b", "urn:aws:s3:::b"})
  void isNoArn_whenThereAreNotSixParts(String text) {
    assertThat(Arn.parse(text)).isEmpty();
  }

  @Test
  void keepsEveryFurtherColon_whenTheResourceHasSome() {
    assertThat(Arn.parse("arn:aws:sns:us-west-2:111111111111:topic:a:b"))
        .map(Arn::resource)
        .contains("topic:a:b");
    assertThat(Arn.ofBucket(Partition.AWS_CN, "examplebucket"))
        .hasToString("arn:aws-cn:s3:::examplebucket");
  }

  @ParameterizedTest
  @CsvSource({
    "'',        Unqualified",
    "$LATEST,   Latest",
    "1,         Version",
    "007,       Version",
    "PROD,      Alias",
    "1a,        Alias",
    "$latest,   Unknown",
    "a$b,       Unknown",
    "$LATEST.PUBLISHED, Unknown"
  })
  void isOfAKind_whenAQualifierIsParsed(String text, String kind) {
    assertThat(Qualifier.parse(text).getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void isAnotherArn_whenOnlyTheQualifierDiffers() {
    FunctionArn function = FunctionArn.of(CALLER, "fn", Qualifier.UNQUALIFIED);

    assertThat(function)
        .isNotEqualTo(function.withQualifier(Qualifier.LATEST))
        .isNotEqualTo(function.withQualifier(Qualifier.parse("1")));
    assertThat(function.withQualifier(Qualifier.parse("1")))
        .isNotEqualTo(function.withQualifier(Qualifier.parse("01")));
  }

  @Test
  void refusesAReference_whenItIsOfAnotherRegion() {
    var reference =
        FunctionReference.parse("arn:aws:lambda:eu-west-1:111111111111:function:fn").orElseThrow();

    assertThatThrownBy(() -> reference.resolve(CALLER, Qualifier.UNQUALIFIED))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND))
        .hasMessage("Functions from 'eu-west-1' are not reachable in this region ('us-west-2')");
  }

  @Test
  void namesAnotherAccount_whenTheReferenceDoes() {
    assertThat(FunctionReference.parse("222222222222:function:fn:PROD"))
        .map(reference -> reference.resolve(CALLER, Qualifier.UNQUALIFIED))
        .map(FunctionArn::toString)
        .isEqualTo(Optional.of("arn:aws:lambda:us-west-2:222222222222:function:fn:PROD"));
  }

  @Test
  void isRefused_whenAScopeIsNone() {
    assertThatThrownBy(() -> new Scope("1234", "us-west-2"))
        .hasMessage("'1234' is no account id: write its 12 digits, in quotes");
    assertThatThrownBy(() -> new Scope("111111111111", "mars"))
        .hasMessage("'mars' is no AWS region: write one like us-west-2");
  }
}
