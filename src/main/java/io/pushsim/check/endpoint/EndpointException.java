package io.pushsim.check.endpoint;

/** Nothing, or nothing more, can be asked of the endpoint. */
final class EndpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, and what to do
   */
  EndpointException(String message) {
    super(message, null, false, false);
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
