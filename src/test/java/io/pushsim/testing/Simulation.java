package io.pushsim.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.Scope;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.DuplicateWindow;
import io.pushsim.eventsource.EventRouter;
import io.pushsim.eventsource.FaultPlan;
import io.pushsim.function.AccountConcurrency;
import io.pushsim.invocation.Activity;
import io.pushsim.invocation.CodePackages;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.invocation.IdleLimits;
import io.pushsim.invocation.InvocationObserver;
import io.pushsim.invocation.Pace;
import io.pushsim.invocation.destination.ObjectWriter;
import io.pushsim.journal.CodeStore;
import io.pushsim.journal.Journal;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.journal.State;
import io.pushsim.operation.Answer;
import io.pushsim.operation.BucketContents;
import io.pushsim.operation.CodeReader;
import io.pushsim.operation.Operations;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import io.pushsim.time.VirtualTime;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** All of pushsim but its edges, on virtual time, with handlers that answer what they are told. */
public final class Simulation {
  public static final Scope CALLER = new Scope("111111111111", "us-west-2");
  private static final String ZIP = "zip:";

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-02T03:04:05.678Z"));
  private final State state = State.empty();
  private final MemoryJournal journal = new MemoryJournal();
  private final Map<String, String> handlers;
  private final Map<String, byte[]> objects = new HashMap<>();
  private final CodeStore codeStore = CodeStore.inMemory(time, Long.MAX_VALUE);
  private final Draws draws = new Draws(7);
  private final Ids ids;
  private final CodePackages packages;
  private final Pace pace;
  private final FrontDoor frontDoor;
  private final CodeReader reader;
  private final Duration settle;
  private final int concurrency;
  private final Operations operations;
  private final EventRouter router;

  /**
   * @param settle how long functions stay Pending or InProgress
   * @param handlers what a package answers, JSON by the name that {@code zip:name} in place of a
   *     ZipFile has, as {@link AnsweringEnvironment} reads it; other names answer the event
   */
  public Simulation(Duration settle, Map<String, String> handlers) {
    this(settle, handlers, DuplicateWindow.none());
  }

  /** With another quota of concurrent executions. */
  public Simulation(Duration settle, Map<String, String> handlers, int concurrency) {
    this(settle, handlers, DuplicateWindow.none(), concurrency, Pace::unlimited);
  }

  /** With a memory for what servers say twice. */
  public Simulation(Duration settle, Map<String, String> handlers, DuplicateWindow duplicates) {
    this(settle, handlers, duplicates, AccountConcurrency.DEFAULT_LIMIT, Pace::unlimited);
  }

  /** With a pace at which asynchronous events get their turn. */
  public Simulation(Map<String, String> handlers, Function<Scheduler, Pace> pace) {
    this(Duration.ZERO, handlers, DuplicateWindow.none(), AccountConcurrency.DEFAULT_LIMIT, pace);
  }

  private Simulation(
      Duration settle,
      Map<String, String> handlers,
      DuplicateWindow duplicates,
      int concurrency,
      Function<Scheduler, Pace> pace) {
    this.handlers = handlers;
    this.pace = pace.apply(time);
    this.concurrency = concurrency;
    ids = Ids.seeded(draws);
    CodePackages code = new CodePackages(codeStore);
    packages = code;
    frontDoor = frontDoor(journal);
    reader = new CodeReader(code, Optional.empty(), state.buckets(), this::open);
    this.settle = settle;
    operations = operations(journal);
    router = router(journal, duplicates);
  }

  public Simulation() {
    this(Duration.ZERO, Map.of());
  }

  public State state() {
    return state;
  }

  public MemoryJournal journal() {
    return journal;
  }

  public EventRouter router() {
    return router;
  }

  /** What is under way. */
  public Activity activity() {
    return frontDoor.activity();
  }

  /** The operations of this world, written into another journal. */
  public Operations operations(Journal other) {
    return new Operations(
        state,
        other,
        frontDoor,
        reader,
        BucketContents.NONE,
        time,
        settle,
        concurrency,
        () -> Duration.ZERO,
        ids,
        Runnable::run);
  }

  /** Another router of this world, which writes into another journal. */
  public EventRouter router(Journal other, DuplicateWindow duplicates) {
    return router(other, duplicates, FaultPlan.onDemand(new Draws(7)));
  }

  /** Another router of this world, on whose way faults befall events. */
  public EventRouter router(Journal other, DuplicateWindow duplicates, FaultPlan plan) {
    return new EventRouter(
        state, other, frontDoor(other), time, ids, duplicates, pace, plan, Runnable::run);
  }

  private FrontDoor frontDoor(Journal written) {
    return new FrontDoor(
        new FrontDoor.Parts(
            state,
            written,
            packages,
            version -> new AnsweringEnvironment(version, time),
            time,
            draws,
            ids,
            Runnable::run,
            InvocationObserver.NONE,
            new IdleLimits(1 << 20, 256, Optional.empty()),
            ObjectWriter.NONE,
            concurrency,
            pace));
  }

  /** Lets everything go. */
  public void reset() {
    operations.reset(CALLER).toCompletableFuture().join();
  }

  public CodeStore codeStore() {
    return codeStore;
  }

  public VirtualTime time() {
    return time;
  }

  public Answer call(String operation, JsonNode parameters) {
    return call(operation, parameters, CALLER);
  }

  /**
   * Carries out one operation.
   *
   * @throws SimulatorException where AWS would answer with an error
   */
  public Answer call(String operation, JsonNode parameters, Scope caller) {
    try {
      return operations
          .call(operation, (ObjectNode) withZips(parameters), caller)
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SimulatorException refusal) {
        throw refusal;
      }
      throw e;
    }
  }

  /** Puts an object into a bucket; {@code zip:name} is the package of that name, else text. */
  public void putObject(String bucket, String key, String content) {
    byte[] bytes =
        content.startsWith(ZIP)
            ? zip(content.substring(ZIP.length()))
            : content.getBytes(StandardCharsets.UTF_8);
    objects.put(bucket + "/" + key, bytes);
  }

  private InputStream open(String bucket, String key, Optional<String> version) {
    byte[] object = objects.get(bucket + "/" + key + version.map("?"::concat).orElse(""));
    if (object == null) {
      throw S3Errors.noSuchKey(key);
    }
    return new ByteArrayInputStream(object);
  }

  private byte[] zip(String name) {
    return AnsweringEnvironment.zipOf(name, handlers.getOrDefault(name, "\"$event\""));
  }

  private JsonNode withZips(JsonNode node) {
    if (node.isTextual() && node.textValue().startsWith(ZIP)) {
      byte[] zip = zip(node.textValue().substring(ZIP.length()));
      return JsonNodeFactory.instance.textNode(Base64.getEncoder().encodeToString(zip));
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(entry -> object.set(entry.getKey(), withZips(entry.getValue())));
      return object;
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(withZips(item)));
      return array;
    }
    return node;
  }
}
