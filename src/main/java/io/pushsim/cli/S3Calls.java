package io.pushsim.cli;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.document.Problem;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.Recording;
import io.pushsim.load.remote.ObjectCall;
import io.pushsim.load.remote.ObjectTarget;
import io.pushsim.load.remote.ObjectTarget.Source;
import io.pushsim.scenario.ObjectContent;
import io.pushsim.scenario.ScenarioException;
import io.pushsim.scenario.StagedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which requests the events of a load happen on an S3 server.
 *
 * @param byEvent finds that of an event of the load
 * @param sources objects of which copies are made
 */
record S3Calls(ObjectTarget.Calls byEvent, List<Source> sources) {
  private static final String NOT_BY_ONE_REQUEST =
      "%s does not happen by one request that --target s3 could make: it puts, copies and deletes objects. Leave %s, or load another --target";

  /**
   * Finds them.
   *
   * @param payload what all objects hold that are put, in the place of what the steps say
   * @throws ScenarioException where an event does not happen by one request of the MinIO client's
   */
  static S3Calls of(LoadStage stage, Optional<Payload> payload) {
    LoadPattern pattern = new LoadPattern(stage.registry(), payload);
    Map<LoadEvent, ObjectCall> byEvent = new LinkedHashMap<>();
    List<Source> sources = new ArrayList<>();
    for (StagedEvent step : stage.pattern().steps()) {
      for (LoadEvent event : pattern.of(List.of(step))) {
        byEvent.put(event, call(step, event.template(), payload, sources));
      }
    }
    return new S3Calls(
        event -> Optional.ofNullable(byEvent.get(event)).orElseThrow(), List.copyOf(sources));
  }

  /**
   * Those of recorded events: objects of the recorded sizes, which hold zero bytes.
   *
   * @throws ScenarioException where an event does not happen by one request of the MinIO client's
   */
  static S3Calls of(Recording recording) {
    List<Problem> problems =
        recording.events().stream()
            .flatMap(event -> whyNot(event).stream())
            .distinct()
            .map(why -> Problem.ofFile(recording.file(), why))
            .toList();
    if (!problems.isEmpty()) {
      throw new ScenarioException(problems);
    }
    return new S3Calls(event -> recorded(event.template()), List.of());
  }

  private static Optional<String> whyNot(ObjectEvent event) {
    if (event.type() == EventType.OBJECT_REMOVED_DELETE) {
      return Optional.empty();
    }
    if (event.type() != EventType.OBJECT_CREATED_PUT) {
      return Optional.of(
          NOT_BY_ONE_REQUEST.formatted(event.type().recordName(), "its events out of the file"));
    }
    return size(event) > Payload.MOST
        ? Optional.of(
            "an object has %,d bytes, and a load sends up to %,d at once: leave it out of the file"
                .formatted(size(event), Payload.MOST))
        : Optional.empty();
  }

  private static ObjectCall recorded(ObjectEvent event) {
    return event.type() == EventType.OBJECT_REMOVED_DELETE
        ? (server, bucket, key) -> server.delete(bucket, key)
        : put(new byte[(int) size(event)]);
  }

  private static long size(ObjectEvent event) {
    return event.object().size().orElse(0L);
  }

  private static ObjectCall call(
      StagedEvent step, ObjectEvent event, Optional<Payload> payload, List<Source> sources) {
    return switch (event.type()) {
      case OBJECT_CREATED_PUT -> put(content(step, event, payload));
      case OBJECT_CREATED_COPY -> copy(step, event, sources);
      case OBJECT_REMOVED_DELETE -> (server, bucket, key) -> server.delete(bucket, key);
      default ->
          throw unsound(
              step, NOT_BY_ONE_REQUEST.formatted(event.type().recordName(), "the step out"));
    };
  }

  private static ObjectCall put(byte[] content) {
    return (server, bucket, key) -> server.put(bucket, key, content);
  }

  private static ObjectCall copy(StagedEvent step, ObjectEvent event, List<Source> sources) {
    String source =
        step.copySource()
            .orElseThrow(
                () ->
                    unsound(
                        step,
                        "the notification does not tell of which object this is a copy: write CopyObject instead"))
            .replaceFirst("^/", "");
    String bucket = source.substring(0, source.indexOf('/'));
    String key = source.substring(source.indexOf('/') + 1);
    sources.add(new Source(bucket, key, put(content(step, event, Optional.empty()))));
    return (server, target, name) -> server.copy(target, name, bucket, key);
  }

  /** Where a notification tells the size alone, so many zero bytes. */
  private static byte[] content(StagedEvent step, ObjectEvent event, Optional<Payload> payload) {
    long size = payload.map(Payload::size).orElseGet(() -> size(event));
    if (size > Payload.MOST) {
      throw unsound(
          step,
          "the object has %,d bytes, and a load sends up to %,d at once: give all objects a smaller size by --payload"
              .formatted(size, Payload.MOST));
    }
    return payload.isPresent() || step.content().isEmpty()
        ? new byte[(int) size]
        : read(step, step.content().get());
  }

  private static byte[] read(StagedEvent step, ObjectContent content) {
    try (InputStream bytes = content.open()) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw unsound(step, "what the object holds cannot be read: " + e);
    }
  }

  private static ScenarioException unsound(StagedEvent step, String why) {
    return new ScenarioException(List.of(Problem.at(step.place(), why)));
  }
}
