package io.pushsim.eventsource.remote;

import io.minio.errors.ErrorResponseException;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.Failures;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What went wrong between pushsim and the S3 server, in words for pushsim's callers.
 *
 * @param endpoint the server's
 */
record RemoteFailures(URI endpoint) {
  private static final Set<String> OF_KEYS =
      Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidTokenId");
  private static final int SERVER_ERROR = 500;

  /** The code of S3's by which the server refused, where it did. */
  static Optional<String> code(Throwable failure) {
    return refusal(failure).map(refused -> String.valueOf(refused.errorResponse().code()));
  }

  /** The HTTP status by which the server refused, where it did. */
  static Optional<Integer> status(Throwable failure) {
    return refusal(failure).map(refused -> refused.response().code());
  }

  /** What the server said, where it refused. */
  static Optional<String> message(Throwable failure) {
    return refusal(failure).map(refused -> String.valueOf(refused.errorResponse().message()));
  }

  /** Whether the server does not know what pushsim signs with. */
  static boolean isOfKeys(Throwable failure) {
    return code(failure).filter(OF_KEYS::contains).isPresent();
  }

  private static Optional<ErrorResponseException> refusal(Throwable failure) {
    return Failures.cause(failure) instanceof ErrorResponseException refused
        ? Optional.of(refused)
        : Optional.empty();
  }

  /** What pushsim answers when its own request to the server failed. */
  SimulatorException answer(Throwable failure) {
    Throwable cause = Failures.cause(failure);
    if (cause instanceof SimulatorException told) {
      return told;
    }
    if (isOfKeys(cause)) {
      return unavailable(
          "The S3 server at %s refuses pushsim's own keys (%s): give --s3-access-key and --s3-secret-key as the server has them."
              .formatted(endpoint, code(cause).orElse("")));
    }
    Optional<ErrorResponseException> refused = refusal(cause);
    if (refused.isEmpty()) {
      return unavailable(
          "The S3 server at %s cannot be asked (%s): see that it runs, and that --s3 names it."
              .formatted(endpoint, reason(cause)));
    }
    String code = String.valueOf(refused.get().errorResponse().code());
    String message =
        "The S3 server at %s answered pushsim's own request with %s: %s"
            .formatted(endpoint, code, refused.get().errorResponse().message());
    return refused.get().response().code() >= SERVER_ERROR
        ? unavailable(message)
        : new SimulatorException(known(code).orElse(ErrorCode.S3_INVALID_REQUEST), message);
  }

  /** The server's refusal as it is, where it is one of S3's that pushsim knows too. */
  Optional<SimulatorException> own(Throwable failure) {
    return code(failure)
        .flatMap(RemoteFailures::known)
        .map(code -> new SimulatorException(code, message(failure).orElse("")));
  }

  private static Optional<ErrorCode> known(String code) {
    return Arrays.stream(ErrorCode.values())
        .filter(known -> known.name().startsWith("S3_") && known.shapeName().equals(code))
        .findFirst();
  }

  static String reason(Throwable cause) {
    Throwable deepest = cause;
    while (!(deepest instanceof IOException) && deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : message;
  }

  private static SimulatorException unavailable(String message) {
    return new SimulatorException(ErrorCode.S3_SERVICE_UNAVAILABLE, message);
  }
}
