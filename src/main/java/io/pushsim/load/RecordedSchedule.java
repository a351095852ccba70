package io.pushsim.load;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Recorded events, each once, in their order and at their distances. A warm-up has them from the
 * first on, again and again where it is long, at a rate that grows to the recording's mean.
 *
 * @param speed by which the distances are divided: with 10 they follow each other ten times as fast
 */
public record RecordedSchedule(Recording recording, double speed, Duration warmUp)
    implements Schedule {
  private static final double NANOS = 1e9;

  /** So long it is measured at least: a burst within a moment has no rate. */
  private static final long SHORTEST = TimeUnit.SECONDS.toNanos(1);

  /** The time until the last event is due, a second at the least. */
  @Override
  public Duration duration() {
    return Duration.ofNanos(Math.max(SHORTEST, due(size() - 1)));
  }

  private int size() {
    return recording.events().size();
  }

  /** When an event is due, in nanoseconds after the first. */
  private long due(int event) {
    Duration recorded = recording.sinceFirst(event);
    return (long) ((recorded.getSeconds() * NANOS + recorded.getNano()) / speed);
  }

  /** Pushes a second, on average over the duration. */
  public double meanRate() {
    return size() / (duration().toNanos() / NANOS);
  }

  private RatePlan growing() {
    return RatePlan.growing(meanRate(), warmUp);
  }

  @Override
  public Shots shots(Sender sender) {
    return new RecordedShots(sender);
  }

  @Override
  public Shot priming(int place, int pushes) {
    return shot(-1L - place, System.nanoTime(), false, place % size());
  }

  private Shot shot(long number, long due, boolean measured, int event) {
    LoadEvent sent = new LoadEvent(recording.events().get(event), 1);
    return new Shot(number, due, measured, sent, sent.template().object().key());
  }

  @Override
  public double pushesUntil(double second) {
    return second >= 0
        ? dueUntil(Math.round(second * NANOS))
        : growing().pushesUntil(second + warmUp.toNanos() / NANOS) - growing().pushes();
  }

  /** How many events are due until then, that moment included. */
  private int dueUntil(long nanos) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (due(middle) <= nanos) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private final class RecordedShots implements Shots {
    private final Sender sender;
    private final RatePlan growing = growing();
    private final long warmUpPushes = (long) Math.ceil(growing.pushes());
    private final long begin;
    private long number;

    RecordedShots(Sender sender) {
      this.sender = sender;
      begin = sender.start() + warmUp.toNanos();
      number = sender.number();
    }

    @Override
    public Optional<Shot> next() {
      Optional<Shot> next = number < warmUpPushes ? warmingUp() : measured();
      number += sender.senders();
      return next;
    }

    private Optional<Shot> warmingUp() {
      return growing
          .timeOf((double) number)
          .map(due -> shot(number, sender.start() + due, false, (int) (number % size())));
    }

    private Optional<Shot> measured() {
      long event = number - warmUpPushes;
      return event < size()
          ? Optional.of(shot(number, begin + due((int) event), true, (int) event))
          : Optional.empty();
    }
  }
}
