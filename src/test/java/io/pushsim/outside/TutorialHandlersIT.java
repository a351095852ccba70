package io.pushsim.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.DeploymentZip;
import io.pushsim.testing.PublishedPackage;
import io.pushsim.testing.SdkClients;
import io.pushsim.testing.TestResource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Handlers of S3 triggers as tutorials teach them, zipped and uploaded by AWS's own client: they
 * run as they are, or fail by the name of what they miss.
 */
@Tag("one-jdk")
@Timeout(300)
class TutorialHandlersIT {
  /** What {@code amplify add storage} writes for a trigger (Apache-2.0). */
  private static final PublishedPackage AMPLIFY =
      new PublishedPackage(
          "@aws-amplify/amplify-category-storage",
          "5.5.27",
          "FIkn7bVM4Pd9mozFVJeSxj1RILVDovcHj4i+602WpcZpaIZDfa8x3A+/VlkUBXlk7DNx4vbvq/JNN39DEJ6S+w==");

  /** AWS's construct of a bucket and a function, with a handler to try it (Apache-2.0). */
  private static final PublishedPackage CONSTRUCT =
      new PublishedPackage(
          "@aws-solutions-constructs/aws-s3-lambda",
          "2.96.0",
          "EKiX3ZgCyzNFDRzxmM7VM0t2y/GE6jgfxWO3ojn2kRYWbrv12zHf3yVRsmXb4n7IJNbTj/LEzIkkbAgzgX1a1Q==");

  /** Forwards mails that SES puts into a bucket (MIT). */
  private static final PublishedPackage FORWARDER =
      new PublishedPackage(
          "aws-lambda-ses-forwarder",
          "6.0.0",
          "1jqYpZXoUUYuMoGcDkTz9yxlZ0fkzSwRrR057kei4ZBgEfhTDs/EW94MBakoO7auPDDrOFDroGy0/sievGLjYQ==");

  /** sharp, and what it needs besides its library in C (Apache-2.0, MIT). */
  private static final List<PublishedPackage> SHARP =
      List.of(
          new PublishedPackage(
              "sharp",
              "0.35.5",
              "Ywn4OnzGukp7CDMrp08RQ50YKmuwG47brZgIVPTvBaaAfQlRlygrRqSrxdCiL9M+LlzLBiJ68IR1QqvzHyjC7g=="),
          new PublishedPackage(
              "@img/sharp-linux-x64",
              "0.35.5",
              "SxFtLTeJInhAA9Q836kux2vZNeOBQEx658qvbboZScr0wIARym3IcGmW7KpVD5sbVg0Ojy+udFQdayYIZyoNog=="),
          new PublishedPackage(
              "@img/colour",
              "1.1.0",
              "Td76q7j57o/tLVdgS746cYARfSyxk8iEfRxewL9h4OMzYhbW4TAcppl0mT4eyqXddh6L/jwoM75mo7ixa/pCeQ=="),
          new PublishedPackage(
              "detect-libc",
              "2.1.2",
              "Btj2BOOO83o3WyH59e8MgXsxEQVcarkUOpEYrubB0urwnN10yQ364rsiByU11nZlqWYZm05i/of7io4mzihBtQ=="),
          new PublishedPackage(
              "semver",
              "7.8.6",
              "9lpSSU4Mly3mrtruwLs1eLK6+gzbzqeBFwRNjIjE+9LuDpWdYctrQlQ3ej1Ilgi7gknpsTRnPoLP8DpCHqHIJw=="));

  private static final String KEY = "pictures/a red+b.txt";
  private static final String KEY_IN_EVENT = "pictures/a+red%2Bb.txt";

  private static ServedProcess served;

  @BeforeAll
  static void serve() {
    served = ServedProcess.start("--ephemeral");
  }

  @AfterAll
  static void end() {
    List<String> faults = served.faults();
    served.close();
    assertThat(faults).isEmpty();
  }

  private static TriggeredFunction deployed(
      String name, String handler, Map<String, byte[]> files) {
    TriggeredFunction function = new TriggeredFunction(served.endpoint(), name, handler);
    function.deploy(DeploymentZip.of(name, files));
    return function;
  }

  private static Map<String, byte[]> file(String name, String resource) {
    return Map.of(name, new TestResource("tutorials/" + resource).text().getBytes(UTF_8));
  }

  private static void addTo(Map<String, byte[]> files, PublishedPackage from) {
    from.files()
        .forEach((path, content) -> files.put("node_modules/" + from.name() + "/" + path, content));
  }

