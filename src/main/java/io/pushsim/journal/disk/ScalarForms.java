package io.pushsim.journal.disk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.EventSelection;
import io.pushsim.bucket.FilterRule;
import io.pushsim.bucket.KeyFilter;
import io.pushsim.bucket.Sequencer;
import io.pushsim.runtime.LogLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How times, durations, ARNs, log lines and other small values stand in the journal. */
final class ScalarForms extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final int NANO_DIGITS = 9;
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final TypeReference<List<FilterRule>> RULES = new TypeReference<>() {};

  ScalarForms() {
    super("scalars");
    addSerializer(
        Instant.class, of(Instant.class, (instant, json) -> json.writeNumber(seconds(instant))));
    addDeserializer(Instant.class, of(Instant.class, json -> instant(json.getDecimalValue())));
    addSerializer(
        Duration.class,
        of(Duration.class, (duration, json) -> json.writeNumber(duration.toNanos())));
    addDeserializer(
        Duration.class, of(Duration.class, json -> Duration.ofNanos(json.getLongValue())));
    addSerializer(
        FunctionArn.class, of(FunctionArn.class, (arn, json) -> json.writeString(arn.toString())));
    addDeserializer(FunctionArn.class, of(FunctionArn.class, ScalarForms::functionArn));
    addSerializer(
        Sequencer.class,
        of(Sequencer.class, (sequencer, json) -> json.writeString(sequencer.text())));
    addDeserializer(Sequencer.class, of(Sequencer.class, json -> new Sequencer(json.getText())));
    addSerializer(
        EventSelection.class,
        of(EventSelection.class, (events, json) -> json.writeObject(events.names())));
    addDeserializer(
        EventSelection.class,
        of(EventSelection.class, json -> new EventSelection(json.readValueAs(NAMES))));
    addSerializer(
        KeyFilter.class, of(KeyFilter.class, (filter, json) -> json.writeObject(filter.rules())));
    addDeserializer(
        KeyFilter.class, of(KeyFilter.class, json -> new KeyFilter(json.readValueAs(RULES))));
    addSerializer(LogLine.class, of(LogLine.class, ScalarForms::write));
    addDeserializer(LogLine.class, of(LogLine.class, ScalarForms::logLine));
  }

  /** As in {@code 1795651200.123456789}. */
  private static String seconds(Instant instant) {
    if (instant.getNano() == 0) {
      return Long.toString(instant.getEpochSecond());
    }
    if (instant.getEpochSecond() < 0) {
      return BigDecimal.valueOf(instant.getEpochSecond())
          .add(BigDecimal.valueOf(instant.getNano(), NANO_DIGITS))
          .toPlainString();
    }
    String nanos = Integer.toString(instant.getNano());
    return instant.getEpochSecond() + "." + "0".repeat(NANO_DIGITS - nanos.length()) + nanos;
  }

  private static Instant instant(BigDecimal seconds) {
    BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
    return Instant.ofEpochSecond(
        parts[0].longValueExact(), parts[1].movePointRight(NANO_DIGITS).longValueExact());
  }

  private static FunctionArn functionArn(JsonParser json) throws IOException {
    String text = json.getText();
    return FunctionArn.parse(text)
        .orElseThrow(() -> new IOException("'%s' is no function's ARN".formatted(text)));
  }

  /** A line that Lambda wrote says its message already by its text. */
  private static void write(LogLine line, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeFieldName("time");
    json.writeNumber(seconds(line.time()));
    json.writeStringField("text", line.text());
    if (!line.message().equals(line.text())) {
      json.writeStringField("message", line.message());
    }
    if (line.fromHandler()) {
      json.writeBooleanField("fromHandler", true);
    }
    json.writeEndObject();
  }

  private static LogLine logLine(JsonParser json) throws IOException {
    Instant time = Instant.EPOCH;
    String text = "";
    Optional<String> message = Optional.empty();
    boolean fromHandler = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "time" -> time = instant(json.getDecimalValue());
        case "text" -> text = json.getText();
        case "message" -> message = Optional.of(json.getText());
        case "fromHandler" -> fromHandler = json.getBooleanValue();
        default -> json.skipChildren();
      }
    }
    return new LogLine(time, text, message.orElse(text), fromHandler);
  }

  /** Writes a value. */
  interface Writing<T> {
    void write(T value, JsonGenerator json) throws IOException;
  }

  /** Reads a value, from its first token on. */
  interface Reading<T> {
    T read(JsonParser json) throws IOException;
  }

  static <T> StdSerializer<T> of(Class<T> type, Writing<T> writing) {
    return new StdSerializer<>(type) {
      private static final long serialVersionUID = 1L;

      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        writing.write(value, json);
      }
    };
  }

  static <T> StdDeserializer<T> of(Class<T> type, Reading<T> reading) {
    return new StdDeserializer<>(type) {
      private static final long serialVersionUID = 1L;

      @Override
      public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return reading.read(json);
      }
    };
  }
}
