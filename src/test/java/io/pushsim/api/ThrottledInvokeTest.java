package io.pushsim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.testing.LiveServer;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** What a caller gets whose invocation a limit of concurrency does not let run. */
class ThrottledInvokeTest {
  @Test
  void tellsTheReason_andWhenToTryAgain() {
    try (LiveServer server = new LiveServer();
        LambdaClient lambda = server.lambda()) {
      server.call(
          "CreateFunction",
          """
          {"FunctionName": "fn", "Runtime": "nodejs22.x", "Handler": "index.handler",
           "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "%s"}}"""
              .formatted(Base64.getEncoder().encodeToString(Zips.ofHandler("1"))));
      lambda.putFunctionConcurrency(
          request -> request.functionName("fn").reservedConcurrentExecutions(0));

      TooManyRequestsException refusal =
          catchThrowableOfType(
              TooManyRequestsException.class,
              () -> lambda.invoke(request -> request.functionName("fn")));

      assertThat(refusal.statusCode()).isEqualTo(429);
      assertThat(refusal.reason())
          .isEqualTo(ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
      assertThat(refusal.type()).isEqualTo("User");
      assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo("Rate Exceeded.");
      assertThat(refusal.retryAfterSeconds()).isEqualTo("1");
      assertThat(refusal.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("Retry-After"))
          .contains("1");
      assertThat(refusal.awsErrorDetails().rawResponse().asUtf8String())
          .isEqualTo(
              "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\",\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}");
      assertThat(server.faults()).isEmpty();
    }
  }
}
