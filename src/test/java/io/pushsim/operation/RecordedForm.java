package io.pushsim.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts what pushsim answers, and what was recorded, into the same form: that of the recorder. */
final class RecordedForm {
  private static final String METADATA = "ResponseMetadata";
  private static final String STATUS = "HTTPStatusCode";
  private static final String PAYLOAD = "Payload";
  private static final Pattern FAILURES =
      Pattern.compile("(\\d+) validation errors? detected: (.*)", Pattern.DOTALL);

  private RecordedForm() {}

  /** A recorded response without the headers of its day. */
  static JsonNode recorded(JsonNode response) {
    ObjectNode plain = response.deepCopy();
    if (plain.has(METADATA)) {
      plain.set(METADATA, metadata(plain.at("/ResponseMetadata/HTTPStatusCode").asInt()));
    }
    return plain;
  }

  /** The length that AWS's body had, where it was recorded. */
  static Optional<Integer> length(JsonNode recorded) {
    return Optional.of(recorded.at("/ResponseMetadata/HTTPHeaders/content-length"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asInt);
  }

  /** An answer; a payload is text where the recorder kept it as text. */
  static ObjectNode of(Answer answer, JsonNode recorded) {
    ObjectNode form = answer.body().deepCopy();
    if (recorded.path(PAYLOAD).isTextual()) {
      form.put(PAYLOAD, form.has(PAYLOAD) ? form.get(PAYLOAD).toString() : "");
    }
    namesOnly(form, recorded);
    // The recorder put the pages of a list together, and then left the metadata out.
    if (recorded.isMissingNode() || recorded.has(METADATA)) {
      form.set(METADATA, metadata(answer.status()));
    }
    return form;
  }

  /** Where the recorder kept no more of an object than its members' names, sorted. */
  private static void namesOnly(ObjectNode form, JsonNode recorded) {
    for (Map.Entry<String, JsonNode> member : recorded.properties()) {
      if (member.getValue().isArray() && form.path(member.getKey()).isObject()) {
        List<String> names = new ArrayList<>();
        form.get(member.getKey()).fieldNames().forEachRemaining(names::add);
        ArrayNode sorted = form.putArray(member.getKey());
        names.stream().sorted().forEach(sorted::add);
      }
    }
  }

  /** An error; only its code and message where the recorder kept no more. */
  static ObjectNode of(SimulatorException refusal, JsonNode recorded) {
    return recorded.has("Error") ? parsed(refusal) : normalised(refusal, recorded);
  }

  // As botocore parses it: of an error that is not in its model it keeps code and message alone.
  private static ObjectNode parsed(SimulatorException refusal) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    ObjectNode body = ErrorBody.of(refusal);
    if (refusal.code().body() == ErrorCode.Body.XML) {
      form.set("Error", body);
    } else {
      form.putObject("Error")
          .put("Code", refusal.code().shapeName())
          .put("Message", refusal.message());
      if (refusal.code().body() != ErrorCode.Body.UNTYPED_MESSAGE) {
        form.setAll(body);
      }
    }
    form.set(METADATA, metadata(refusal.code().httpStatus()));
    return form;
  }

  private static ObjectNode normalised(SimulatorException refusal, JsonNode recorded) {
    ObjectNode form = JsonNodeFactory.instance.objectNode().put("Code", refusal.code().shapeName());
    Matcher failures = FAILURES.matcher(refusal.message());
    if (!recorded.has("Errors") || !failures.matches()) {
      return form.put("Message", refusal.message());
    }
    ArrayNode sorted = form.put("Count", Integer.parseInt(failures.group(1))).putArray("Errors");
    Stream.of(failures.group(2).split("; (?=Value )")).sorted().forEach(sorted::add);
    return form;
  }

  private static ObjectNode metadata(int status) {
    return JsonNodeFactory.instance.objectNode().put(STATUS, status);
  }
}
