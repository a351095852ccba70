package io.pushsim.api.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.operation.QueueUrls;
import java.util.List;

/** The URLs of queues as their client reaches them: on the host and port that it called. */
final class QueueAddresses {
  private static final String ONE = "QueueUrl";
  private static final List<String> LISTS = List.of("QueueUrls", "queueUrls");

  private QueueAddresses() {}

  /** An answer with its URLs of queues made such. */
  static JsonNode localized(JsonNode answer, Exchange exchange) {
    if (answer instanceof ObjectNode object) {
      String aws = QueueUrls.base(exchange.caller().region());
      String here = "http://%s/".formatted(exchange.authority());
      if (object.path(ONE).isTextual()) {
        object.put(ONE, localized(object.path(ONE).textValue(), aws, here));
      }
      for (String list : LISTS) {
        if (object.path(list) instanceof ArrayNode urls) {
          for (int i = 0; i < urls.size(); i++) {
            urls.set(i, TextNode.valueOf(localized(urls.get(i).textValue(), aws, here)));
          }
        }
      }
    }
    return answer;
  }

  private static String localized(String url, String aws, String here) {
    return url.startsWith(aws) ? here + url.substring(aws.length()) : url;
  }
}
