package io.pushsim.runtime;

/** What a handler's call came to. */
public sealed interface InvocationResult {
  /** The answer's body, as JSON text. */
  String payload();

  default boolean isError() {
    return this instanceof FunctionError;
  }

  /** The handler answered. */
  record Success(String payload) implements InvocationResult {}

  /**
   * The handler failed; to a caller every such failure is {@code Unhandled} (Lambda API reference,
   * Invoke).
   *
   * @param payload the body as Lambda writes it, with {@code errorType}, {@code errorMessage} and,
   *     for an exception, {@code trace}
   */
  record FunctionError(String errorType, String errorMessage, String payload)
      implements InvocationResult {

    /** An error without a trace. */
    public static FunctionError of(String errorType, String errorMessage) {
      return new FunctionError(errorType, errorMessage, Json.error(errorType, errorMessage));
    }
  }
}
