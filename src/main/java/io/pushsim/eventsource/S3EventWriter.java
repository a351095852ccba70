package io.pushsim.eventsource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Event;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import io.pushsim.time.IsoTime;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Writes an S3 event as AWS does, its members in AWS's order (recorded: test_xray_header); what a
 * handler gets.
 */
public final class S3EventWriter {
  private static final JsonFactory JSON = new JsonFactory();

  /** The JSON text {@code {"Records":[…]}} with this one record. */
  public String write(S3Event event) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("Records");
      writeRecord(json, event);
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * The JSON text {@code {"Records":[…]}} with this one record of a server's.
   *
   * @param record JSON text
   */
  String writeOriginal(String record) {
    return "{\"Records\":[" + record + "]}";
  }

  private static void writeRecord(JsonGenerator json, S3Event event) throws IOException {
    ObjectEvent.Request request = event.request();
    json.writeStartObject();
    json.writeStringField("eventVersion", event.eventVersion());
    json.writeStringField("eventSource", "aws:s3");
    json.writeStringField("awsRegion", event.awsRegion());
    json.writeStringField("eventTime", IsoTime.milliseconds(event.eventTime()));
    json.writeStringField("eventName", event.eventName().recordName());
    writePrincipal(json, "userIdentity", request.principalId());
    json.writeObjectFieldStart("requestParameters");
    json.writeStringField("sourceIPAddress", request.sourceIpAddress());
    json.writeEndObject();
    json.writeObjectFieldStart("responseElements");
    json.writeStringField("x-amz-request-id", request.requestId().orElse(""));
    json.writeStringField("x-amz-id-2", request.hostId().orElse(""));
    json.writeEndObject();
    writeS3(json, event);
    if (event.data().isPresent()) {
      json.writeFieldName(event.data().get().member());
      json.writeRawValue(event.data().get().json());
    }
    json.writeEndObject();
  }

  private static void writeS3(JsonGenerator json, S3Event event) throws IOException {
    json.writeObjectFieldStart("s3");
    json.writeStringField("s3SchemaVersion", "1.0");
    json.writeStringField("configurationId", event.configurationId());
    json.writeObjectFieldStart("bucket");
    json.writeStringField("name", event.bucketName());
    writePrincipal(json, "ownerIdentity", event.ownerPrincipalId());
    json.writeStringField("arn", event.bucketArn().toString());
    json.writeEndObject();
    writeObject(json, event.encodedKey(), event.object());
    json.writeEndObject();
  }

  private static void writeObject(JsonGenerator json, String encodedKey, S3Object object)
      throws IOException {
    json.writeObjectFieldStart("object");
    json.writeStringField("key", encodedKey);
    if (object.size().isPresent()) {
      json.writeNumberField("size", object.size().get());
    }
    writePresent(json, "eTag", object.eTag());
    writePresent(json, "versionId", object.versionId());
    writePresent(json, "sequencer", object.sequencer().map(Sequencer::text));
    json.writeEndObject();
  }

  private static void writePrincipal(JsonGenerator json, String member, String principalId)
      throws IOException {
    json.writeObjectFieldStart(member);
    json.writeStringField("principalId", principalId);
    json.writeEndObject();
  }

  private static void writePresent(JsonGenerator json, String member, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(member, value.get());
    }
  }
}
