package io.pushsim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.api.Zips;
import io.pushsim.testing.GoldenFile;
import io.pushsim.testing.LiveServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Tells pushsim the stories in which AWS was recorded, and holds every answer against AWS's: within
 * the process on virtual time, and over HTTP in real time through AWS's SDK. A story is a script
 * under {@code conformance}: the calls, and which recorded response each must equal.
 */
@Tag("one-jdk")
class RecordingsConformanceTest {
  static List<String> files() {
    return Recordings.files();
  }

  /**
   * The first handler of all waits for the JavaScript engine, on a busy machine longer than a
   * function of a story may take.
   */
  @BeforeAll
  static void startTheEngine() {
    try (LiveServer server = new LiveServer();
        LambdaClient lambda = server.lambda()) {
      lambda.createFunction(
          request ->
              request
                  .functionName("first")
                  .runtime("nodejs22.x")
                  .role("arn:aws:iam::111111111111:role/any")
                  .handler("index.handler")
                  .timeout(900)
                  .code(code -> code.zipFile(SdkBytes.fromByteArray(Zips.ofHandler("1")))));
      assertThat(lambda.invoke(request -> request.functionName("first")).statusCode())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void leavesNothingOut(String file) {
    List<Script> scripts = Script.of(file).toList();

    assertThat(Script.names(Recordings.of(file)))
        .containsExactlyInAnyOrderElementsOf(Recordings.tests(file));
    assertThat(scripts.stream().map(Script::test))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(Recordings.tests(file));
    assertThat(scripts)
        .allSatisfy(
            script ->
                assertThat(script.skipped().filter(reason -> !reason.isBlank()).isPresent())
                    .as("%s is told, or skipped with a reason", script.test())
                    .isNotEqualTo(script.isTold()));
  }

  @TestFactory
  Stream<DynamicTest> answersAsRecordedInProcess() {
    return Script.all().stream()
        .filter(script -> script.isTold() && script.httpOnly().isEmpty())
        .map(script -> told(script, InProcess::new));
  }

  @TestFactory
  Stream<DynamicTest> answersAsRecordedOverHttp() {
    return Script.all().stream()
        .filter(script -> script.isTold() && script.inProcessOnly().isEmpty())
        .map(script -> told(script, OverHttp::new));
  }

  @Test
  void pageSaysWhatBecameOfEachCase() throws IOException {
    GoldenFile.ofDocumentation("conformance.md")
        .assertHolds(new ConformancePage(Script.all()).markdown());
  }

  private static DynamicTest told(Script script, Function<Duration, Service> way) {
    return DynamicTest.dynamicTest(
        script.test(),
        () -> {
          try (Service service = way.apply(script.settle())) {
            new Story(script, service).tell();
          }
        });
  }
}
