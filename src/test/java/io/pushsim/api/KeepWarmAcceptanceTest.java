package io.pushsim.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.time.TimeScale;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** How long a served pushsim keeps an execution environment that nobody uses. */
@Timeout(120)
class KeepWarmAcceptanceTest {
  private static final String CODE = "let runs = 0; exports.handler = async () => ++runs;";

  @Test
  void keepsItWarm_untilItsTimeIsOver() throws InterruptedException {
    ServeSettings daysInSeconds =
        ServeSettings.onFreePort()
            .withTimeScale(TimeScale.parse("100000").orElseThrow())
            .withKeepWarm(Duration.ofHours(20));
    try (LiveServer server = new LiveServer(daysInSeconds);
        LambdaClient lambda = server.lambda()) {
      create(lambda);
      assertThat(invoke(lambda)).isEqualTo("1");

      int runs;
      int tries = 0;
      do {
        // 27 simulated hours each time.
        Thread.sleep(1000);
        runs = Integer.parseInt(invoke(lambda));
        tries++;
      } while (runs > 1 && tries < 20);

      assertThat(runs).isEqualTo(1);
    }
  }

  @Test
  void keepsItForTheNext_asItIsStarted() {
    try (LiveServer server = new LiveServer();
        LambdaClient lambda = server.lambda()) {
      create(lambda);

      assertThat(invoke(lambda)).isEqualTo("1");
      assertThat(invoke(lambda)).isEqualTo("2");
    }
  }

  @Test
  void startsEachAnew_whenNoneIsKept() {
    try (LiveServer server =
            new LiveServer(ServeSettings.onFreePort().withKeepWarm(Duration.ZERO));
        LambdaClient lambda = server.lambda()) {
      create(lambda);

      assertThat(invoke(lambda)).isEqualTo("1");
      assertThat(invoke(lambda)).isEqualTo("1");
    }
  }

  private static void create(LambdaClient lambda) {
    lambda.createFunction(
        request ->
            request
                .functionName("fn")
                .runtime("nodejs22.x")
                .handler("index.handler")
                .role("arn:aws:iam::111111111111:role/any")
                .code(zip -> zip.zipFile(SdkBytes.fromByteArray(Zips.of("index.js", CODE)))));
  }

  private static String invoke(LambdaClient lambda) {
    return lambda.invoke(request -> request.functionName("fn")).payload().asUtf8String();
  }
}
