package io.pushsim.cli;

import io.pushsim.bucket.Bucket;
import io.pushsim.load.Interlude;
import io.pushsim.load.LoadAudience;
import io.pushsim.load.LoadPlan;
import io.pushsim.load.LoadResult;
import io.pushsim.load.LoadRun;
import io.pushsim.load.LoadTarget;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.remote.InvokeTarget;
import io.pushsim.load.remote.NotifyingTarget;
import io.pushsim.load.remote.PushsimClient;
import io.pushsim.load.remote.RemoteTarget;
import io.pushsim.load.report.LiveLine;
import io.pushsim.load.report.LoadReport;
import io.pushsim.load.report.Setting;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.Story;
import io.pushsim.scenario.WrittenOperation;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Loads with one story, and has the report told before the process may end. */
final class LoadSession {
  private final LoadSettings settings;
  private final Optional<LiveLine> live;
  private final ServeLog log;

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
   * @param log gets told what is the matter within this process
   */
  LoadSession(LoadSettings settings, Optional<LiveLine> live, ServeLog log) {
    this.settings = settings;
    this.live = live;
    this.log = log;
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
    LoadStage stage = LoadStage.of(story, settings.pace(), engine);
    LoadPlan plan = settings.plan(stage);
    Measurements measurements = new Measurements();
    Drive drive =
        (target, interludes) -> {
          LoadRun run =
              new LoadRun(
                  plan,
                  target,
                  measurements,
                  interludes,
                  live.<LoadAudience>map(line -> line).orElse(LoadAudience.NONE));
          return told(run, setting(story, stage, target, plan, engine), reader);
        };
    if (settings.aim() instanceof LoadAim.Running running) {
      return remotely(running, stage, measurements, drive);
    }
    return settings.aim() instanceof LoadAim.Objects objects
        ? throughS3(objects, stage, engine, measurements, drive)
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
        new LoadSimulator(stage, engine, stage.setting().seed(), measurements, log)) {
      return drive.at(
          settings.routingAlone() ? simulator.routing() : simulator.pushing(),
          interludes(simulator::call));
    }
  }

  private LoadReport throughS3(
      LoadAim.Objects aim,
      LoadStage stage,
      JavaScriptEngine engine,
      Measurements measurements,
      Drive drive)
      throws InterruptedException, IOException {
    S3Load load = S3Load.open(aim, stage, settings.pace().calls(stage), measurements, engine, log);
    try {
      return drive.at(load.target(), interludes(load::call));
    } finally {
      load.close();
    }
  }

  private List<Interlude> interludes(Function<WrittenOperation, CompletionStage<?>> call) {
    return settings.interludes().stream()
        .map(timed -> new Interlude(timed.at(), timed.words(), () -> call.apply(timed.operation())))
        .toList();
  }

  private LoadReport remotely(
      LoadAim.Running aim, LoadStage stage, Measurements measurements, Drive drive)
      throws InterruptedException, IOException {
    PushsimClient client = new PushsimClient(aim.endpoint(), aim.token());
    Function<String, Optional<Bucket>> buckets = name -> stage.registry().buckets().find(name);
    RemoteTarget target =
        aim.byInvoke()
            ? InvokeTarget.of(
                client, stage.events(), stage.pattern().kinds(), buckets, measurements)
            : NotifyingTarget.of(client, stage.events(), buckets, measurements);
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

  private Setting setting(
      Story story, LoadStage stage, LoadTarget target, LoadPlan plan, JavaScriptEngine engine) {
    return new Setting(
        story.name(),
        story.file(),
        target.description(),
        target.isThisProcess(),
        plan,
        settings.pace().keys().toString(),
        stage.events().stream().map(settings.pace()::words).toList(),
        stage.pattern().leftOut(),
        Instant.now(),
        LoadMachine.here(engine));
  }
}
