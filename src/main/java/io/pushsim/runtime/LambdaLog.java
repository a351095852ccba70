package io.pushsim.runtime;

import io.pushsim.time.IsoTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log of one invocation as Lambda writes it, in text or JSON, bounded: what is over the bound
 * is counted and dropped, and a line says so.
 */
final class LambdaLog {
  private final List<LogLine> lines = new ArrayList<>();
  private final FunctionVersion function;
  private final RuntimeSettings settings;
  private final StringBuilder unfinished = new StringBuilder();
  private final SystemLevel least;
  private int characters;
  private long dropped;

  /**
   * The detail of what Lambda itself logs in JSON (developer guide, "System log level event
   * mapping"), the finest first.
   */
  private enum SystemLevel {
    DEBUG,
    INFO,
    WARN
  }

  LambdaLog(FunctionVersion function, RuntimeSettings settings) {
    this.function = function;
    this.settings = settings;
    this.least =
        function.logging().systemLogLevel().map(SystemLevel::valueOf).orElse(SystemLevel.INFO);
  }

  boolean isJson() {
    return function.logsJson();
  }

  /** Begins with what the environment's init phase has written before. */
  void goOnFrom(List<LogLine> written) {
    lines.addAll(written);
  }

  void initStart(Instant time, NodeVersion node) {
    String arn = RuntimeVersionArn.of(function.region(), function.runtime());
    if (isJson()) {
      platform(
          SystemLevel.INFO,
          time,
          "platform.initStart",
          "\"initializationType\":\""
              + function.initializationType()
              + "\",\"phase\":\"init\",\"runtimeVersion\":"
              + Json.string(node.runtimeVersion())
              + ",\"runtimeVersionArn\":"
              + Json.string(arn)
              + ",\"functionName\":"
              + Json.string(function.functionName())
              + ",\"functionVersion\":"
              + Json.string(function.version()));
    } else {
      platform(
          time,
          "INIT_START Runtime Version: " + node.runtimeVersion() + "\tRuntime Version ARN: " + arn);
    }
  }

  void initTimedOut(Instant time, Duration limit) {
    if (isJson()) {
      initReport(SystemLevel.WARN, time, limit, "timeout");
    } else {
      platform(
          time,
          "INIT_REPORT Init Duration: " + millis(limit) + " ms\tPhase: init\tStatus: timeout");
    }
  }

  /** The init phase has ended by itself, of which only JSON tells. */
  void initEnded(Instant time, Duration took, boolean failed) {
    if (isJson()) {
      SystemLevel level = failed ? SystemLevel.WARN : SystemLevel.DEBUG;
      platform(level, time, "platform.initRuntimeDone", initPhase(status(failed)));
      boolean asked = function.initializationType() == InitializationType.ON_DEMAND;
      initReport(failed || asked ? level : SystemLevel.INFO, time, took, status(failed));
    }
  }

  private void initReport(SystemLevel level, Instant time, Duration took, String status) {
    platform(
        level,
        time,
        "platform.initReport",
        initPhase(status) + ",\"metrics\":{\"durationMs\":" + millis(took) + "}");
  }

  private String initPhase(String status) {
    return "\"initializationType\":\""
        + function.initializationType()
        + "\",\"phase\":\"init\",\"status\":\""
        + status
        + "\"";
  }

  private static String status(boolean failed) {
    return failed ? "error" : "success";
  }

  void start(Instant time, String requestId) {
    if (isJson()) {
      platform(
          SystemLevel.INFO,
          time,
          "platform.start",
          "\"requestId\":"
              + Json.string(requestId)
              + ",\"version\":"
              + Json.string(function.version()));
    } else {
      platform(time, "START RequestId: " + requestId + " Version: " + function.version());
    }
  }

  void exited(Instant time, String message) {
    if (!isJson()) {
      platform(time, message + "\rRuntime.ExitError");
    }
  }

  void end(Instant time, String requestId) {
    finishLine(time);
    if (dropped > 0) {
      add(new LogLine(time, droppedText(), droppedText(), false));
    }
    if (!isJson()) {
      platform(time, "END RequestId: " + requestId);
    }
  }

