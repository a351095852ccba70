package io.pushsim.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts what pushsim replies, and what was recorded, into the same form: that of the recorder. */
final class RecordedForm {
  private static final String METADATA = "ResponseMetadata";
  private static final String STATUS = "HTTPStatusCode";
  private static final String HEADERS = "HTTPHeaders";
  private static final String PAYLOAD = "Payload";
  private static final String REQUEST_ID = "x-amzn-requestid";
  private static final String LENGTH = "content-length";
  // botocore's own: of the id that is in a header too, and of its attempts.
  private static final Set<String> OF_THE_CLIENT = Set.of("RequestId", "RetryAttempts");
  // Of the connection and the day, not of the answer.
  private static final Set<String> PASSING = Set.of("connection", "date");
  private static final Pattern FAILURES =
      Pattern.compile("(\\d+) validation errors? detected: (.*)", Pattern.DOTALL);

  private RecordedForm() {}

  /** A recorded response, as far as the reply can be held against it. */
  static JsonNode recorded(JsonNode response, Reply reply) {
    ObjectNode plain = response.deepCopy();
    if (plain.path(METADATA) instanceof ObjectNode metadata) {
      metadata.remove(OF_THE_CLIENT);
      if (metadata.path(HEADERS) instanceof ObjectNode headers && areCompared(response, reply)) {
        headers.remove(PASSING);
        headers.put(REQUEST_ID, "<uuid>");
      } else {
        metadata.remove(HEADERS);
      }
    }
    return plain;
  }

  private static boolean areCompared(JsonNode recorded, Reply reply) {
    return !recorded.path(METADATA).path(HEADERS).isEmpty() && !reply.headers().isEmpty();
  }

  /** The length that AWS's body had, where it was recorded. */
  static Optional<Integer> length(JsonNode recorded) {
    return Optional.of(recorded.path(METADATA).path(HEADERS).path(LENGTH))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asInt);
  }

  /** A reply in the form of the response that it is to be held against. */
  static ObjectNode of(Reply reply, JsonNode recorded) {
    return reply instanceof Reply.Refused refused
        ? of(refused, recorded)
        : of((Reply.Answered) reply, recorded);
  }

  /** An answer; a payload is text where the recorder kept it as text. */
  private static ObjectNode of(Reply.Answered answer, JsonNode recorded) {
    ObjectNode form = answer.members().deepCopy();
    if (recorded.path(PAYLOAD).isTextual()) {
      form.put(PAYLOAD, form.has(PAYLOAD) ? form.get(PAYLOAD).toString() : "");
    }
    namesOnly(form, recorded);
    // The recorder put the pages of a list together, and then left the metadata out; of some
    // payloads it kept the payload alone.
    if (recorded.isMissingNode() || recorded.has(METADATA)) {
      form.set(METADATA, metadata(answer, recorded));
    }
    return form;
  }

  /** Where the recorder kept no more of an object than its members' names, sorted. */
  private static void namesOnly(ObjectNode form, JsonNode recorded) {
    for (Map.Entry<String, JsonNode> member : recorded.properties()) {
      if (member.getValue().isArray() && form.path(member.getKey()).isObject()) {
        List<String> names = Script.names(form.get(member.getKey()));
        ArrayNode sorted = form.putArray(member.getKey());
        names.stream().sorted().forEach(sorted::add);
      }
    }
  }

  /** An error; only its code and message where the recorder kept no more. */
  private static ObjectNode of(Reply.Refused refused, JsonNode recorded) {
    return recorded.path("Code").isTextual()
        ? normalised(refused, recorded)
        : parsed(refused, recorded);
  }

  // As botocore parses it: of an error that is not in its model it keeps code and message alone.
  private static ObjectNode parsed(Reply.Refused refused, JsonNode recorded) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    if (refused.saysCode()) {
      form.set("Error", refused.fields());
    } else {
      form.putObject("Error").put("Code", refused.code()).put("Message", refused.message());
      if (refused.modelled()) {
        form.setAll(refused.fields());
      }
    }
    form.set(METADATA, metadata(refused, recorded));
    return form;
  }

  private static ObjectNode normalised(Reply.Refused refused, JsonNode recorded) {
    ObjectNode form = JsonNodeFactory.instance.objectNode().put("Code", refused.code());
    Matcher failures = FAILURES.matcher(refused.message());
    if (!recorded.has("Errors") || !failures.matches()) {
      return form.put("Message", refused.message());
    }
    ArrayNode sorted = form.put("Count", Integer.parseInt(failures.group(1))).putArray("Errors");
    Stream.of(failures.group(2).split("; (?=Value )")).sorted().forEach(sorted::add);
    return form;
  }

  private static ObjectNode metadata(Reply reply, JsonNode recorded) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode().put(STATUS, reply.status());
    if (areCompared(recorded, reply)) {
      ObjectNode headers = metadata.putObject(HEADERS);
      reply.headers().forEach(headers::put);
      headers.remove(PASSING);
    }
    return metadata;
  }
}
