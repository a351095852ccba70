package io.pushsim.function;

import java.util.Optional;

/**
 * How a function logs.
 *
 * @param logFormat {@code Text} or {@code JSON}
 * @param applicationLogLevel for JSON only, such as {@code INFO}
 * @param systemLogLevel for JSON only, such as {@code INFO}
 */
public record LoggingConfig(
    String logFormat,
    Optional<String> applicationLogLevel,
    Optional<String> systemLogLevel,
    String logGroup) {

  /** What a function has that was given none: text, in the group of its name. */
  public static LoggingConfig defaultFor(String functionName) {
    return new LoggingConfig(
        "Text", Optional.empty(), Optional.empty(), "/aws/lambda/" + functionName);
  }
}
