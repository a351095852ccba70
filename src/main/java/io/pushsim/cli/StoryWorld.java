package io.pushsim.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.LocalGateway;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.DuplicateWindow;
import io.pushsim.eventsource.FaultPlan;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.eventsource.PushFaults;
import io.pushsim.invocation.IdleLimits;
import io.pushsim.invocation.InvocationObserver;
import io.pushsim.invocation.Pace;
import io.pushsim.invocation.destination.ObjectWriter;
import io.pushsim.journal.CodeStore;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.journal.State;
import io.pushsim.operation.BucketContents;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.runtime.RuntimeSettings;
import io.pushsim.scenario.ObjectChange;
import io.pushsim.scenario.ObjectContents;
import io.pushsim.scenario.StoredObject;
import io.pushsim.scenario.World;
import io.pushsim.scenario.report.PushReport;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import io.pushsim.time.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A simulator of its own for one story: in memory, on virtual time, all its draws from the story's
 * seed.
 */
final class StoryWorld implements World {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Fixed, since which starts are cold must not depend on the machine's memory. */
  private static final IdleLimits IDLE = new IdleLimits(128L << 20, 256, Optional.empty());

  private final String region;
  private final Scope home;
  private final ObjectContents objects;
  private final VirtualTime time = new VirtualTime(START);
  private final PushLedger ledger = new PushLedger(new MemoryJournal());
  private final NotificationReader notifications = new NotificationReader();
  private final Ids ids;
  private final CodeStore code;
  private final JavaScriptRuntime runtime;
  private final Simulator simulator;
  private @Nullable LocalGateway aws;
  private long changes;

  /**
   * @param engine shared by all stories
   */
  StoryWorld(Setting setting, JavaScriptEngine engine) {
    Draws draws = new Draws(setting.seed());
    region = setting.region();
    home = new Scope(setting.account(), region);
    objects = setting.objects();
    ids = Ids.seeded(draws);
    code = CodeStore.inMemory(time, Long.MAX_VALUE);
    runtime =
        new JavaScriptRuntime(
            engine,
            time,
            draws,
            RuntimeSettings.defaults(),
            new LocalNetwork(time, (head, body, answer) -> aws().carryOut(head, body, answer)));
    simulator =
        new Simulator(
            new Simulator.Parts(
                ledger,
                code,
                runtime,
                time,
                draws,
                ids,
                Optional.of(setting.folder()),
                objects::open,
                BucketContents.NONE,
                setting.settle(),
                setting.concurrency(),
                Runnable::run,
                InvocationObserver.NONE,
                IDLE,
                this::write,
                DuplicateWindow.none(),
                Pace.unlimited(time),
                FaultPlan.onDemand(draws)));
  }

  /** What functions call: made with the first call, which few stories have. */
  private LocalGateway aws() {
    LocalGateway made = aws;
    if (made == null) {
      StoryShelf shelf =
          new StoryShelf(
              objects,
              simulator::state,
              time,
              (change, principalId, trace) ->
                  simulator.events().accept(event(change, principalId)));
      made = LocalServices.of(simulator.operations(), runtime, time, home, ids, shelf);
      aws = made;
    }
    return made;
  }

  /** What the story has made true so far. */
  State state() {
    return simulator.state();
  }

  /** The packages of the story's functions; still there when the world is closed. */
  CodeStore code() {
    return code;
  }

  @Override
  public VirtualTime time() {
    return time;
  }

  @Override
  public World.Answer call(
      String account, String operation, ObjectNode parameters, Duration propagation) {
    CompletableFuture<io.pushsim.operation.Answer> answer =
        simulator
            .operations()
            .call(operation, parameters, new Scope(account, region), propagation)
            .toCompletableFuture();
    settle();
    // Whoever waits, as ReceiveMessage does, lets time pass.
    while (!answer.isDone() && time.runNext()) {
      time.runDue();
    }
    try {
      io.pushsim.operation.Answer answered = answer.join();
      return new World.Answer(answered.body(), answered.attempt().map(InvocationViews::of));
    } catch (CompletionException e) {
      if (e.getCause() instanceof SimulatorException refused) {
        throw refused;
      }
      throw e;
    }
  }

  @Override
  public Optional<String> bucketOwner(String bucket) {
    return simulator.state().buckets().find(bucket).map(Bucket::ownerAccount);
  }

  @Override
  public void notify(String notification, PushFaults faults) {
    simulator
        .events()
        .accept(notifications.read(notification), faults)
        .toCompletableFuture()
        .join();
  }

  @Override
  public void change(ObjectChange change, PushFaults faults) {
    String owner = bucketOwner(change.bucket()).orElse("");
    simulator.events().accept(event(change, "AWS:" + owner), faults).toCompletableFuture().join();
  }

  /** What a function writes is in the story's bucket from then on. */
  private CompletionStage<Void> write(ObjectWriter.NewObject object) {
    ObjectChange change =
        objects.put(
            "Put",
            object.bucket(),
            object.key(),
            StoredObject.of(
                object.content().getBytes(StandardCharsets.UTF_8),
                Map.of("content-type", "application/json"),
                time.instant()));
    return simulator.events().accept(event(change, object.principalId()), object.lineage());
  }

  private ObjectEvent event(ObjectChange change, String principalId) {
    return new ObjectEvent(
        EventType.parse(change.eventName()).orElseThrow(),
        time.instant(),
        change.bucket(),
        new S3Object(
            change.key(),
            change.size(),
            change.eTag(),
            change.versionId(),
            Optional.of(new Sequencer(nextSequencer()))),
        new ObjectEvent.Request(
            principalId,
            "127.0.0.1",
            Optional.of(
                ids.get().toString().substring(0, 18).replace("-", "").toUpperCase(Locale.ROOT)),
            Optional.of(ids.get().toString())),
        Optional.empty());
  }

  /** Later changes have larger ones, as S3 promises for one key. */
  private String nextSequencer() {
    changes++;
    return "%08X%010X".formatted(time.instant().getEpochSecond(), changes);
  }

  @Override
  public void pushHeld() {
    simulator.events().pushHeld();
  }

  @Override
  public void settle() {
    time.runDue();
    while (simulator.active() > 0 && time.runNext()) {
      time.runDue();
    }
  }

  @Override
  public List<PushReport> takePushes() {
    return ledger.take();
  }

  @Override
  public void close() {
    simulator.close();
    runtime.close();
    ledger.close();
  }
}
