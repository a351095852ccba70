package io.pushsim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** What a person does first with a served simulator, through AWS's own SDK for Java. */
class ServeAcceptanceTest {
  @Test
  void anAliasRunsItsVersion() {
    try (LiveServer server = new LiveServer();
        LambdaClient lambda = server.lambda()) {
      lambda.createFunction(
          request ->
              request
                  .functionName("hello")
                  .runtime("nodejs22.x")
                  .role("arn:aws:iam::111111111111:role/any")
                  .handler("index.handler")
                  .code(code -> code.zipFile(SdkBytes.fromByteArray(Zips.ofHandler("'one'"))))
                  .publish(true));
      lambda.createAlias(
          request -> request.functionName("hello").name("PROD").functionVersion("1"));

      InvokeResponse answer =
          lambda.invoke(request -> request.functionName("hello").qualifier("PROD"));

      assertThat(answer.payload().asUtf8String()).isEqualTo("\"one\"");
      assertThat(answer.executedVersion()).isEqualTo("1");
      assertThatThrownBy(() -> lambda.getAlias(request -> request.functionName("hello").name("X")))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("Cannot find alias arn: arn:aws:lambda:us-west-2:");
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void anAccountHasTheConcurrencyThatItWasGiven() {
    try (LiveServer server = new LiveServer(ServeSettings.onFreePort().withConcurrency(150));
        LambdaClient lambda = server.lambda()) {
      assertThat(lambda.getAccountSettings().accountLimit().concurrentExecutions()).isEqualTo(150);
      assertThat(server.faults()).isEmpty();
    }
  }
}
