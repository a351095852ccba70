package io.pushsim.journal.disk;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.pushsim.bucket.BucketChange;
import io.pushsim.function.FunctionChange;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Outcome;
import io.pushsim.policy.PolicyChange;
import io.pushsim.runtime.InvocationResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form of entries on disk: JSON, by the names of the records that they are, each of an
 * interface's with {@code "is"} and its simple name. Times are seconds since 1970, durations
 * nanoseconds, and what is absent is left out. {@link Entry#SCHEMA_VERSION} counts its changes.
 */
final class EntryFormat {
  private static final List<String> OF_STATE =
      records(Entry.OfState.class)
          .map(kind -> "{\"is\":\"%s\"".formatted(kind.getSimpleName()))
          .toList();

  private final JsonMapper mapper;

  EntryFormat() {
    mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new ScalarForms())
            .addModule(new PolicyForms())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
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
            InvocationResult.class)) {
      name(kind);
    }
  }

  /** Makes the records of a sealed interface be told apart by their names. */
  private void name(Class<?> kind) {
    mapper.addMixIn(kind, Named.class);
    records(kind)
        .forEach(record -> mapper.registerSubtypes(new NamedType(record, record.getSimpleName())));
  }

  private static Stream<Class<?>> records(Class<?> kind) {
    return kind.isRecord()
        ? Stream.of(kind)
        : Stream.of(kind.getPermittedSubclasses()).flatMap(EntryFormat::records);
  }

  /** The entry as one line of JSON. */
  String write(Entry entry) {
    try {
      return mapper.writerFor(Entry.class).writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry cannot be written as JSON", e);
    }
  }

  /** Whether a line tells of the state, from its beginning alone. */
  boolean isOfState(String line) {
    return OF_STATE.stream().anyMatch(line::startsWith);
  }

  /**
   * The entry that a line tells.
   *
   * @throws JsonProcessingException where it is none
   */
  Entry read(String line) throws JsonProcessingException {
    return mapper.readValue(line, Entry.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Named {}
}
