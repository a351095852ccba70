package io.pushsim.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.arn.FunctionArn;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionRequestTest {
  private static final FunctionArn PROD = FunctionArn.parse(PolicyCases.PROD).orElseThrow();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          s3.amazonaws.com,                                   Service, s3.amazonaws.com
          delivery.logs.amazonaws.com,                        Service, delivery.logs.amazonaws.com
          ec2.amazonaws.com.cn,                               Service, ec2.amazonaws.com.cn
          alexa-appkit.amazon.com,                            Service, alexa-appkit.amazon.com
          111111111111,                                       AWS,     arn:aws:iam::111111111111:root
          arn:aws:iam::222222222222:root,                     AWS,     arn:aws:iam::222222222222:root
          arn:aws:iam::222222222222:user/team/ann@x,          AWS,     arn:aws:iam::222222222222:user/team/ann@x
          arn:aws:iam::222222222222:role/deployer,            AWS,     arn:aws:iam::222222222222:role/deployer
          arn:aws:sts::222222222222:assumed-role/deployer/ci, AWS,     arn:aws:sts::222222222222:assumed-role/deployer/ci
          """)
  void rendersThePrincipalByItsType_whenItIsOne(String principal, String type, String name) {
    assertThat(statement(principal, PROD).principal().toPlain()).isEqualTo(Map.of(type, name));
  }

  @Test
  void rendersEveryoneAsText_whenThePrincipalIsAnAsterisk() {
    assertThat(statement("*", PROD).principal().toPlain()).isEqualTo("*");
  }

  @Test
  void rendersTheAccountInTheFunctionsPartition_whenThatIsChinas() {
    FunctionArn china =
        FunctionArn.parse("arn:aws-cn:lambda:cn-north-1:111111111111:function:fn:PROD")
            .orElseThrow();

    assertThat(statement("222222222222", china).principal().toPlain())
        .isEqualTo(Map.of("AWS", "arn:aws-cn:iam::222222222222:root"));
    assertThat(statement("s3.amazonaws.com", china).principal().toPlain())
        .isEqualTo(Map.of("Service", "s3.amazonaws.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid.nonaws.com",
        "amazonaws.com",
        ".amazonaws.com",
        "S3.amazonaws.com",
        "s3.amazonaws.com.evil.org",
        "s3",
        "1111",
        "AIDAEXAMPLE",
        "arn:aws:s3:::examplebucket",
        "arn:aws:iam::111111111111:group/staff",
        "arn:aws:iam::111111111111:user",
        "arn:aws-cn:iam::111111111111:root"
      })
  void refusesThePrincipal_whenItIsNone(String principal) {
    assertInvalid(
        () -> statement(principal, PROD),
        "The provided principal was invalid. Please check the principal and try again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam:000000000000:role/xxxx",
        "arn:aws:iam:us-east-1:111111111111:role/x",
        "arn:aws:iam::1111:role/x",
        "arn:aws:iam::111111111111:role/x*"
      })
  void refusesTheArn_whenItIsMalformed(String principal) {
    assertInvalid(
        () -> statement(principal, PROD),
        "The provided input'"
            + principal
            + "'was invalid. Member must satisfy expression: [\\w+=,.@-]* Please check your input"
            + " and try again.");
  }

  @Test
  void refusesFunctionUrlAuthType_whenTheActionIsAnother() {
    PermissionRequest request = everyone(Optional.empty(), Optional.empty(), Optional.of("NONE"));

    assertInvalid(
        () -> request.statementOn(PROD),
        "FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action");
  }

  @Test
  void refusesEventSourceToken_whenASourceIsNamedToo() {
    PermissionRequest request =
        everyone(Optional.of("111111111111"), Optional.of("token"), Optional.empty());

    assertInvalid(
        () -> request.statementOn(PROD),
        "EventSourceToken cannot be combined with SourceArn or SourceAccount.");
  }

  @Test
  void writesEveryParameterAsAnOption_whenRenderedAsACommand() {
    PermissionRequest request =
        new PermissionRequest(
            "1",
            "lambda:InvokeFunctionUrl",
            "*",
            Optional.of("arn:aws:s3:::it's"),
            Optional.of("111111111111"),
            Optional.of("o-1234567890"),
            Optional.of("amzn1.ask.skill"),
            Optional.of("NONE"));

    assertThat(new Remedy.AddPermission(PROD, request).commandLine())
        .contains(
            "aws lambda add-permission --region us-west-2 --function-name helloworld --qualifier"
                + " PROD --statement-id 1 --principal '*' --action lambda:InvokeFunctionUrl"
                + " --source-arn 'arn:aws:s3:::it'\\''s' --source-account 111111111111"
                + " --principal-org-id o-1234567890 --event-source-token amzn1.ask.skill"
                + " --function-url-auth-type NONE");
  }

  @Test
  void ordersTheElements_whenAllAreThere() {
    Statement statement =
        PermissionRequest.of("1", "lambda:InvokeFunction", "s3.amazonaws.com")
            .from(Optional.of("arn:aws:s3:::examplebucket"), Optional.of("111111111111"))
            .statementOn(PROD);

    assertThat(statement.toPlain())
        .hasToString(
            "{Sid=1, Effect=Allow, Principal={Service=s3.amazonaws.com},"
                + " Action=lambda:InvokeFunction, Resource="
                + PROD
                + ", Condition={StringEquals={AWS:SourceAccount=111111111111},"
                + " ArnLike={AWS:SourceArn=arn:aws:s3:::examplebucket}}}");
  }

  private static PermissionRequest everyone(
      Optional<String> account, Optional<String> token, Optional<String> authType) {
    return new PermissionRequest(
        "1",
        "lambda:InvokeFunction",
        "*",
        Optional.empty(),
        account,
        Optional.empty(),
        token,
        authType);
  }

  private static Statement statement(String principal, FunctionArn target) {
    return PermissionRequest.of("1", "lambda:InvokeFunction", principal).statementOn(target);
  }

  private static void assertInvalid(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(SimulatorException.class)
        .hasMessage(message)
        .extracting(error -> ((SimulatorException) error).code())
        .isEqualTo(ErrorCode.INVALID_PARAMETER_VALUE);
  }
}
