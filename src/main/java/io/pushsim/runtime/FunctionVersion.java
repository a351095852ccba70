package io.pushsim.runtime;

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
 * @param logFormat {@code Text} or {@code JSON}
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
    String logGroup,
    String logFormat,
    CodePackage code,
    InitializationType initializationType) {
  public FunctionVersion {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
