package io.pushsim.runtime;

import io.pushsim.time.IsoTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * All that JavaScript can ask of the simulator: functions over text and numbers, handed to the
 * prelude and to nobody else. Once disowned they refuse every call, so that an abandoned thread
 * cannot move the clock or write a log.
 */
final class HostFunctions {

  /** Seeded draws for the invocation under way. */
  interface Drawing {
    double unit(Execution execution);

    UUID uuid(Execution execution);
  }

  private final NodeProcess process;
  private final EventLoop loop;
  private final Prelude prelude;
  private final TaskRoot root;
  private final RuntimeClock clock;
  private final Drawing drawing;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Object> functions = new HashMap<>();
  private boolean disowned;
  private boolean invoked;
  private @Nullable Context context;
  private @Nullable String syntaxErrorPlace;
  private @Nullable Execution execution;

  HostFunctions(
      NodeProcess process,
      EventLoop loop,
      Prelude prelude,
      TaskRoot root,
      RuntimeClock clock,
      TemporaryFolder temporary,
      Exchanges exchanges,
      Drawing drawing) {
    this.process = process;
    this.loop = loop;
    this.prelude = prelude;
    this.root = root;
    this.clock = clock;
    this.drawing = drawing;
    addLoading();
    addTime();
    addLog();
    addOutcome();
    BooleanSupplier hasEnded = () -> process.ending().isPresent();
    new HostCrypto(hasEnded).addTo(this);
    new HostCompression(hasEnded).addTo(this);
    new HostFiles(root, temporary, clock).addTo(this);
    exchanges.addTo(this);
  }

  void attach(Context entered) {
    context = entered;
    execution = process.execution();
  }

  void begin(Execution next) {
    execution = next;
    invoked = true;
  }

  ProxyObject functions() {
    return ProxyObject.fromMap(functions);
  }

  Instant now() {
    return clock.instant();
  }

  void disown() {
    lock.lock();
    try {
      disowned = true;
    } finally {
      lock.unlock();
    }
  }

  private void addLoading() {
    free("internal", values -> entered().eval(prelude.source(values[0].asString())));
    free("port", values -> entered().eval(prelude.port(values[0].asString())));
    free("model", values -> prelude.model(values[0].asString()));
    free("portText", values -> prelude.portText(values[0].asString()));
    free("compile", values -> compile(values[0].asString()));
    free("text", values -> root.text(values[0].asString()).orElse(null));
    free("kind", values -> root.kind(values[0].asString()));
    free("syntaxErrorPlace", values -> syntaxErrorPlace);
  }

  private void addTime() {
    owned("microseconds", values -> RuntimeClock.micros(read()));
    owned("random", values -> drawing.unit(current()));
    owned("uuid", values -> drawing.uuid(current()).toString());
    owned(
        "addTimer",
        values -> {
          long delay = (long) values[1].asDouble();
          loop.addTimer(values[0].asInt(), clock.instant().toEpochMilli() + delay);
          return null;
        });
    procedure("removeTimer", values -> loop.removeTimer(values[0].asInt()));
    procedure("addImmediate", values -> loop.addImmediate(values[0].asInt()));
    procedure("removeImmediate", values -> loop.removeImmediate(values[0].asInt()));
    procedure("keepAlive", values -> loop.keepAlive(values[0].asInt(), values[1].asBoolean()));
  }

  private void addLog() {
    procedure("log", this::log);
    procedure(
        "logJson",
        values -> current().log.entry(clock.instant(), values[0].asString(), values[1].asString()));
    procedure("raw", values -> current().log.raw(clock.instant(), values[0].asString()));
    owned("isoTime", values -> IsoTime.milliseconds(read()));
    owned("requestId", values -> shownId().orElse(null));
  }

  private void log(Value[] values) {
    String requestId = shownId().orElse("undefined");
    current().log.entry(read(), requestId, values[0].asString(), values[1].asString());
  }

  // During the init phase Lambda writes undefined for the request's id.
  private Optional<String> shownId() {
    return invoked ? Optional.of(current().invocation.requestId()) : Optional.empty();
  }

  private void addOutcome() {
    procedure("ready", values -> process.markLoaded());
    procedure("respond", values -> current().succeed(values[0].asString()));
    procedure("fail", this::fail);
    procedure("initFailed", this::fail);
    procedure("exit", values -> process.exit(values[0].asInt()));
  }

  private void fail(Value[] values) {
    current().fail(values[0].asString(), values[1].asString(), values[2].asString());
  }

  // Virtual time passes by being read: a handler that waits by reading the clock runs into its
  // timeout here, at the same read each time.
  private Instant read() {
    Instant now = clock.read();
    if (clock.isVirtual() && !now.isBefore(current().deadline())) {
      process.end(Ending.timedOut(false));
    }
    return now;
  }

  private Object compile(String path) {
    try {
      return entered().eval(root.wrapped(path));
    } catch (PolyglotException e) {
      if (e.isSyntaxError()) {
        syntaxErrorPlace = place(path, e.getSourceLocation());
      }
      throw e;
    }
  }

  private static String place(String path, @Nullable SourceSection section) {
    if (section == null) {
      return path;
    }
    int line = section.getStartLine();
    int column = section.getStartColumn() - (line == 1 ? TaskRoot.WRAPPER_HEAD.length() : 0);
    return path + ":" + line + ":" + column;
  }

  private Context entered() {
    if (context == null) {
      throw new IllegalStateException("no context is attached yet");
    }
    return context;
  }

  private Execution current() {
    if (execution == null) {
      throw new IllegalStateException("no invocation is under way");
    }
    return execution;
  }

  /** Adds a function that may be called even by a thread that was given up: it changes nothing. */
  void free(String name, ProxyExecutable function) {
    functions.put(name, (ProxyExecutable) values -> run(function, values));
  }

  // What the machine lacks is nothing that a handler could catch, nor is it to see Java's error.
  private @Nullable Object run(ProxyExecutable function, Value[] values) {
    try {
      return function.execute(values);
    } catch (OutOfMemoryError e) {
      process.end(Ending.outOfMemory());
      throw e;
    }
  }

  /** Adds a function that a thread that was given up may not call. */
  void owned(String name, ProxyExecutable function) {
    functions.put(
        name,
        (ProxyExecutable)
            values -> {
              lock.lock();
              try {
                if (disowned) {
                  throw new IllegalStateException("the process has ended");
                }
                return run(function, values);
              } finally {
                lock.unlock();
              }
            });
  }

  /** Adds one without a result. */
  void procedure(String name, Procedure procedure) {
    owned(
        name,
        values -> {
          procedure.call(values);
          return null;
        });
  }

  /** A host function without a result. */
  interface Procedure {
    void call(Value[] values);
  }
}
