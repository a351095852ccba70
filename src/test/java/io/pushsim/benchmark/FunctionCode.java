package io.pushsim.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pushsim.function.LoggingConfig;
import io.pushsim.runtime.CodePackage;
import io.pushsim.runtime.FunctionVersion;
import io.pushsim.runtime.InitializationType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Functions to be measured: of one file, {@code index.js}. */
final class FunctionCode {
  /** The handler of AWS's tutorial on aliases. */
  static final Path TUTORIAL = Path.of("src/test/resources/tutorial/helloworld.js");

  private FunctionCode() {}

  static FunctionVersion version(String runtime, Path file) {
    try {
      return version(runtime, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FunctionVersion version(String runtime, String javaScript) {
    return new FunctionVersion(
        "111111111111",
        "us-west-2",
        "helloworld",
        "1",
        runtime,
        "index.handler",
        Duration.ofMinutes(1),
        128,
        512,
        Map.of(),
        LoggingConfig.defaultFor("helloworld"),
        CodePackage.zip(Map.of("index.js", javaScript.getBytes(UTF_8))),
        InitializationType.ON_DEMAND);
  }
}
