package io.pushsim.eventsource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message as it looks when it comes through AWS's services instead of by itself. */
enum Enveloped {
  BY_ITSELF,
  QUEUE_EVENT,
  QUEUE_ANSWER,
  QUEUE_MESSAGE,
  TOPIC_MESSAGE,
  TOPIC_EVENT,
  TOPIC_IN_QUEUE,
  TOPIC_IN_QUEUE_ANSWER;

  String around(String message) {
    return switch (this) {
      case BY_ITSELF -> message;
      case QUEUE_EVENT -> queueEvent(message);
      case QUEUE_ANSWER -> queueAnswer(message);
      case QUEUE_MESSAGE -> queued(message).toString();
      case TOPIC_MESSAGE -> published(message).put("SignatureVersion", "1").toString();
      case TOPIC_EVENT -> topicEvent(message);
      case TOPIC_IN_QUEUE -> queueEvent(TOPIC_MESSAGE.around(message));
      case TOPIC_IN_QUEUE_ANSWER -> queueAnswer(TOPIC_MESSAGE.around(message));
    };
  }

  private static String queueEvent(String message) {
    ObjectNode event = object();
    event
        .putArray("Records")
        .addObject()
        .put("messageId", "059f36b4-87a3-44ab-83d2-661975830a7d")
        .put("receiptHandle", "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a")
        .put("body", message)
        .put("md5OfBody", "e4e68fb7bd0e697a0ae8f1bb342846b3")
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", "arn:aws:sqs:us-east-2:123456789012:my-queue")
        .put("awsRegion", "us-east-2");
    return event.toString();
  }

  private static String queueAnswer(String message) {
    ObjectNode answer = object();
    answer.putArray("Messages").add(queued(message));
    return answer.toString();
  }

  private static String topicEvent(String message) {
    ObjectNode event = object();
    event
        .putArray("Records")
        .addObject()
        .put("EventVersion", "1.0")
        .put("EventSource", "aws:sns")
        .put("EventSubscriptionArn", "arn:aws:sns:us-east-1:111111111111:t:21be56ed")
        .set("Sns", published(message));
    return event.toString();
  }

  private static ObjectNode queued(String message) {
    return object()
        .put("MessageId", "059f36b4-87a3-44ab-83d2-661975830a7d")
        .put("ReceiptHandle", "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a")
        .put("MD5OfBody", "e4e68fb7bd0e697a0ae8f1bb342846b3")
        .put("Body", message);
  }

  private static ObjectNode published(String message) {
    return object()
        .put("Type", "Notification")
        .put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324")
        .put("TopicArn", "arn:aws:sns:us-east-1:111111111111:t")
        .put("Subject", "Amazon S3 Notification")
        .put("Message", message)
        .put("Timestamp", "2026-11-23T01:56:19.355Z");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
