package io.pushsim.operation;

import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list of queues, in the order of their names.
 *
 * @param urls of the queues
 * @param nextToken what to ask the next page with, where there is one
 */
record QueuePage(List<String> urls, Optional<String> nextToken) {
  private static final int MOST = 1000;

  /**
   * The page that a request asks for. Without MaxResults there are the first 1,000 and no more (SQS
   * API reference, ListQueues).
   *
   * @throws io.pushsim.error.SimulatorException InvalidParameterValue
   */
  static QueuePage of(List<Queue> all, Optional<String> token, Optional<Integer> maxResults) {
    int most = maxResults.orElse(MOST);
    if (most < 1 || most > MOST) {
      throw QueueErrors.invalidParameter(
          "MaxResults", most, "Must be between 1 and 1000, if provided.");
    }
    String after = token.map(QueuePage::name).orElse("");
    List<Queue> rest =
        all.stream().filter(queue -> queue.name().name().compareTo(after) > 0).toList();
    List<Queue> page = rest.subList(0, Math.min(most, rest.size()));
    return new QueuePage(
        page.stream().map(queue -> QueueUrls.of(queue.name())).toList(),
        maxResults.isPresent() && rest.size() > most
            ? Optional.of(token(page.get(page.size() - 1)))
            : Optional.empty());
  }

  private static String token(Queue last) {
    return Base64.getEncoder().encodeToString(last.name().name().getBytes(StandardCharsets.UTF_8));
  }

  private static String name(String token) {
    try {
      return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      throw QueueErrors.invalidParameter(
          "NextToken", token, "Give the NextToken of a former answer.");
    }
  }
}
