package io.pushsim.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.DeploymentZip;
import io.pushsim.testing.Launched;
import io.pushsim.testing.NodeProject;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.SdkClients;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** A handler in TypeScript, bundled with its packages as people do, answers as under Node.js. */
@Tag("one-jdk")
@Timeout(300)
class BundledHandlerIT {
  private static final List<String> SOURCES =
      List.of("commonjs.ts", "module.ts", "handler.ts", "orders.ts", "money.ts", "tsconfig.json");
  private static NodeProject project;

  @BeforeAll
  static void install() {
    OutsideTool.NODE_20.demand();
    project = NodeProject.installed("npm/");
    SOURCES.forEach(name -> project.script("bundle/" + name));
    project.script("event.json");
  }

  @Test
  void answersFromABundleOfCommonJs() throws IOException {
    Path bundle = bundle("commonjs", "--format=cjs", "--outfile=bundled/commonjs/index.js");

    assertAnswersAsUnderNode(bundle);
  }

  /** The banner is what esbuild's users need where a bundled package requires core modules. */
  @Test
  void answersFromABundledEsModuleWithTopLevelAwait() throws IOException {
    Path bundle =
        bundle(
            "module",
            "--format=esm",
            "--outfile=bundled/module/index.mjs",
            "--banner:js=import { createRequire } from 'node:module';"
                + " const require = createRequire(import.meta.url);");
    Files.writeString(
        bundle.resolve("table.json"), new TestResource("npm/bundle/table.json").text());

    assertAnswersAsUnderNode(bundle);
  }

  /** Bundles an entry and gives the folder of the bundle. */
  private static Path bundle(String entry, String... options) {
    List<String> command =
        Stream.concat(
                Stream.of(
                    "node",
                    "node_modules/esbuild/bin/esbuild",
                    "bundle/" + entry + ".ts",
                    "--bundle",
                    "--platform=node",
                    "--target=node20"),
                Stream.of(options))
            .toList();
    Launched run = Launched.start(command, System.getenv(), project.folder()).await();
    assertThat(run.exitCode()).as(run.err()).isZero();
    return project.folder().resolve("bundled").resolve(entry);
  }

  private static void assertAnswersAsUnderNode(Path bundle) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(bundle)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    String index =
        files.keySet().stream().filter(name -> name.startsWith("index")).findFirst().orElseThrow();
    String expected = underNode(bundle.resolve(index));
    assertThat(expected).contains("42.50 EUR");

    assertThat(served(DeploymentZip.of("bundle", files))).isEqualTo(expected);
  }

  private static String underNode(Path file) {
    List<String> command =
        List.of("node", project.script("driver.mjs").toString(), file.toString());
    Launched run = Launched.start(command, System.getenv(), project.folder()).await();
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  /** What the function logs and, in the last line, answers in a served process. */
  private static String served(byte[] zip) {
    try (ServedProcess served = ServedProcess.start("--ephemeral");
        LambdaClient lambda =
            new SdkClients(served.endpoint(), "us-west-2", "111111111111", "any").lambda()) {
      lambda.createFunction(
          request ->
              request
                  .functionName("bundled")
                  .runtime("nodejs20.x")
                  .handler("index.handler")
                  .role("arn:aws:iam::111111111111:role/any")
                  .timeout(30)
                  .code(code -> code.zipFile(SdkBytes.fromByteArray(zip))));
      InvokeResponse response =
          lambda.invoke(
              request ->
                  request
                      .functionName("bundled")
                      .logType(LogType.TAIL)
                      .payload(SdkBytes.fromUtf8String(new TestResource("npm/event.json").text())));
      assertThat(served.faults()).isEmpty();
      return logged(response) + response.payload().asUtf8String() + "\n";
    }
  }

  // Of "time, tab, request id, tab, level, tab, text" level and text. A line of the log ends with a
  // line feed; between the lines of one message are carriage returns.
  private static String logged(InvokeResponse response) {
    return Pattern.compile("\n")
        .splitAsStream(new String(Base64.getDecoder().decode(response.logResult()), UTF_8))
        .map(line -> line.split("\t", 3))
        .filter(parts -> parts.length == 3 && parts[0].endsWith("Z"))
        .map(parts -> parts[2] + "\n")
        .collect(Collectors.joining());
  }
}
