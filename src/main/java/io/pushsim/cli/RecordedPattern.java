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

/** The kinds of events that a recording has. */
final class RecordedPattern {
  private final BucketRegistry buckets;
  private final Map<Kind, LoadEvent> kinds = new LinkedHashMap<>();

  /** Events of a kind go the same way, whatever their keys. */
  private record Kind(String bucket, EventType type, List<TargetConfiguration> targets) {}

  private RecordedPattern(BucketRegistry buckets) {
    this.buckets = buckets;
  }

  /**
   * Finds them.
   *
   * @param buckets those of the scenario
   * @throws ScenarioException where events are of buckets that the scenario does not have
   */
  static RecordedPattern of(Recording recording, BucketRegistry buckets) {
    RecordedPattern pattern = new RecordedPattern(buckets);
    Map<String, Integer> strangers = new TreeMap<>();
    for (ObjectEvent event : recording.events()) {
      Optional<Bucket> bucket = buckets.find(event.bucketName());
      if (bucket.isEmpty()) {
        strangers.merge(event.bucketName(), 1, Integer::sum);
      } else {
        pattern.add(kind(bucket.get(), event), event);
      }
    }
    if (!strangers.isEmpty()) {
      throw new ScenarioException(
          strangers.entrySet().stream()
              .map(bucket -> stranger(recording, bucket.getKey(), bucket.getValue()))
              .toList());
    }
    return pattern;
  }

  private void add(Kind kind, ObjectEvent event) {
    kinds.merge(
        kind,
        new LoadEvent(event, 1),
        (first, one) -> new LoadEvent(first.template(), first.weight() + 1));
  }

  private static Kind kind(Bucket bucket, ObjectEvent event) {
    return new Kind(
        bucket.name(),
        event.type(),
        bucket.notificationConfiguration().match(event.type(), event.object().key()));
  }

  /** The first event of each kind, with how many there are. */
  List<LoadEvent> events() {
    return List.copyOf(kinds.values());
  }

  /** The first event of this one's kind. */
  ObjectEvent kindOf(ObjectEvent event) {
    Bucket bucket = buckets.find(event.bucketName()).orElseThrow();
    return Optional.ofNullable(kinds.get(kind(bucket, event))).orElseThrow().template();
  }

  private static Problem stranger(Recording recording, String bucket, int events) {
    return Problem.ofFile(
        recording.file(),
        "%s of the bucket '%s', which the scenario does not have: add it there (buckets: { %s: {} }) with its notification configuration, or leave its events out of the file"
            .formatted(Figures.count(events, "event is", "events are"), bucket, bucket));
  }
}
