package io.pushsim.benchmark;

import io.pushsim.log.LogEntry;
import io.pushsim.log.LogGroupId;
import io.pushsim.log.LogLimits;
import io.pushsim.log.LogStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs an invocation that its log of six lines is kept, when the limits are reached. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class LogBenchmark {
  private static final LogGroupId GROUP =
      new LogGroupId(
          new io.pushsim.arn.Scope("111111111111", "us-west-2"), "/aws/lambda/helloworld");

  private final List<LogEntry> lines =
      IntStream.range(0, 6).mapToObj(i -> new LogEntry(i, "x".repeat(100))).toList();
  private final LogStore logs = new LogStore(LogLimits.of(10_000, 64 << 20));

  @Benchmark
  public LogStore keepSixLines() {
    logs.append(GROUP, "2026/11/29/[1]0123456789abcdef0123456789abcdef", 1, lines);
    return logs;
  }
}
