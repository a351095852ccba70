package io.pushsim.runtime;

import io.pushsim.time.Draws;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables of a Lambda process (recorded: test_introspection_invoke). */
final class ProcessVariables {
  private static final String DAEMON = "169.254.100.1";

  private ProcessVariables() {}

  static Map<String, String> of(
      FunctionVersion function,
      NodeVersion node,
      String logStream,
      FunctionCredentials.Credentials credentials) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", function.version());
    variables.put("AWS_SESSION_TOKEN", credentials.sessionToken());
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", function.logging().logGroup());
    variables.put(
        "LD_LIBRARY_PATH",
        "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib");
    variables.put("LAMBDA_TASK_ROOT", "/var/task");
    variables.put("AWS_LAMBDA_RUNTIME_API", DAEMON + ":9001");
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.functionName());
    variables.put("AWS_XRAY_DAEMON_ADDRESS", DAEMON + ":2000");
    variables.put("PATH", "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    variables.put("AWS_DEFAULT_REGION", function.region());
    variables.put("PWD", "/var/task");
    variables.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    variables.put("LANG", "en_US.UTF-8");
    variables.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", function.initializationType().toString());
    variables.put(
        "NODE_PATH",
        "/opt/nodejs/node"
            + node.major()
            + "/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task");
    variables.put("TZ", ":UTC");
    variables.put("AWS_REGION", function.region());
    variables.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    variables.put("SHLVL", "0");
    variables.put("_AWS_XRAY_DAEMON_ADDRESS", DAEMON);
    variables.put("_AWS_XRAY_DAEMON_PORT", "2000");
    variables.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
    variables.put("_HANDLER", function.handler());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memorySize()));
    if (function.logsJson()) {
      variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
      variables.put(
          "AWS_LAMBDA_LOG_LEVEL", function.logging().applicationLogLevel().orElse("INFO"));
    }
    variables.putAll(function.environment());
    return variables;
  }

  /** The tracing header of one invocation. */
  static String traceId(Draws draws, Invocation invocation, long epochSecond) {
    String id = invocation.requestId();
    HexFormat hex = HexFormat.of();
    return "Root=1-"
        + hex.toHexDigits((int) epochSecond)
        + '-'
        + hex.toHexDigits(draws.bits(id, 0, "trace"))
        + hex.toHexDigits((int) draws.bits(id, 0, "trace end"))
        + ";Parent="
        + hex.toHexDigits(draws.bits(id, invocation.attempt(), "trace parent"))
        + ";Sampled=0;Lineage="
        + invocation.lineage();
  }
}
