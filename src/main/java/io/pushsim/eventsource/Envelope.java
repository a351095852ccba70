package io.pushsim.eventsource;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that carries a message as text, and where that text stands. */
enum Envelope {
  /** One of the messages that SQS hands to a Lambda function. */
  QUEUE_RECORD("an SQS record", "/body"),
  /** One of the messages that SNS hands to a Lambda function. */
  TOPIC_RECORD("an SNS record", "/Sns/Message"),
  /** A message as SQS's ReceiveMessage answers it. */
  QUEUE_MESSAGE("an SQS message", "/Body"),
  /** A notification as SNS delivers it over HTTP and to queues. */
  TOPIC_MESSAGE("an SNS envelope", "/Message");

  private final String words;
  private final String place;

  Envelope(String words, String place) {
    this.words = words;
    this.place = place;
  }

  /** What it is called, with its number where it is not the first of several. */
  String words(int number) {
    return number == 1 ? words : "%s (number %d)".formatted(words, number);
  }

  /**
   * The text that is carried.
   *
   * @throws io.pushsim.error.SimulatorException where there is none
   */
  String content(JsonNode message, Wrapping around) {
    JsonNode content = message.at(place);
    if (!content.isTextual()) {
      throw around.refusal(
          "%s without a text in its %s".formatted(words, place.substring(1).replace('/', '.')));
    }
    return content.textValue();
  }
}
