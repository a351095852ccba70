package io.pushsim.load;

import io.pushsim.load.measurement.Counts;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.measurement.Sampler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One load, from its warm-up to its last push. */
public final class LoadRun {
  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

  /** So many times a load is looked at, at least, and each second at least. */
  private static final int LOOKS = 20;

  private static final long SHORTEST_LOOK = TimeUnit.MILLISECONDS.toNanos(50);

  private final LoadPlan plan;
  private final LoadTarget target;
  private final Measurements measurements;
  private final List<Interlude> interludes;
  private final LoadAudience audience;
  private final long interval;
  private double lastLook;
  private volatile boolean interrupted;

  /**
   * @param measurements that the target tells what comes of pushes
   * @param interludes operations in its middle
   */
  public LoadRun(
      LoadPlan plan,
      LoadTarget target,
      Measurements measurements,
      List<Interlude> interludes,
      LoadAudience audience) {
    this.interludes = List.copyOf(interludes);
    this.plan = plan;
    this.target = target;
    this.measurements = measurements;
    this.audience = audience;
    lastLook = -seconds(plan.warmUp());
    interval = Math.max(SHORTEST_LOOK, Math.min(NANOS, plan.duration().toNanos() / LOOKS));
  }

  /** Ends the load soon, with what was measured until then. Any thread may call. */
  public void interrupt() {
    interrupted = true;
  }

  /**
   * Runs it to its end.
   *
   * @throws RuntimeException where a sender failed, which is a fault of pushsim's
   */
  public LoadResult run() throws InterruptedException {
    if (!plan.warmUp().isZero()) {
      new Priming(plan.schedule(), target, measurements)
          .run(() -> interrupted || target.gone().isPresent());
    }
    long start = System.nanoTime();
    long begin = start + plan.warmUp().toNanos();
    Generator generator = new Generator(plan, target, measurements, start);
    Sampler sampler = new Sampler(measurements, target::process, begin, start);
    Course course = new Course(interludes, target, measurements, begin);
    generator.start();
    Ending ending = send(generator, sampler, course, begin);
    double seconds = Math.max(seconds(begin), 1.0 / NANOS);
    if (ending.kind() == Ending.Kind.AS_PLANNED) {
      seconds = Math.max(seconds, plan.duration().toNanos() / (double) NANOS);
    }
    Counts whileSending = measurements.counts();
    drain(sampler, begin);
    return new LoadResult(
        ending,
        rates(seconds, whileSending),
        sampler.counts(),
        sampler.latencies(),
        course.splits(sampler.counts().runs()),
        course.switches(),
        sampler.moments(),
        sampler.resources(),
        sampler.log());
  }

  /** Until everything is sent, or the load is to end early. */
  private Ending send(Generator generator, Sampler sampler, Course course, long begin)
      throws InterruptedException {
    long next = System.nanoTime() + interval;
    while (true) {
      long wait = Math.max(1, TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime()));
      course.advance(System.nanoTime());
      if (generator.await(Math.min(wait, interludes.isEmpty() ? 50 : 1))) {
        return Ending.AS_PLANNED;
      }
      if (interrupted) {
        generator.stop();
        return Ending.INTERRUPTED;
      }
      if (measurements.underWay() > plan.mostUnderWay()) {
        generator.stop();
        return Ending.overrun(plan.mostUnderWay());
      }
      Optional<String> gone = target.gone();
      if (gone.isPresent()) {
        generator.stop();
        return Ending.gone(gone.get());
      }
      if (System.nanoTime() >= next) {
        look(sampler, begin);
        next += interval;
      }
    }
  }

  /** Waits for what is under way, not for ever: what is throttled may wait for minutes. */
  private void drain(Sampler sampler, long begin) throws InterruptedException {
    look(sampler, begin);
    long until = System.nanoTime() + plan.drain().toNanos();
    long next = System.nanoTime() + interval;
    while (measurements.underWay() > 0
        && System.nanoTime() < until
        && !interrupted
        && target.gone().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(5);
      if (System.nanoTime() >= next) {
        look(sampler, begin);
        next += interval;
      }
    }
    look(sampler, begin);
  }

  private void look(Sampler sampler, long begin) {
    long now = System.nanoTime();
    double second = (now - begin) / (double) NANOS;
    double asked = plan.schedule().pushesUntil(second) - plan.schedule().pushesUntil(lastLook);
    double passed = Math.max(second - lastLook, 1.0 / NANOS);
    lastLook = second;
    audience.passed(sampler.look(now, asked / passed), sampler.counts());
  }

  private LoadResult.Rates rates(double seconds, Counts whileSending) {
    return new LoadResult.Rates(
        seconds,
        plan.schedule().pushesUntil(Math.min(seconds, seconds(plan.duration())))
            / Math.min(seconds, seconds(plan.duration())),
        whileSending.sent() / seconds,
        whileSending.ended() / seconds);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / (double) NANOS;
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / (double) NANOS;
  }
}
