package io.pushsim.load;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One push of the load, on its way. */
public final class Shot {
  private final long number;
  private final long due;
  private final boolean measured;
  private final LoadEvent event;
  private final String key;
  private final AtomicInteger open = new AtomicInteger(1);
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * @param due when it was meant to be sent, as {@link System#nanoTime} counts
   * @param measured false while warming up
   */
  public Shot(long number, long due, boolean measured, LoadEvent event, String key) {
    this.number = number;
    this.due = due;
    this.measured = measured;
    this.event = event;
    this.key = key;
  }

  public long number() {
    return number;
  }

  public long due() {
    return due;
  }

  public boolean isMeasured() {
    return measured;
  }

  public String key() {
    return key;
  }

  /** What happens, to which object is said by the key. */
  public LoadEvent event() {
    return event;
  }

  /**
   * The event as S3 would tell of it.
   *
   * @param requestId by which its notification is told from all others: S3's id of the request
   */
  public ObjectEvent objectEvent(Instant time, String requestId) {
    ObjectEvent template = event.template();
    S3Object object = template.object();
    return new ObjectEvent(
        template.type(),
        time,
        template.bucketName(),
        new S3Object(
            key,
            object.size(),
            object.eTag(),
            object.versionId(),
            Optional.of(Sequencer.of(time, number))),
        new ObjectEvent.Request(
            template.request().principalId(),
            template.request().sourceIpAddress(),
            Optional.of(requestId),
            template.request().hostId()),
        template.data());
  }

  /** So many deliveries come of it. */
  public void expect(int deliveries) {
    open.set(deliveries);
  }

  /** One of its deliveries has ended; true where that was the last. */
  public boolean isLast() {
    return open.decrementAndGet() == 0;
  }

  /** Something of it failed; true where that is the first time. */
  public boolean failsFirst() {
    return failed.compareAndSet(false, true);
  }
}
