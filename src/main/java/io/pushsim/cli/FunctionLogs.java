package io.pushsim.cli;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Scope;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.invocation.InvocationObserver;
import io.pushsim.invocation.Throttle;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Entry;
import io.pushsim.log.LogEntry;
import io.pushsim.log.LogGroupId;
import io.pushsim.log.LogStore;
import io.pushsim.policy.Decision;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.LogLine;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps what functions log, as Lambda has CloudWatch Logs keep it, and passes on what it is told.
 */
final class FunctionLogs implements InvocationObserver {
  private final LogStore logs;
  private final InstantSource time;
  private final InstantSource machine;
  private final InvocationObserver next;
  private volatile Instant since = Instant.MIN;

  /**
   * @param time the simulated time, in which invocations start
   * @param machine the machine's, which their logs have
   * @param next is told everything, too
   */
  FunctionLogs(LogStore logs, InstantSource time, InstantSource machine, InvocationObserver next) {
    this.logs = logs;
    this.time = time;
    this.machine = machine;
    this.next = next;
  }

  LogStore kept() {
    return logs;
  }

  /** Forgets everything, and what those will have logged that run now. */
  void clear() {
    since = time.instant();
    logs.clear();
  }

  @Override
  public void ended(FunctionArn target, Attempt attempt, FunctionConfiguration configuration) {
    next.ended(target, attempt, configuration);
    if (!attempt.started().isBefore(since)) {
      keep(target, attempt.report(), configuration);
    }
  }

  @Override
  public void notInitialized(
      FunctionArn function, InvocationReport report, FunctionConfiguration configuration) {
    next.notInitialized(function, report, configuration);
    keep(function, report, configuration);
  }

  private void keep(
      FunctionArn function, InvocationReport report, FunctionConfiguration configuration) {
    logs.append(
        new LogGroupId(
            new Scope(function.account(), function.region()),
            configuration.loggingConfig().logGroup()),
        report.logStream(),
        machine.millis(),
        report.logs().stream()
            .map(line -> new LogEntry(line.time().toEpochMilli(), message(line)))
            .toList());
  }

  // Node.js' runtime tells Lambda how long an entry is, so its line breaks get to CloudWatch Logs;
  // in an invocation's own log they are carriage returns.
  private static String message(LogLine line) {
    String text = line.text();
    if (line.message().indexOf('\n') < 0) {
      return text;
    }
    int start = text.length() - line.message().length();
    return start >= 0 && text.endsWith(line.message().replace('\n', '\r'))
        ? text.substring(0, start) + line.message()
        : text;
  }

  @Override
  public void decided(FunctionArn target, Decision.Kind decision) {
    next.decided(target, decision);
  }

  @Override
  public void throttled(FunctionArn target, Throttle throttle) {
    next.throttled(target, throttle);
  }

  @Override
  public void came(FunctionArn target, Entry.OfCourse of) {
    next.came(target, of);
  }
}