  /** The one record of an event that a handler logged after some words. */
  private static JsonNode record(String line, String words) {
    assertThat(line).startsWith(words);
    JsonNode records = TestResource.json(line.substring(words.length())).path("Records");
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private static JsonNode initFault(TriggeredFunction function) {
    String words = "Uncaught Exception \t";
    List<String> logged = function.logged();
    assertThat(logged).hasSize(1);
    assertThat(logged.get(0)).startsWith(words);
    return TestResource.json(logged.get(0).substring(words.length()));
  }

  @Test
  void runsTheTriggerOfAmplify() {
    byte[] published = AMPLIFY.files().get("resources/triggers/s3/index.js");
    TriggeredFunction function =
        deployed("amplify", "index.handler", Map.of("index.js", published));

    assertThat(function.upload(KEY, "text/plain", "red")).isEqualTo("succeeded");

    List<String> logged = function.logged();
    assertThat(logged).hasSize(2);
    JsonNode told = record(logged.get(0), "Received S3 event: ");
    assertThat(told.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
    assertThat(told.at("/s3/object/size").asInt()).isEqualTo(3);
    assertThat(logged.get(1)).isEqualTo("Bucket: amplify Key: " + KEY_IN_EVENT);
  }

  @Test
  void runsTheHandlerOfTheConstructOfABucketAndAFunction() {
    byte[] published = CONSTRUCT.files().get("test/lambda/index.js");
    TriggeredFunction function =
        deployed("construct", "index.handler", Map.of("index.js", published));

    assertThat(function.upload(KEY, "text/plain", "red")).isEqualTo("succeeded");

    List<String> logged = function.logged();
    assertThat(logged).hasSize(1);
    assertThat(record(logged.get(0), "request: ").at("/s3/object/key").asText())
        .isEqualTo(KEY_IN_EVENT);
  }

  @Test
  void namesThePackageOfLambdasRuntimeThatItLacks() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("index.js", FORWARDER.files().get("example/index.js"));
    addTo(files, FORWARDER);
    TriggeredFunction function = deployed("forwarder", "index.handler", files);

    assertThat(function.upload(KEY, "text/plain", "red")).isEqualTo("failed");

    JsonNode fault = initFault(function);
    assertThat(fault.path("errorType").asText()).isEqualTo("Error");
    assertThat(fault.path("errorMessage").asText())
        .startsWith("pushsim does not simulate the package @aws-sdk/client-sesv2, which Lambda's");
  }

  @Test
  void namesNativeAddOnsWhereAThumbnailIsMadeWithSharp() {
    Map<String, byte[]> files = new TreeMap<>(file("index.mjs", "thumbnail.mjs"));
    SHARP.forEach(each -> addTo(files, each));
    TriggeredFunction function = deployed("thumbnail", "index.handler", files);

    assertThat(function.upload("a.png", "image/png", "no picture")).isEqualTo("failed");

    JsonNode fault = initFault(function);
    assertThat(fault.path("errorType").asText()).isEqualTo("Error");
    assertThat(fault.path("errorMessage").asText().lines().limit(3))
        .containsExactly(
            "Could not load the \"sharp\" module using the linux-x64 runtime",
            "ERR_DLOPEN_FAILED: pushsim does not simulate native add-ons"
                + " (/var/task/node_modules/@img/sharp-linux-x64/lib/sharp-linux-x64-0.35.5.node)"
                + " yet",
            "Possible solutions:");
  }

  @Test
  void readsWithTheSdkInAModuleWithTopLevelAwait_andWritesToAnotherBucket() {
    try (S3Client s3 = new SdkClients(served.endpoint(), "us-west-2", "111111111111", "x").s3()) {
      s3.createBucket(request -> request.bucket("shouted-capitals"));
    }
    TriggeredFunction function =
        deployed("copies", "index.handler", file("index.mjs", "copies.mjs"));

    assertThat(function.upload(KEY, "text/plain", "grün")).isEqualTo("succeeded");

    assertThat(function.logged())
        .containsExactly(
            "copied pictures/a red+b.txt of 5 bytes to shouted-capitals"
                + " \"caedc624afa245b38cc5d90168eaef7f\"");
    assertThat(function.objects("shouted-capitals")).containsExactly("text/plain: GRÜN");
  }

  @Test
  void readsWithTheSdkByCallbacks() {
    TriggeredFunction function =
        deployed("content-type", "src/app.handler", file("src/app.js", "content-type.js"));

    assertThat(function.upload(KEY, "text/x-red", "red")).isEqualTo("succeeded");

    List<String> logged = function.logged();
    assertThat(logged).hasSize(2);
    assertThat(logged.get(0)).startsWith("AWS Lambda plans to remove support for callback-based");
    assertThat(logged.get(1)).isEqualTo("told of a text/x-red");
  }
}
