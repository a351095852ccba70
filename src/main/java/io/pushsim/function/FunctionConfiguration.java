package io.pushsim.function;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a version is made of: what UpdateFunctionCode and UpdateFunctionConfiguration change on
 * {@code $LATEST}, and what a published version keeps for good.
 *
 * @param timeout in seconds
 * @param memorySize in MB
 * @param ephemeralStorage the size of {@code /tmp} in MB
 * @param environment the variables; absent where none were ever given, which AWS's answers tell
 *     apart from an empty map
 * @param deadLetterTarget the ARN of the queue or topic that gets the events that Lambda gives up
 *     (DeadLetterConfig.TargetArn), as given
 */
public record FunctionConfiguration(
    CodeReference code,
    String runtime,
    String role,
    String handler,
    String description,
    int timeout,
    int memorySize,
    int ephemeralStorage,
    Optional<Map<String, String>> environment,
    List<String> architectures,
    LoggingConfig loggingConfig,
    Optional<String> deadLetterTarget,
    Instant lastModified) {

  public FunctionConfiguration {
    environment = environment.map(map -> Collections.unmodifiableMap(new LinkedHashMap<>(map)));
    architectures = List.copyOf(architectures);
  }

  /** The same with another description. */
  public FunctionConfiguration withDescription(String other) {
    return new FunctionConfiguration(
        code,
        runtime,
        role,
        handler,
        other,
        timeout,
        memorySize,
        ephemeralStorage,
        environment,
        architectures,
        loggingConfig,
        deadLetterTarget,
        lastModified);
  }

  /** The same with other code, last modified at the given time. */
  public FunctionConfiguration withCode(
      CodeReference other, List<String> otherArchitectures, Instant now) {
    return new FunctionConfiguration(
        other,
        runtime,
        role,
        handler,
        description,
        timeout,
        memorySize,
        ephemeralStorage,
        environment,
        otherArchitectures,
        loggingConfig,
        deadLetterTarget,
        now);
  }
}
