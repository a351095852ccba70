package io.pushsim.journal.disk;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.pushsim.bucket.BucketChange;
import io.pushsim.function.FunctionChange;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Outcome;
import io.pushsim.policy.PolicyChange;
import io.pushsim.queue.QueueChange;
import io.pushsim.runtime.InvocationResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form of entries on disk: JSON, by the names of the records that they are, each of an
 * interface's with {@code "is"} and its simple name. Times are seconds since 1970, durations
 * nanoseconds, and what is absent is left out. {@link Entry#SCHEMA_VERSION} counts its changes.
 */
final class EntryFormat {
  private static final List<byte[]> OF_STATE =
      records(Entry.OfState.class)
          .map(kind -> "{\"is\":\"%s\"".formatted(kind.getSimpleName()))
          .map(beginning -> beginning.getBytes(StandardCharsets.UTF_8))
          .toList();

  private final ObjectWriter writer;
  private final ObjectReader reader;

  EntryFormat() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new ScalarForms())
            .addModule(new PolicyForms())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();
    for (Class<?> kind :
        List.of(
            Entry.class,
            Outcome.class,
            FunctionChange.class,
            PolicyChange.class,
            BucketChange.class,
            QueueChange.class,
            InvocationResult.class)) {
      name(mapper, kind);
    }
    writer = mapper.writerFor(Entry.class);
    reader = mapper.readerFor(Entry.class);
  }

  /** Makes the records of a sealed interface be told apart by their names. */
  private static void name(JsonMapper mapper, Class<?> kind) {
    mapper.addMixIn(kind, Named.class);
    records(kind)
        .forEach(record -> mapper.registerSubtypes(new NamedType(record, record.getSimpleName())));
  }

  private static Stream<Class<?>> records(Class<?> kind) {
    return kind.isRecord()
        ? Stream.of(kind)
        : Stream.of(kind.getPermittedSubclasses()).flatMap(EntryFormat::records);
  }

  /** Appends the entry as one line of JSON, without a line end. */
  void write(Entry entry, ByteArrayOutputStream page) {
    try {
      writer.writeValue(page, entry);
    } catch (IOException e) {
      throw new IllegalStateException("an entry cannot be written as JSON", e);
    }
  }

  /** Whether an entry tells of the state, from its beginning alone. */
  boolean isOfState(Lines.Json json) {
    return OF_STATE.stream().anyMatch(json::startsWith);
  }

  /**
   * The entry that JSON tells.
   *
   * @param number the entry's
   * @throws Database.ForeignContent where it is none
   */
  Entry read(long number, Lines.Json json) throws Database.ForeignContent {
    try {
      return reader.readValue(json.page(), json.start(), json.length());
    } catch (JsonProcessingException e) {
      throw new Database.ForeignContent(
          "its entry %d cannot be read (%s)".formatted(number, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Named {}
}
