package io.pushsim.cli;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import io.pushsim.scenario.ObjectChange;
import io.pushsim.time.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What S3 tells of the changes of a story's objects. */
final class ObjectEvents {
  private static final int REQUEST_ID_LENGTH = 18;

  private final InstantSource clock;
  private final Ids ids;
  private final AtomicLong changes = new AtomicLong();

  ObjectEvents(InstantSource clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The event of a change that is made now.
   *
   * @param principalId who makes it, as event records name it
   */
  ObjectEvent of(ObjectChange change, String principalId) {
    Instant now = clock.instant();
    return new ObjectEvent(
        EventType.parse(change.eventName()).orElseThrow(),
        now,
        change.bucket(),
        new S3Object(
            change.key(),
            change.size(),
            change.eTag(),
            change.versionId(),
            Optional.of(new Sequencer(nextSequencer(now)))),
        new ObjectEvent.Request(
            principalId,
            "127.0.0.1",
            Optional.of(
                ids.get()
                    .toString()
                    .substring(0, REQUEST_ID_LENGTH)
                    .replace("-", "")
                    .toUpperCase(Locale.ROOT)),
            Optional.of(ids.get().toString())),
        Optional.empty());
  }

  /** Later changes have larger ones, as S3 promises for one key. */
  private String nextSequencer(Instant now) {
    return "%08X%010X".formatted(now.getEpochSecond(), changes.incrementAndGet());
  }
}
