package io.pushsim.invocation.destination;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Delivery;
import io.pushsim.time.IsoTime;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * What a destination gets: the record of an asynchronous invocation at its end, and around it what
 * EventBridge adds (recorded: test_lambda_destinations; Lambda's developer guide, "Capturing
 * records of Lambda asynchronous invocations").
 */
final class DestinationRecord {
  private static final JsonFactory JSON = new JsonFactory();

  private DestinationRecord() {}

  /** The record as JSON text. */
  static String of(Ending ending) {
    return json(json -> write(ending, json));
  }

  /**
   * The event that a bus gets, as JSON text.
   *
   * @param id a fresh one
   * @param bus its ARN
   */
  static String event(Ending ending, String id, String bus) {
    return json(
        json -> {
          json.writeStartObject();
          json.writeStringField("version", "0");
          json.writeStringField("id", id);
          json.writeStringField(
              "detail-type",
              "Lambda Function Invocation Result - "
                  + (ending.isSuccess() ? "Success" : "Failure"));
          json.writeStringField("source", "lambda");
          json.writeStringField("account", ending.delivery().target().account());
          json.writeStringField("time", seconds(IsoTime.milliseconds(ending.time())));
          json.writeStringField("region", ending.delivery().target().region());
          json.writeArrayFieldStart("resources");
          json.writeString(bus);
          json.writeString(ending.qualifiedArn().toString());
          json.writeEndArray();
          json.writeFieldName("detail");
          write(ending, json);
          json.writeEndObject();
        });
  }

  private static String seconds(String milliseconds) {
    return milliseconds.substring(0, milliseconds.indexOf('.')) + "Z";
  }

  private interface Writing {
    void write(JsonGenerator json) throws IOException;
  }

  private static String json(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      writing.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("JSON cannot be written in memory", e);
    }
    return text.toString();
  }

  private static void write(Ending ending, JsonGenerator json) throws IOException {
    Delivery delivery = ending.delivery();
    json.writeStartObject();
    json.writeStringField("version", "1.0");
    json.writeStringField("timestamp", IsoTime.milliseconds(ending.time()));
    json.writeObjectFieldStart("requestContext");
    json.writeStringField("requestId", delivery.id());
    json.writeStringField("functionArn", ending.qualifiedArn().toString());
    json.writeStringField("condition", condition(ending.conclusion()));
    json.writeNumberField("approximateInvokeCount", delivery.course().attempts().size());
    json.writeEndObject();
    json.writeFieldName("requestPayload");
    json.writeRawValue(delivery.payload());
    if (ending.lastAttempt().isPresent()) {
      writeResponse(ending.lastAttempt().get(), json);
    }
    json.writeEndObject();
  }

  private static void writeResponse(Attempt attempt, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("responseContext");
    json.writeNumberField("statusCode", 200);
    json.writeStringField("executedVersion", attempt.executedVersion());
    if (attempt.report().result().isError()) {
      json.writeStringField("functionError", "Unhandled");
    }
    json.writeEndObject();
    json.writeFieldName("responsePayload");
    json.writeRawValue(attempt.report().result().payload());
  }

  private static String condition(Conclusion conclusion) {
    return switch (conclusion) {
      case SUCCEEDED -> "Success";
      case RETRIES_EXHAUSTED -> "RetriesExhausted";
      case EVENT_AGE_EXCEEDED -> "EventAgeExceeded";
      case ZERO_RESERVED_CONCURRENCY -> "ZeroReservedConcurrency";
      case RECURSION_DETECTED -> "RecursiveInvocation";
      case TARGET_NOT_FOUND -> "FunctionNotFound";
    };
  }
}
