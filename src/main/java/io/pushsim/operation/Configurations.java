package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.CodeReference;
import io.pushsim.function.DeadLetterRules;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.LoggingConfig;
import io.pushsim.function.Runtimes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes a function's configuration of a request: Lambda's defaults, and what it refuses. */
final class Configurations {
  private static final int DEFAULT_TIMEOUT = 3;
  private static final int DEFAULT_MEMORY = 128;
  private static final int DEFAULT_STORAGE = 512;
  private static final int MAXIMUM_ENVIRONMENT_BYTES = 4096;

  /** The variables that Lambda sets itself (developer guide, reserved environment variables). */
  private static final Set<String> RESERVED =
      Set.of(
          "_HANDLER",
          "_X_AMZN_TRACE_ID",
          "AWS_DEFAULT_REGION",
          "AWS_REGION",
          "AWS_EXECUTION_ENV",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_INITIALIZATION_TYPE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_LAMBDA_RUNTIME_API",
          "LAMBDA_TASK_ROOT",
          "LAMBDA_RUNTIME_DIR");

  private Configurations() {}

  /** Refuses what CreateFunction knows and pushsim does not do, before any code is read. */
  static void checkSimulated(FunctionRequests.Create request) {
    if (request.packageType().filter("Image"::equals).isPresent()) {
      throw notSimulated("PackageType", "Image", "Zip");
    }
    checkTracing(request.tracingConfig());
    checkSnapStart(request.snapStart());
  }

  static FunctionConfiguration created(
      FunctionRequests.Create request, FunctionArn function, CodeReference code, Instant now) {
    String runtime = mandatory("Runtime", request.runtime());
    Runtimes.check(runtime);
    LoggingConfig logging = LoggingConfig.defaultFor(function.functionName());
    return new FunctionConfiguration(
        code,
        runtime,
        request.role(),
        mandatory("Handler", request.handler()),
        request.description().orElse(""),
        request.timeout().orElse(DEFAULT_TIMEOUT),
        request.memorySize().orElse(DEFAULT_MEMORY),
        request
            .ephemeralStorage()
            .map(FunctionRequests.EphemeralStorage::size)
            .orElse(DEFAULT_STORAGE),
        variables(request.environment()),
        request.architectures().orElse(List.of("x86_64")),
        request.loggingConfig().map(given -> merged(given, logging)).orElse(logging),
        deadLetterTarget(function, request.deadLetterConfig(), Optional.empty()),
        now);
  }

  static FunctionConfiguration updated(
      FunctionRequests.UpdateConfiguration request,
      FunctionArn function,
      FunctionConfiguration current,
      Instant now) {
    checkTracing(request.tracingConfig());
    checkSnapStart(request.snapStart());
    request.runtime().ifPresent(Runtimes::check);
    return new FunctionConfiguration(
        current.code(),
        request.runtime().orElse(current.runtime()),
        request.role().orElse(current.role()),
        request.handler().orElse(current.handler()),
        request.description().orElse(current.description()),
        request.timeout().orElse(current.timeout()),
        request.memorySize().orElse(current.memorySize()),
        request
            .ephemeralStorage()
            .map(FunctionRequests.EphemeralStorage::size)
            .orElse(current.ephemeralStorage()),
        request.environment().isPresent()
            ? variables(request.environment())
            : current.environment(),
        current.architectures(),
        request
            .loggingConfig()
            .map(given -> merged(given, current.loggingConfig()))
            .orElse(current.loggingConfig()),
        deadLetterTarget(function, request.deadLetterConfig(), current.deadLetterTarget()),
        now);
  }

  private static String mandatory(String name, Optional<String> value) {
    return value.orElseThrow(
        () ->
            new SimulatorException(
                ErrorCode.INVALID_PARAMETER_VALUE,
                name + " is mandatory for functions created with deployment packages."));
  }

  /**
   * What is not given stays; only JSON has levels (recorded:
   * test_function_partial_advanced_logging_configuration_update).
   */
  private static LoggingConfig merged(FunctionRequests.Logging given, LoggingConfig current) {
    String format = given.logFormat().orElse(current.logFormat());
    String group = given.logGroup().orElse(current.logGroup());
    if (format.equals("Text")) {
      if (given.applicationLogLevel().isPresent() || given.systemLogLevel().isPresent()) {
        throw new SimulatorException(
            ErrorCode.INVALID_PARAMETER_VALUE,
            "You must set your log format to JSON to set a log level. To learn more, refer to Lambda advanced logging controls.");
      }
      return new LoggingConfig(format, Optional.empty(), Optional.empty(), group);
    }
    return new LoggingConfig(
        format,
        given.applicationLogLevel().or(current::applicationLogLevel).or(() -> Optional.of("INFO")),
        given.systemLogLevel().or(current::systemLogLevel).or(() -> Optional.of("INFO")),
        group);
  }

  private static Optional<String> deadLetterTarget(
      FunctionArn function,
      Optional<FunctionRequests.DeadLetterConfig> given,
      Optional<String> current) {
    return DeadLetterRules.target(
        function, given.flatMap(FunctionRequests.DeadLetterConfig::targetArn), current);
  }

  private static Optional<Map<String, String>> variables(
      Optional<FunctionRequests.Environment> environment) {
    Optional<Map<String, String>> variables =
        environment.map(given -> given.variables().orElse(Map.of()));
    variables.ifPresent(Configurations::checkVariables);
    return variables;
  }

  private static void checkVariables(Map<String, String> variables) {
    Set<String> reserved = new TreeSet<>(variables.keySet());
    reserved.retainAll(RESERVED);
    if (!reserved.isEmpty()) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: "
              + String.join(", ", reserved));
    }
    String measured = Json.tree(variables).toString();
    if (measured.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_ENVIRONMENT_BYTES) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: "
              + measured);
    }
  }

  private static void checkTracing(Optional<FunctionRequests.TracingConfig> tracing) {
    if (tracing
        .flatMap(FunctionRequests.TracingConfig::mode)
        .filter("Active"::equals)
        .isPresent()) {
      throw notSimulated("TracingConfig.Mode", "Active", "PassThrough");
    }
  }

  private static void checkSnapStart(Optional<FunctionRequests.SnapStart> snapStart) {
    if (snapStart
        .flatMap(FunctionRequests.SnapStart::applyOn)
        .filter("PublishedVersions"::equals)
        .isPresent()) {
      throw notSimulated("SnapStart.ApplyOn", "PublishedVersions", "None");
    }
  }

  private static SimulatorException notSimulated(String name, String value, String instead) {
    return new SimulatorException(
        ErrorCode.NOT_SIMULATED,
        "%s '%s' is not simulated; write '%s' or leave it out".formatted(name, value, instead));
  }
}
