package io.pushsim.runtime;

import io.pushsim.function.LoggingConfig;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an execution environment is started for: one version's configuration and code, frozen.
 *
 * @param version the version's number or {@code $LATEST}
 * @param runtime Lambda's identifier, such as {@code nodejs22.x}
 * @param memorySize in MB
 * @param ephemeralStorage the size of {@code /tmp} in MB
 * @param environment the function's own variables
 * @param logging where and how it logs
 * @param initializationType why it is started
 */
public record FunctionVersion(
    String account,
    String region,
    String functionName,
    String version,
    String runtime,
    String handler,
    Duration timeout,
    int memorySize,
    int ephemeralStorage,
    Map<String, String> environment,
    LoggingConfig logging,
    CodePackage code,
    InitializationType initializationType) {
  public FunctionVersion {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  boolean isOfSameFunction(FunctionVersion other) {
    return functionName.equals(other.functionName)
        && account.equals(other.account)
        && region.equals(other.region);
  }

  /** Whether its log is JSON, of which levels may be left out, rather than text. */
  boolean logsJson() {
    return logging.logFormat().equals("JSON");
  }
}
