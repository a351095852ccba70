package io.pushsim.load.recording;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Events without what each push has anew, the ids of its request and its sequencer, and with what
 * many have in common held once: there may be millions of them.
 */
final class SlimEvents {
  /** What is told apart beyond so many is held by each event. */
  private static final int MOST = 10_000;

  private final Map<String, String> buckets = new HashMap<>();
  private final Map<ObjectEvent.Request, ObjectEvent.Request> requests = new HashMap<>();

  ObjectEvent of(ObjectEvent event) {
    S3Object object = event.object();
    return new ObjectEvent(
        event.type(),
        event.time(),
        once(event.bucketName(), buckets),
        new S3Object(
            object.key(), object.size(), object.eTag(), object.versionId(), Optional.empty()),
        once(
            new ObjectEvent.Request(
                event.request().principalId(),
                event.request().sourceIpAddress(),
                Optional.empty(),
                Optional.empty()),
            requests),
        event.data());
  }

  private static <T> T once(T value, Map<T, T> known) {
    T found = known.get(value);
    if (found != null) {
      return found;
    }
    if (known.size() < MOST) {
      known.put(value, value);
    }
    return value;
  }
}
