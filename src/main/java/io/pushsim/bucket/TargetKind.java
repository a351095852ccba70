package io.pushsim.bucket;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Scope;
import java.util.Optional;

/** The service that a target belongs to. */
public enum TargetKind {
  LAMBDA("CloudFunction", "lambda"),
  QUEUE("Queue", "sqs"),
  TOPIC("Topic", "sns");

  private final String elementName;
  private final String service;

  TargetKind(String elementName, String service) {
    this.elementName = elementName;
    this.service = service;
  }

  /** The target's element in S3's XML, which is also the argument's name in S3's errors. */
  public String elementName() {
    return elementName;
  }

  /** The ARN that the text is, or empty where it is no ARN of this kind of target. */
  Optional<Arn> parse(String text) {
    if (this == LAMBDA && FunctionArn.parse(text).isEmpty()) {
      return Optional.empty();
    }
    return Arn.parse(text)
        .filter(arn -> arn.service().equals(service))
        .filter(arn -> !arn.region().isEmpty() && !arn.resource().isEmpty())
        .filter(arn -> Scope.isAccount(arn.account()));
  }

  /** The target as S3 names it when it refuses it; the {@code null} is S3's own (recorded). */
  String refusedName(String target) {
    return this == LAMBDA ? target + ", null" : target;
  }
}
