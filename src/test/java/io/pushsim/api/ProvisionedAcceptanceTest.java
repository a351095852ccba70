package io.pushsim.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;

/** A served pushsim starts provisioned environments before invocations come. */
@Timeout(120)
class ProvisionedAcceptanceTest {
  private static final String CODE =
      """
      let runs = 0;
      exports.handler = async () => [++runs, process.env.AWS_LAMBDA_INITIALIZATION_TYPE];
      """;

  @TempDir private Path folder;

  private static void create(LambdaClient lambda, String code) {
    lambda.createFunction(
        request ->
            request
                .functionName("fn")
                .runtime("nodejs22.x")
                .handler("index.handler")
                .role("arn:aws:iam::111111111111:role/any")
                .publish(true)
                .code(zip -> zip.zipFile(SdkBytes.fromByteArray(Zips.of("index.js", code)))));
    lambda.putProvisionedConcurrencyConfig(
        request -> request.functionName("fn").qualifier("1").provisionedConcurrentExecutions(1));
  }

  private static GetProvisionedConcurrencyConfigResponse afterItsProgress(LambdaClient lambda) {
    GetProvisionedConcurrencyConfigResponse found;
    do {
      found =
          lambda.getProvisionedConcurrencyConfig(
              request -> request.functionName("fn").qualifier("1"));
    } while (found.status() == ProvisionedConcurrencyStatusEnum.IN_PROGRESS);
    return found;
  }

  private static void assertRunsWithoutInit(LambdaClient lambda) {
    assertThat(afterItsProgress(lambda).status()).isEqualTo(ProvisionedConcurrencyStatusEnum.READY);

    InvokeResponse answer =
        lambda.invoke(request -> request.functionName("fn").qualifier("1").logType(LogType.TAIL));

    assertThat(answer.payload().asUtf8String()).isEqualTo("[1,\"provisioned-concurrency\"]");
    assertThat(new String(Base64.getDecoder().decode(answer.logResult()), StandardCharsets.UTF_8))
        .contains("REPORT RequestId: ")
        .doesNotContain("Init Duration");
  }

  @Test
  void runsTheFirstInvocationWithoutInit_andAgainAfterARestart() {
    try (LiveServer server = new LiveServer(ServeSettings.onFreePort().withData(folder))) {
      try (LambdaClient lambda = server.lambda()) {
        create(lambda, CODE);
        assertRunsWithoutInit(lambda);
      }
      server.startAgain();
      try (LambdaClient lambda = server.lambda()) {
        assertRunsWithoutInit(lambda);
      }
      assertThat(server.faults()).isEmpty();
    }
  }

  @Test
  void tellsThatTheFunctionDoesNotInitialize() {
    try (LiveServer server = new LiveServer();
        LambdaClient lambda = server.lambda()) {
      create(lambda, "throw new Error('no database');");

      GetProvisionedConcurrencyConfigResponse found = afterItsProgress(lambda);

      assertThat(found.status()).isEqualTo(ProvisionedConcurrencyStatusEnum.FAILED);
      assertThat(found.statusReason()).isEqualTo("FUNCTION_ERROR_INIT_FAILURE");
      assertThat(found.availableProvisionedConcurrentExecutions()).isZero();
      try (CloudWatchLogsClient logs =
          server.configured(
              CloudWatchLogsClient.builder(), LiveServer.ACCOUNT, LiveServer.REGION)) {
        assertThat(
                logs.filterLogEvents(
                        request ->
                            request.logGroupName("/aws/lambda/fn").filterPattern("\"no database\""))
                    .events())
            .isNotEmpty();
      }
      assertThat(server.faults()).isEmpty();
    }
  }
}
