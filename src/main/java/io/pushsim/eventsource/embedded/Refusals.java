package io.pushsim.eventsource.embedded;

import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Tells what s3proxy's failures are in S3's words: it throws the SDK's exceptions, with a code or
 * with a status alone, and Java's own, one wrapped in another.
 */
final class Refusals {
  private static final List<String> HEADERS =
      List.of("ETag", "x-amz-delete-marker", "x-amz-version-id", "Allow");

  /** Where s3proxy says no more than the status's name (S3 API reference, error responses). */
  private static final Map<String, String> MESSAGES =
      Map.of(
          "AccessDenied", "Access Denied",
          "BadDigest",
              "The Content-MD5 or checksum value you specified did not match what we received.",
          "InvalidDigest", "The Content-MD5 or checksum value you specified is not valid.",
          "NoSuchBucket", "The specified bucket does not exist",
          "NoSuchKey", "The specified key does not exist.",
          "NoSuchVersion", "The specified version does not exist.",
          "NoSuchUpload",
              "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
          "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");

  private Refusals() {}

  /** What is to be answered; the failure itself where nobody but pushsim is to blame for it. */
  static Throwable of(Throwable failure, boolean reading) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SimulatorException || cause instanceof ObjectRefusal) {
        return cause;
      }
      if (cause instanceof AwsServiceException said) {
        return of(said, reading);
      }
      if (cause instanceof IOException io && isFull(io)) {
        return new ObjectRefusal(
            507,
            "InsufficientStorage",
            "There is no room left for objects (%s); delete some, or give pushsim more."
                .formatted(io.getMessage()));
      }
    }
    if (failure instanceof UnsupportedOperationException) {
      return ObjectRefusal.notImplemented(String.valueOf(failure.getMessage()));
    }
    return failure instanceof IllegalArgumentException
        ? new ObjectRefusal(400, "InvalidArgument", String.valueOf(failure.getMessage()))
        : failure;
  }

  private static boolean isFull(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("out of disk space")
        || message.contains("no space left")
        || message.contains("quota exceeded");
  }

  private static ObjectRefusal of(AwsServiceException said, boolean reading) {
    Map<String, String> headers = new LinkedHashMap<>();
    @Nullable SdkHttpResponse response = S3Exceptions.httpResponse(said);
    if (response != null) {
      for (String header : HEADERS) {
        response.firstMatchingHeader(header).ifPresent(value -> headers.put(header, value));
      }
    }
    @Nullable String code = S3Exceptions.errorCode(said);
    if (code == null) {
      return ofStatus(said.statusCode(), reading, headers);
    }
    return new ObjectRefusal(
        said.statusCode(),
        code,
        Optional.ofNullable(MESSAGES.get(code)).orElseGet(() -> message(said, code)),
        Map.of(),
        headers);
  }

  private static String message(AwsServiceException said, String code) {
    AwsErrorDetails details = said.awsErrorDetails();
    String message = details == null ? null : details.errorMessage();
    return message == null ? code : message;
  }

  /** A condition that does not hold is an error but where something is read. */
  private static ObjectRefusal ofStatus(int status, boolean reading, Map<String, String> headers) {
    if (status == 304 || (status == 412 && reading)) {
      return new ObjectRefusal(304, "NotModified", "Not Modified", Map.of(), headers);
    }
    String code =
        switch (status) {
          case 400, 422 -> "BadDigest";
          case 403 -> "AccessDenied";
          case 405 -> "MethodNotAllowed";
          case 412 -> "PreconditionFailed";
          case 416 -> "InvalidRange";
          default -> "InternalError";
        };
    String message =
        switch (code) {
          case "InvalidRange" -> "The requested range is not satisfiable";
          case "MethodNotAllowed" -> "The specified method is not allowed against this resource.";
          case "InternalError" -> "We encountered an internal error. Please try again.";
          default -> String.valueOf(MESSAGES.get(code));
        };
    return new ObjectRefusal(status == 422 ? 400 : status, code, message, Map.of(), headers);
  }
}
