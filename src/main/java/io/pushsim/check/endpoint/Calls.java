package io.pushsim.check.endpoint;

import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.document.Place;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes calls, and says what their failures mean. */
final class Calls {
  private static final int FORBIDDEN = 403;
  private static final int NOT_IMPLEMENTED = 501;

  private final URI endpoint;

  Calls(URI endpoint) {
    this.endpoint = endpoint;
  }

  URI endpoint() {
    return endpoint;
  }

  /** Where a call's answer says something. */
  Origin origin(Call call, String thing) {
    return Origin.of(Dialect.ENDPOINT, place(call, thing));
  }

  Place place(Call call, String thing) {
    return Place.ofFile(endpoint + " " + call.about(thing));
  }

  /**
   * What the endpoint answers; empty, with a problem in the findings, where it refuses.
   *
   * @throws EndpointException where it cannot be asked, this or anything
   */
  <T> Optional<T> ask(Call call, String thing, Findings findings, Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (AwsServiceException refused) {
      findings.problem(call, place(call, thing), meaning(call, refused));
      return Optional.empty();
    } catch (SdkClientException failed) {
      if (isUnreachable(failed)) {
        throw new EndpointException(
            "cannot be reached for %s (%s): start what is to answer there, or give another --endpoint"
                .formatted(call.about(thing), innermost(failed).getMessage()));
      }
      findings.problem(
          call, place(call, thing), "is answered in no form of AWS's (" + brief(failed) + ")");
      return Optional.empty();
    }
  }

  private static String meaning(Call call, AwsServiceException refused) {
    String code = Objects.requireNonNullElse(refused.awsErrorDetails().errorCode(), "no code");
    if (isOfCredentials(code)) {
      throw new EndpointException(
          "does not take the credentials (%s): set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, to ones that it knows"
              .formatted(code));
    }
    if (refused.statusCode() == FORBIDDEN) {
      return "is denied (%s): allow the caller %s, or go without it".formatted(code, call.action());
    }
    return refused.statusCode() == NOT_IMPLEMENTED
        ? "is not known to this endpoint (%s): what it would tell is not checked".formatted(code)
        : "is refused with %d %s: %s".formatted(refused.statusCode(), code, brief(refused));
  }

  /** Whether the code is one of those by which AWS says that it does not know the caller. */
  private static boolean isOfCredentials(String code) {
    return switch (code) {
      case "InvalidClientTokenId",
          "InvalidAccessKeyId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "AuthFailure" ->
          true;
      default -> false;
    };
  }

  private static boolean isUnreachable(SdkClientException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String brief(SdkException failure) {
    String message = String.valueOf(failure.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
