package io.pushsim.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One invocation under way in an environment: its log, its limits and, at last, its result. */
final class Execution {
  private static final Duration INIT_LIMIT = Duration.ofSeconds(10);

  /** What an init phase may take at least that no invocation waits for. */
  private static final Duration LONG_INIT_LIMIT = Duration.ofSeconds(130);

  private static final int RESPONSE_LIMIT = 6_291_556;

  final Invocation invocation;
  final LambdaLog log;
  private final FunctionVersion function;
  private final Consumer<InvocationReport> whenDone;
  private final Phase begins;
  private @Nullable Instant started;
  private Instant deadline;
  private Optional<Duration> initDuration = Optional.empty();
  private @Nullable InvocationResult result;
  private int draws;

  /** What it begins with. */
  enum Phase {
    /** The environment's init phase, and then the invocation. */
    INIT,
    /** The init phase, and there is no invocation. */
    INIT_ALONE,
    INVOKE
  }

  Execution(
      Invocation invocation,
      FunctionVersion function,
      RuntimeSettings settings,
      Phase begins,
      Instant now,
      Consumer<InvocationReport> whenDone) {
    this.invocation = invocation;
    this.function = function;
    this.begins = begins;
    this.whenDone = whenDone;
    this.log = new LambdaLog(function, settings);
    this.deadline = now.plus(function.timeout());
  }

  /** Opens the log: an init phase comes first, which has a limit of its own. */
  void open(Instant now, NodeVersion node) {
    if (begins == Phase.INVOKE) {
      start(now);
    } else {
      deadline = now.plus(initLimit());
      log.initStart(now, node);
    }
  }

  // Developer guide, "Understanding the Lambda execution environment lifecycle": with provisioned
  // concurrency 130 seconds or the function's timeout, whichever is longer.
  private Duration initLimit() {
    if (begins == Phase.INIT) {
      return INIT_LIMIT;
    }
    return function.timeout().compareTo(LONG_INIT_LIMIT) > 0 ? function.timeout() : LONG_INIT_LIMIT;
  }

  boolean isStarted() {
    return started != null;
  }

  /** Whether an init phase that took too long runs again, within the invocation's own time. */
  boolean mayInitAgain() {
    return started == null && begins == Phase.INIT;
  }

  /**
   * Ends the init phase, where there was one, and begins the invocation proper, if there is one.
   */
  void start(Instant now) {
    started = now;
    if (begins != Phase.INIT_ALONE) {
      deadline = now.plus(function.timeout());
      log.start(now, invocation.requestId());
    }
  }

  /** The init phase has loaded the handler. */
  void loaded(Instant now, Duration initTook) {
    initDuration = Optional.of(initTook);
    log.initEnded(now, initTook, hasResult());
    start(now);
    if (begins == Phase.INIT_ALONE) {
      succeed("null");
    }
  }

  void initTimedOut(Instant now) {
    log.initTimedOut(now, INIT_LIMIT);
    initDuration = Optional.of(INIT_LIMIT);
  }

  Instant deadline() {
    return deadline;
  }

  String nextDraw(String purpose) {
    return purpose + " " + draws++;
  }

  boolean hasResult() {
    return result != null;
  }

  void succeed(String payload) {
    if (result == null) {
      result =
          Utf8.length(payload) > RESPONSE_LIMIT
              ? responseTooLarge()
              : new InvocationResult.Success(payload);
    }
  }

  void fail(String errorType, String errorMessage, String payload) {
    if (result == null) {
      result = new InvocationResult.FunctionError(errorType, errorMessage, payload);
    }
  }

  private static InvocationResult responseTooLarge() {
    String type = "Function.ResponseSizeTooLarge";
    String message = "Response payload size exceeded maximum allowed payload size (6291556 bytes).";
    String payload =
        "{\"errorMessage\":" + Json.string(message) + ",\"errorType\":" + Json.string(type) + "}";
    return new InvocationResult.FunctionError(type, message, payload);
  }

  /** Says that the invocation ends for want of memory that others took. */
  void remarkOnMemory(Instant now) {
    log.remark(
        now,
        "the simulator's memory ran out, and not by this invocation: start pushsim with a larger"
            + " heap, or mend the function that takes it");
  }

  /** Turns the end of the process into the result, unless the process answered before it ended. */
  void ended(Ending ending, Instant now) {
    String prefix = "RequestId: " + invocation.requestId() + " Error: ";
    if (ending.kind() == Ending.Kind.TIMED_OUT) {
      String message = prefix + "Task timed out after " + seconds(function.timeout()) + " seconds";
      String type = "Sandbox.Timedout";
      result = new InvocationResult.FunctionError(type, message, Json.error(type, message));
      return;
    }
    String message = prefix + ending.reason();
    log.exited(now, message);
    fail("Runtime.ExitError", message, Json.error("Runtime.ExitError", message));
  }

  private static String seconds(Duration timeout) {
    return Hundredths.text(timeout.toMillis() / 10);
  }

  /**
   * Closes the log and hands the report over.
   *
   * @param ending of the process, where it has ended
   * @param memoryUsed in MB, where it was not for want of memory
   */
  void finish(Instant now, Optional<Ending> ending, int memoryUsed, String logStream) {
    InvocationResult outcome = result;
    if (outcome == null) {
      throw new IllegalStateException("an invocation cannot finish without a result");
    }
    if (started == null) {
      start(now);
    }
    boolean timedOut = ending.filter(e -> e.kind() == Ending.Kind.TIMED_OUT).isPresent();
    boolean killed = ending.filter(e -> e.kind() == Ending.Kind.OUT_OF_MEMORY).isPresent();
    int memory = killed ? function.memorySize() : memoryUsed;
    Duration duration = timedOut ? function.timeout() : Duration.between(started, now);
    if (begins != Phase.INIT_ALONE) {
      String requestId = invocation.requestId();
      log.end(now, requestId);
      log.report(now, requestId, duration, memory, initDuration, timedOut, outcome.isError());
    }
    whenDone.accept(
        new InvocationReport(
            outcome,
            log.lines(),
            duration,
            initDuration,
            memory,
            logStream,
            ending.filter(Ending::byHarness).isPresent()));
  }
}
