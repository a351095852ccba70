package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pushsim.function.LoggingConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Functions and invocations for tests. */
final class Functions {
  static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD";

  private Functions() {}

  static FunctionVersion function(String runtime, String handler, CodePackage code) {
    return function(runtime, handler, code, Duration.ofSeconds(3), "Text", Map.of());
  }

  static FunctionVersion function(
      String runtime,
      String handler,
      CodePackage code,
      Duration timeout,
      String logFormat,
      Map<String, String> environment) {
    return function(
        runtime,
        handler,
        code,
        timeout,
        new LoggingConfig(logFormat, Optional.empty(), Optional.empty(), "/aws/lambda/helloworld"),
        environment);
  }

  static FunctionVersion function(
      String runtime,
      String handler,
      CodePackage code,
      Duration timeout,
      LoggingConfig logging,
      Map<String, String> environment) {
    return new FunctionVersion(
        "111111111111",
        "us-west-2",
        "helloworld",
        "1",
        runtime,
        handler,
        timeout,
        128,
        512,
        environment,
        logging,
        code,
        InitializationType.ON_DEMAND);
  }

  static CodePackage code(String name, String text) {
    return code(Map.of(name, text));
  }

  static CodePackage code(Map<String, String> files) {
    return CodePackage.zip(
        files.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> e.getValue().getBytes(UTF_8),
                    (a, b) -> b,
                    TreeMap::new)));
  }

  /** A function of nodejs22.x whose index.js has this text. */
  static FunctionVersion handler(String text) {
    return function("nodejs22.x", "index.handler", code("index.js", text));
  }

  static Invocation invocation(int number, String payload) {
    return new Invocation(requestId(number), 1, ARN, payload, Optional.empty());
  }

  static String requestId(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }
}
