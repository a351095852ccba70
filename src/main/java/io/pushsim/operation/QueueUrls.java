package io.pushsim.operation;

import io.pushsim.arn.Partition;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.queue.QueueErrors;
import io.pushsim.queue.QueueName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URLs of queues: as AWS has them, {@code https://sqs.REGION.amazonaws.com/ACCOUNT/NAME}. Of
 * those that callers name, the host does not matter unless it is AWS's, and a queue's name or ARN
 * does as well.
 */
public final class QueueUrls {
  private static final Pattern URL =
      Pattern.compile("https?://(?<host>[^/]*)/(?<account>\\d{12})/(?<name>[^/]*)/?");
  private static final Pattern AWS_HOST =
      Pattern.compile("sqs\\.(?<region>[a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");

  private QueueUrls() {}

  /** What comes before the account in AWS's URLs of a region's queues. */
  public static String base(String region) {
    String end = Partition.ofRegion(region) == Partition.AWS_CN ? ".cn" : "";
    return "https://sqs.%s.amazonaws.com%s/".formatted(region, end);
  }

  static String of(QueueName queue) {
    return base(queue.owner().region()) + queue.owner().account() + "/" + queue.name();
  }

  /**
   * The queue that a caller means.
   *
   * @param url its URL, its name in the caller's account and region, or its ARN
   * @throws SimulatorException QueueDoesNotExist for what can name no queue, AccessDenied for
   *     another account's
   */
  static QueueName named(String url, Call call) {
    QueueName queue =
        QueueName.parse(url)
            .or(() -> parse(url, call.caller()))
            .orElseThrow(QueueErrors::queueDoesNotExist);
    checkSameAccount(queue, call);
    return queue;
  }

  private static Optional<QueueName> parse(String url, Scope caller) {
    if (QueueName.isName(url)) {
      return Optional.of(new QueueName(caller, url));
    }
    Matcher parts = URL.matcher(url);
    if (!parts.matches() || !QueueName.isName(parts.group("name"))) {
      return Optional.empty();
    }
    Matcher aws = AWS_HOST.matcher(parts.group("host"));
    String region =
        aws.matches() && Scope.isRegion(aws.group("region"))
            ? aws.group("region")
            : caller.region();
    return Optional.of(
        new QueueName(new Scope(parts.group("account"), region), parts.group("name")));
  }

  /** What is another account's needs a policy of the queue, which pushsim does not simulate. */
  static void checkSameAccount(QueueName queue, Call call) {
    if (!queue.owner().account().equals(call.caller().account())) {
      throw new SimulatorException(
          ErrorCode.ACCESS_DENIED,
          "User: arn:%s:iam::%s:root is not authorized to perform: %s on resource: %s because no resource-based policy allows the %3$s action"
              .formatted(
                  call.caller().partition().id(),
                  call.caller().account(),
                  "sqs:" + call.operation().toLowerCase(Locale.ROOT),
                  queue.arn()));
    }
  }
}
