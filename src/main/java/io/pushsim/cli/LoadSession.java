package io.pushsim.cli;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.load.Interlude;
import io.pushsim.load.LoadAudience;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.LoadPlan;
import io.pushsim.load.LoadResult;
import io.pushsim.load.LoadRun;
import io.pushsim.load.LoadTarget;
import io.pushsim.load.Mix;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.remote.NotifyingTarget;
import io.pushsim.load.remote.PushsimClient;
import io.pushsim.load.remote.RemoteTarget;
import io.pushsim.load.report.LiveLine;
import io.pushsim.load.report.LoadReport;
import io.pushsim.load.report.Setting;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.Story;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Loads with one story, and has the report told before the process may end. */
final class LoadSession {
  private final LoadSettings settings;
  private final Optional<LiveLine> live;

  /** Gets the report. */
  interface Reader {
    /**
     * Tells it.
     *
     * @throws IOException with a message for the person who named the folder
     */
    void read(LoadReport report) throws IOException;
  }

  /**
   * @param live shows how it goes
   */
  LoadSession(LoadSettings settings, Optional<LiveLine> live) {
    this.settings = settings;
    this.live = live;
  }

  /**
   * Loads; Ctrl-C ends that early.
   *
   * @param reader gets the report
   * @throws io.pushsim.scenario.ScenarioException where the story cannot be set up
   * @throws io.pushsim.load.remote.RemoteException where the target cannot be loaded
   * @throws IOException as the reader does
   */
  LoadReport load(Story story, JavaScriptEngine engine, Reader reader)
      throws InterruptedException, IOException {
    LoadStage stage = LoadStage.of(story, settings.payload(), engine);
    LoadPlan plan = settings.plan(stage.setting().seed());
    Measurements measurements = new Measurements();
    Drive drive =
        (target, interludes) -> {
          LoadRun run =
              new LoadRun(
                  plan,
                  new Mix(stage.events(), settings.keys()),
                  target,
                  measurements,
                  interludes,
                  live.<LoadAudience>map(line -> line).orElse(LoadAudience.NONE));
          return told(run, setting(story, stage, target, plan), reader);
        };
    return settings.remote().isPresent()
        ? remotely(settings.remote().get(), stage, measurements, drive)
        : inProcess(stage, engine, measurements, drive);
  }

  /** Drives a load at a target. */
  private interface Drive {
    LoadReport at(LoadTarget target, List<Interlude> interludes)
        throws InterruptedException, IOException;
  }

  private LoadReport inProcess(
      LoadStage stage, JavaScriptEngine engine, Measurements measurements, Drive drive)
      throws InterruptedException, IOException {
    try (LoadSimulator simulator =
        new LoadSimulator(stage, engine, stage.setting().seed(), measurements)) {
      List<Interlude> interludes =
          settings.interludes().stream()
              .map(
                  timed ->
                      new Interlude(
                          timed.at(), timed.words(), () -> simulator.call(timed.operation())))
              .toList();
      return drive.at(
          settings.routingAlone() ? simulator.routing() : simulator.pushing(), interludes);
    }
  }

  private LoadReport remotely(URI endpoint, LoadStage stage, Measurements measurements, Drive drive)
      throws InterruptedException, IOException {
    PushsimClient client = new PushsimClient(endpoint, settings.webhookToken());
    RemoteTarget target =
        NotifyingTarget.of(
            client, stage.events(), name -> stage.registry().buckets().find(name), measurements);
    try {
      return drive.at(target, List.of());
    } finally {
      target.close();
    }
  }

  private LoadReport told(LoadRun run, Setting setting, Reader reader)
      throws InterruptedException, IOException {
    Interruption interruption = new Interruption(run::interrupt);
    try {
      LoadReport report = report(setting, run(run));
      reader.read(report);
      return report;
    } finally {
      interruption.told();
    }
  }

  private LoadResult run(LoadRun run) throws InterruptedException {
    try {
      return run.run();
    } finally {
      live.ifPresent(LiveLine::end);
    }
  }

  private LoadReport report(Setting setting, LoadResult result) {
    return new LoadReport(
        setting,
        result,
        settings.thresholds().stream().map(threshold -> threshold.judge(result)).toList(),
        settings.former());
  }

  private Setting setting(Story story, LoadStage stage, LoadTarget target, LoadPlan plan) {
    return new Setting(
        story.name(),
        story.file(),
        target.description(),
        target.isThisProcess(),
        plan,
        settings.keys().toString(),
        stage.events().stream().map(LoadSession::words).toList(),
        stage.leftOut(),
        Instant.now(),
        LoadMachine.here());
  }

  private static String words(LoadEvent event) {
    ObjectEvent template = event.template();
    return "%d × %s %s/%s"
        .formatted(
            event.weight(),
            template.type().recordName(),
            template.bucketName(),
            template.object().key());
  }
}
