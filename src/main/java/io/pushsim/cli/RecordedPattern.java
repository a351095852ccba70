package io.pushsim.cli;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.BucketRegistry;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.display.Figures;
import io.pushsim.document.Problem;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.Recording;
import io.pushsim.scenario.ScenarioException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells the kinds of events that a recording has. */
final class RecordedPattern {
  private final BucketRegistry buckets;

  /** Events of a kind go the same way, whatever their keys. */
  private record Kind(String bucket, EventType type, List<TargetConfiguration> targets) {}

  /**
   * @param buckets those of the scenario
   */
  RecordedPattern(BucketRegistry buckets) {
    this.buckets = buckets;
  }

  /**
   * The first event of each kind, with how many there are.
   *
   * @throws ScenarioException where events are of buckets that the scenario does not have
   */
  List<LoadEvent> of(Recording recording) {
    Map<Kind, LoadEvent> kinds = new LinkedHashMap<>();
    Map<String, Integer> strangers = new TreeMap<>();
    for (ObjectEvent event : recording.events()) {
      Optional<Bucket> bucket = buckets.find(event.bucketName());
      if (bucket.isEmpty()) {
        strangers.merge(event.bucketName(), 1, Integer::sum);
        continue;
      }
      Kind kind =
          new Kind(
              event.bucketName(),
              event.type(),
              bucket.get().notificationConfiguration().match(event.type(), event.object().key()));
      kinds.merge(
          kind,
          new LoadEvent(event, 1),
          (first, one) -> new LoadEvent(first.template(), first.weight() + 1));
    }
    if (!strangers.isEmpty()) {
      throw new ScenarioException(
          strangers.entrySet().stream()
              .map(bucket -> stranger(recording, bucket.getKey(), bucket.getValue()))
              .toList());
    }
    return List.copyOf(kinds.values());
  }

  private static Problem stranger(Recording recording, String bucket, int events) {
    return Problem.ofFile(
        recording.file(),
        "%s of the bucket '%s', which the scenario does not have: add it there (buckets: { %s: {} }) with its notification configuration, or leave its events out of the file"
            .formatted(Figures.count(events, "event is", "events are"), bucket, bucket));
  }
}
