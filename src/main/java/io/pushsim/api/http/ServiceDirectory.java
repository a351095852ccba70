package io.pushsim.api.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells which service a request is for: the one that its signature names; without a signature, the
 * one that its path looks like.
 *
 * @param services by the names that credential scopes have
 * @param others refuses what is for a service that there is not
 */
public record ServiceDirectory(Map<String, WireService> services, WireService others) {
  private static final String TERMINATOR = "/aws4_request";
  private static final Pattern LAMBDA_PATH = Pattern.compile("/20[0-9]{2}-[0-9]{2}-[0-9]{2}/.*");
  private static final String LAMBDA = "lambda";
  private static final String S3 = "s3";
  private static final String STS = "sts";
  private static final String SQS = "sqs";
  private static final String SQS_TARGET = "AmazonSQS.";
  private static final String LOGS = "logs";
  private static final String LOGS_TARGET = "Logs_20140328.";

  public ServiceDirectory {
    services = Map.copyOf(services);
  }

  /** A service by the name of its credential scope. */
  WireService named(String name) {
    return services.getOrDefault(name, others);
  }

  /** The name of the service that a request seems to be for, before its signature is read. */
  static String seeming(WireHead request) {
    return scoped(request.header("Authorization"))
        .or(() -> scoped(presigned(request)))
        .orElseGet(() -> byForm(request));
  }

  // The query as sent: whether it is well encoded is not yet known.
  private static String presigned(WireHead request) {
    String query = request.query();
    return query.contains("X-Amz-Credential=") ? query.replace("%2F", "/").replace("%2f", "/") : "";
  }

  private static Optional<String> scoped(String text) {
    int end = text.indexOf(TERMINATOR);
    int start = end < 0 ? -1 : text.lastIndexOf('/', end - 1);
    return start < 0 ? Optional.empty() : Optional.of(text.substring(start + 1, end));
  }

  private static String byForm(WireHead request) {
    String target = request.header("X-Amz-Target");
    if (!target.isEmpty()) {
      if (target.startsWith(LOGS_TARGET)) {
        return LOGS;
      }
      return target.startsWith(SQS_TARGET) ? SQS : target;
    }
    String path = request.path();
    if (LAMBDA_PATH.matcher(path).matches()) {
      return LAMBDA;
    }
    boolean isForm = request.header("Content-Type").startsWith("application/x-www-form-urlencoded");
    return path.equals("/") && isForm ? STS : S3;
  }
}
