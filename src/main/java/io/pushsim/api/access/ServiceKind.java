package io.pushsim.api.access;

import java.time.Duration;

/**
 * The families of AWS services, as far as they answer callers differently whom they do not let in.
 */
public enum ServiceKind {
  /** Lambda and its like: REST with JSON bodies; allows 5 minutes [pulumi/pulumi-aws#55]. */
  REST_JSON(Duration.ofMinutes(5)),
  /** {@code X-Amz-Target} with JSON bodies; allows 5 minutes, Kinesis's [aws/aws-sdk-go#2194]. */
  JSON(Duration.ofMinutes(5)),
  /** Forms in, XML out; allows 15 minutes, STS's [aws/aws-cli#6676]. */
  QUERY(Duration.ofMinutes(15)),
  /** S3, which allows 15 minutes [versity/versitygw#1514]. */
  S3(Duration.ofMinutes(15));

  private final Duration clockSkew;

  ServiceKind(Duration clockSkew) {
    this.clockSkew = clockSkew;
  }

  /**
   * The family of a service.
   *
   * @param service as in a credential scope, such as {@code lambda}
   */
  public static ServiceKind of(String service) {
    return switch (service) {
      case "s3" -> S3;
      case "sts", "iam", "sns" -> QUERY;
      case "sqs", "logs", "events", "dynamodb" -> JSON;
      default -> REST_JSON;
    };
  }

  /** How far a request's time may lie from the service's own. */
  Duration clockSkew() {
    return clockSkew;
  }
}
