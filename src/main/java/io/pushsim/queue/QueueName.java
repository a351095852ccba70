package io.pushsim.queue;

import io.pushsim.arn.Arn;
import io.pushsim.arn.Scope;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a queue is and what it is called: its ARN in parts.
 *
 * @param owner its account and region
 */
public record QueueName(Scope owner, String name) {
  private static final String SERVICE = "sqs";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  /** Whether a standard queue may be called so. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether an ARN is one of SQS, of a queue or of none. */
  public static boolean isOfSqs(String arn) {
    return Arn.parse(arn).filter(parsed -> parsed.service().equals(SERVICE)).isPresent();
  }

  /** The queue that an ARN names; empty where it is no queue's. */
  public static Optional<QueueName> parse(String arn) {
    return Arn.parse(arn)
        .filter(
            parsed ->
                parsed.service().equals(SERVICE)
                    && Scope.isAccount(parsed.account())
                    && Scope.isRegion(parsed.region())
                    && isName(parsed.resource()))
        .map(
            parsed ->
                new QueueName(new Scope(parsed.account(), parsed.region()), parsed.resource()))
        .filter(queue -> queue.arn().equals(arn));
  }

  /** The queue's ARN. */
  public String arn() {
    return new Arn(owner.partition().id(), SERVICE, owner.region(), owner.account(), name)
        .toString();
  }
}
