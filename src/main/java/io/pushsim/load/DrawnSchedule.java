package io.pushsim.load;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Events of a mix, drawn by their weights, at a planned rate.
 *
 * @param even whether pushes follow each other at equal distances, and not by chance
 */
public record DrawnSchedule(
    RatePlan rate, boolean even, Duration duration, Duration warmUp, Mix mix) implements Schedule {

  @Override
  public Shots shots(Sender sender) {
    return new DrawnShots(sender);
  }

  @Override
  public Shot priming(int place, int pushes) {
    return shot(-1L - place, System.nanoTime(), false, mix.event(place / (double) pushes));
  }

  private Shot shot(long number, long due, boolean measured, LoadEvent event) {
    return new Shot(
        number, due, measured, event, mix.keys().key(number, event.template().object().key()));
  }

  @Override
  public double pushesUntil(double second) {
    if (second >= 0) {
      return rate.pushesUntil(second);
    }
    RatePlan growing = rate.warmUp(warmUp);
    return growing.pushesUntil(second + warmUp.toNanos() / 1e9) - growing.pushes();
  }

  private final class DrawnShots implements Shots {
    private final Sender sender;
    private final SplittableRandom random;
    private final Arrivals arrivals;
    private final long warm;
    private long number;

    DrawnShots(Sender sender) {
      this.sender = sender;
      random = random(sender);
      arrivals = new Arrivals(rate.after(warmUp).share(sender.senders()), even, random.split());
      warm = sender.start() + warmUp.toNanos();
      number = sender.number();
    }

    /** The sender's own: no two draw the same. */
    private static SplittableRandom random(Sender sender) {
      SplittableRandom seeds = new SplittableRandom(sender.seed());
      for (int i = 0; i < sender.number(); i++) {
        seeds.split();
      }
      return seeds.split();
    }

    @Override
    public Optional<Shot> next() {
      Optional<Long> next = arrivals.next();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      long due = sender.start() + next.get();
      Shot shot = shot(number, due, due >= warm, mix.event(random.nextDouble()));
      number += sender.senders();
      return Optional.of(shot);
    }
  }
}
