package io.pushsim.load.report;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.function.Alias;
import io.pushsim.load.DrawnSchedule;
import io.pushsim.load.KeyTemplate;
import io.pushsim.load.LoadAudience;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.LoadPlan;
import io.pushsim.load.LoadResult;
import io.pushsim.load.LoadRun;
import io.pushsim.load.LoadTarget;
import io.pushsim.load.Mix;
import io.pushsim.load.RatePlan;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.measurement.ProcessFigures;
import io.pushsim.load.measurement.Ran;
import io.pushsim.load.threshold.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads to report on. */
public final class SampleLoads {
  /** A name that is to be shown and not obeyed. */
  public static final String HOSTILE = "</script><img src=x onerror=alert(1)>";

  private SampleLoads() {}

  /**
   * A short load whose pushes end at once; each tenth runs version 2, each hundredth fails with an
   * error of a hostile name.
   */
  public static LoadReport of(String... thresholds) {
    Duration duration = Duration.ofMillis(500);
    LoadPlan plan =
        new LoadPlan(
            new DrawnSchedule(
                RatePlan.parse("400", duration).orElseThrow(),
                true,
                duration,
                Duration.ZERO,
                new Mix(List.of(event()), KeyTemplate.OWN)),
            Duration.ZERO,
            1000,
            7);
    Measurements measurements = new Measurements();
    Target target = new Target(measurements);
    LoadResult result = run(new LoadRun(plan, target, measurements, List.of(), LoadAudience.NONE));
    Setting setting =
        new Setting(
            "Load of " + HOSTILE,
            "scenario.yaml",
            target.description(),
            target.isThisProcess(),
            plan,
            "{key}",
            List.of("1 × ObjectCreated:Put examplebucket/a"),
            1,
            Instant.parse("2026-01-01T00:00:00Z"),
            new Setting.Machine(
                "A JVM 17", List.of("-Xmx1g"), "interpreted", 2, "Linux", "0.1.0", "abcdef0"));
    return new LoadReport(
        setting,
        result,
        List.of(thresholds).stream().map(text -> Threshold.parse(text).judge(result)).toList(),
        Optional.empty());
  }

  private static LoadResult run(LoadRun run) {
    try {
      return run.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static LoadEvent event() {
    return new LoadEvent(
        new ObjectEvent(
            EventType.OBJECT_CREATED_PUT,
            Instant.EPOCH,
            "examplebucket",
            new S3Object(
                "a", Optional.of(5L), Optional.empty(), Optional.empty(), Optional.empty()),
            new ObjectEvent.Request("AWS:1", "127.0.0.1", Optional.empty(), Optional.empty()),
            Optional.empty()),
        1);
  }

  private record Target(Measurements measurements) implements LoadTarget {
    private static final FunctionArn PROD =
        FunctionArn.parse("arn:aws:lambda:us-west-2:111111111111:function:hello:PROD")
            .orElseThrow();

    @Override
    public void send(Shot shot) {
      measurements.decided(shot, shot.due() + 1_000_000);
      measurements.started(shot, shot.due() + 2_000_000);
      measurements.ran(
          shot, new Ran(PROD, shot.number() % 10 == 0 ? "2" : "1"), shot.number() == 0, shot.due());
      if (shot.number() % 100 == 0) {
        measurements.failed(shot, HOSTILE);
      }
      measurements.done(shot, shot.due() + 3_000_000);
      measurements.over(shot);
    }

    @Override
    public int senders() {
      return 1;
    }

    @Override
    public Map<FunctionArn, Alias> aliases() {
      return Map.of(
          PROD,
          new Alias("PROD", "1", Optional.of(new Alias.AdditionalVersion("2", 0.1)), "", "r"));
    }

    @Override
    public Optional<String> gone() {
      return Optional.empty();
    }

    @Override
    public ProcessFigures process() {
      return ProcessFigures.now();
    }

    @Override
    public boolean isThisProcess() {
      return true;
    }

    @Override
    public String description() {
      return "a test";
    }
  }
}
