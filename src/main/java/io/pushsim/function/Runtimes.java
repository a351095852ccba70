package io.pushsim.function;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.List;
import java.util.Set;

/**
 * Lambda's runtime identifiers. Unlike AWS, every Node.js identifier that there ever was is
 * accepted, so that old tutorials run; the rest is as AWS answered in January 2026 (recorded:
 * test_create_lambda_exceptions, TestRuntimeValidation).
 */
public final class Runtimes {
  private static final Set<String> RETIRED_NODE =
      Set.of(
          "nodejs",
          "nodejs4.3",
          "nodejs4.3-edge",
          "nodejs6.10",
          "nodejs8.10",
          "nodejs10.x",
          "nodejs12.x",
          "nodejs14.x");

  /** In the order in which AWS's error lists them. */
  private static final List<String> CURRENT =
      List.of(
          "nodejs20.x",
          "python3.14",
          "provided.al2023",
          "python3.12",
          "python3.13",
          "nodejs24.x",
          "nodejs22.x",
          "java25",
          "python3.10",
          "python3.11",
          "java21",
          "ruby3.3",
          "ruby3.4",
          "ruby3.2",
          "python3.8",
          "python3.9",
          "java17",
          "nodejs16.x",
          "dotnet10",
          "dotnet8",
          "java11",
          "dotnet6",
          "nodejs18.x",
          "provided.al2",
          "java8.al2");

  private static final Set<String> RETIRED =
      Set.of(
          "python2.7",
          "python3.6",
          "python3.7",
          "ruby2.5",
          "ruby2.7",
          "java8",
          "go1.x",
          "provided",
          "dotnetcore1.0",
          "dotnetcore2.0",
          "dotnetcore2.1",
          "dotnetcore3.1",
          "dotnet5.0",
          "dotnet7");

  private Runtimes() {}

  /** Refuses a runtime that CreateFunction and UpdateFunctionConfiguration would not take. */
  public static void check(String runtime) {
    if (CURRENT.contains(runtime) || RETIRED_NODE.contains(runtime)) {
      return;
    }
    throw new SimulatorException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        RETIRED.contains(runtime)
            ? "The runtime parameter of %s is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions."
                .formatted(runtime)
            : "Value %s at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [%s] or be a valid ARN"
                .formatted(runtime, String.join(", ", CURRENT)));
  }

  /** Whether pushsim can run it. */
  public static boolean isNode(String runtime) {
    return runtime.startsWith("nodejs");
  }
}
