package io.pushsim.check.endpoint;

import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.document.Place;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

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
      unreachable(failed)
          .ifPresent(
              reason -> {
                throw new EndpointException(
                    "cannot be reached for %s (%s): start what is to answer there, or give another --endpoint"
                        .formatted(call.about(thing), reason));
              });
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

  /** Why nothing was answered; empty where it was the answer that was wrong. */
  private static Optional<String> unreachable(SdkClientException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return Optional.of("unknown host");
      }
      if (cause instanceof SocketException
          || cause instanceof InterruptedIOException
          || cause instanceof EOFException
          || cause instanceof SSLException) {
        return Optional.of(brief(cause));
      }
    }
    return Optional.empty();
  }

  private static String brief(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