  void report(
      Instant time,
      String requestId,
      Duration duration,
      int maxMemoryUsed,
      Optional<Duration> initDuration,
      boolean timedOut,
      boolean failed) {
    if (isJson()) {
      jsonReport(time, requestId, duration, maxMemoryUsed, initDuration, timedOut, failed);
      return;
    }
    String text =
        "REPORT RequestId: "
            + requestId
            + "\tDuration: "
            + millis(duration)
            + " ms\tBilled Duration: "
            + billed(duration)
            + " ms\tMemory Size: "
            + function.memorySize()
            + " MB\tMax Memory Used: "
            + maxMemoryUsed
            + " MB\t";
    if (initDuration.isPresent()) {
      text += "Init Duration: " + millis(initDuration.get()) + " ms\t";
    }
    platform(time, timedOut ? text + "Status: timeout" : text);
  }

  private void jsonReport(
      Instant time,
      String requestId,
      Duration duration,
      int maxMemoryUsed,
      Optional<Duration> initDuration,
      boolean timedOut,
      boolean failed) {
    String status = timedOut ? "timeout" : status(failed);
    boolean succeeded = !timedOut && !failed;
    platform(
        succeeded ? SystemLevel.DEBUG : SystemLevel.WARN,
        time,
        "platform.runtimeDone",
        "\"requestId\":%s,\"status\":\"%s\",\"metrics\":{\"durationMs\":%s}"
            .formatted(Json.string(requestId), status, millis(duration)));
    String record =
        "\"requestId\":%s,\"metrics\":{\"durationMs\":%s,\"billedDurationMs\":%d,\"memorySizeMB\":%d,\"maxMemoryUsedMB\":%d"
            .formatted(
                Json.string(requestId),
                millis(duration),
                billed(duration),
                function.memorySize(),
                maxMemoryUsed);
    if (initDuration.isPresent()) {
      record += ",\"initDurationMs\":" + millis(initDuration.get());
    }
    platform(
        succeeded ? SystemLevel.INFO : SystemLevel.WARN,
        time,
        "platform.report",
        record + "},\"status\":\"" + status + "\"");
  }

  /** A text entry of the handler's console. */
  void entry(Instant time, String requestId, String level, String message) {
    String text = IsoTime.milliseconds(time) + '\t' + requestId + '\t' + level + '\t' + message;
    entry(time, text, message);
  }

  /** An entry of the handler's console; a line break within it becomes a carriage return. */
  void entry(Instant time, String text, String message) {
    finishLine(time);
    bounded(new LogLine(time, text.replace('\n', '\r'), message, true));
  }

  /** What the handler writes past the console: entries end at line breaks. */
  void raw(Instant time, String text) {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      unfinished.append(text, start, end);
      start = end + 1;
      String line = unfinished.toString();
      unfinished.setLength(0);
      bounded(new LogLine(time, line, line, true));
    }
    if (unfinished.length() + text.length() - start <= settings.logCharacters()) {
      unfinished.append(text, start, text.length());
    } else {
      dropped++;
    }
  }

  /** A line of the simulator's own, marked as such. */
  void remark(Instant time, String text) {
    String marked = "[pushsim] " + text;
    add(new LogLine(time, marked, marked, false));
  }

  List<LogLine> lines() {
    return lines;
  }

  private void finishLine(Instant time) {
    if (unfinished.length() > 0) {
      String line = unfinished.toString();
      unfinished.setLength(0);
      bounded(new LogLine(time, line, line, true));
    }
  }

  private void bounded(LogLine line) {
    int left = settings.logCharacters() - characters;
    if (lines.size() >= settings.logLines() || line.text().length() > left) {
      dropped++;
      return;
    }
    characters += line.text().length();
    add(line);
  }

  private String droppedText() {
    return "[pushsim] "
        + dropped
        + " further log entries were dropped: one invocation may log "
        + settings.logLines()
        + " entries and "
        + settings.logCharacters()
        + " characters";
  }

  private void platform(Instant time, String text) {
    add(new LogLine(time, text, text, false));
  }

  private void platform(SystemLevel level, Instant time, String type, String record) {
    if (level.compareTo(least) < 0) {
      return;
    }
    platform(
        time,
        "{\"time\":\""
            + IsoTime.milliseconds(time)
            + "\",\"type\":\""
            + type
            + "\",\"record\":{"
            + record
            + "}}");
  }

  private void add(LogLine line) {
    lines.add(line);
  }

  private static String millis(Duration duration) {
    return Hundredths.text((duration.toNanos() + 5_000) / 10_000);
  }

  private static long billed(Duration duration) {
    return Math.max(1, (duration.toNanos() + 999_999) / 1_000_000);
  }
}
