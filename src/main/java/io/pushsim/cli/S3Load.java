package io.pushsim.cli;

import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.pushsim.load.LoadTarget;
import io.pushsim.load.inprocess.StateFunctions;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.remote.ObjectTarget;
import io.pushsim.load.remote.PushsimClient;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.World;
import io.pushsim.scenario.WrittenOperation;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** An S3 server that is loaded; where none is named, that of a pushsim of this process. */
final class S3Load {
  private final Scope caller;
  private final Optional<LiveSimulator> own;
  private final S3Clients clients;
  private final ObjectTarget target;

  private S3Load(
      Scope caller, Optional<LiveSimulator> own, S3Clients clients, ObjectTarget target) {
    this.caller = caller;
    this.own = own;
    this.clients = clients;
    this.target = target;
  }

  /**
   * Makes it ready.
   *
   * @param calls by which the events happen
   * @param engine of a pushsim of this process
   * @param log gets told what is the matter with that
   * @throws io.pushsim.load.remote.RemoteException where the server cannot be loaded
   */
  static S3Load open(
      LoadAim.Objects aim,
      LoadStage stage,
      S3Calls calls,
      Measurements measurements,
      JavaScriptEngine engine,
      ServeLog log)
      throws InterruptedException {
    Scope caller = new Scope(stage.setting().account(), stage.setting().region());
    Optional<LiveSimulator> own =
        aim.server().isPresent()
            ? Optional.empty()
            : Optional.of(serve(stage, caller, engine, log));
    RemoteSettings server = aim.server().orElseGet(() -> address(own.orElseThrow()));
    S3Clients clients =
        new S3Clients(
            server,
            bucket ->
                stage
                    .registry()
                    .buckets()
                    .find(bucket)
                    .map(Bucket::ownerAccount)
                    .orElse(caller.account()));
    try {
      ObjectTarget.Site site =
          new ObjectTarget.Site(
              server.endpoint(),
              clients,
              new PushsimClient(aim.pushsim().orElse(server.endpoint()), aim.token()),
              own.map(simulator -> new StateFunctions(simulator.state())));
      return new S3Load(
          caller,
          own,
          clients,
          ObjectTarget.of(site, stage.events(), calls.byEvent(), calls.sources(), measurements));
    } catch (RuntimeException | InterruptedException e) {
      clients.close();
      own.ifPresent(LiveSimulator::close);
      throw e;
    }
  }

  private static LiveSimulator serve(
      LoadStage stage, Scope home, JavaScriptEngine engine, ServeLog log) {
    World.Setting setting = stage.setting();
    return new LiveSimulator(
        ServeSettings.onFreePort()
            .withHome(home)
            .withSettle(setting.settle())
            .withConcurrency(setting.concurrency()),
        Optional.of(stage.standing()),
        engine,
        log);
  }

  private static RemoteSettings address(LiveSimulator simulator) {
    return RemoteSettings.of("http://127.0.0.1:" + simulator.port(), Optional.empty());
  }

  LoadTarget target() {
    return target;
  }

  /** Calls an AWS operation of the pushsim of this process, for the story's account. */
  CompletionStage<?> call(WrittenOperation operation) {
    return own.orElseThrow().operations().call(operation.name(), operation.parameters(), caller);
  }

  /** Ends what is of this process, and follows no more what comes of pushes. */
  void close() throws InterruptedException {
    target.close();
    clients.close();
    own.ifPresent(simulator -> simulator.windDown(caller));
    own.ifPresent(LiveSimulator::close);
  }
}
