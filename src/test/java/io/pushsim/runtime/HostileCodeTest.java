package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Handlers that mean harm, in a replay, which goes by processor time, and what is asked more
 * closely than from outside: each ends only its own invocation, and in time. {@code HostileSuiteIT}
 * has many more, served.
 */
@Timeout(120)
class HostileCodeTest {
  // Long enough for what must not be cut, on a busy machine too.
  private final Replay patient = new Replay(7, RuntimeSettings.defaults());
  private final Replay replay = Replay.withProcessorTime(Duration.ofSeconds(1));

  @AfterEach
  void neighbourIsUnharmed() {
    InvocationReport report =
        replay.invoke(
            ofAnotherName(Functions.handler("exports.handler = async () => 'well';")), "{}");
    assertThat(report.result().payload()).isEqualTo("\"well\"");
    replay.close();
    patient.close();
  }

  private static final Map<String, String> ENDLESS = new TreeMap<>();

  static {
    ENDLESS.put("loop", "async () => { for (;;); }");
    ENDLESS.put("promise jobs", "async () => { for (;;) await null; }");
    ENDLESS.put("immediates", "() => { (function again() { setImmediate(again); })(); }");
    ENDLESS.put("after the answer", "(e, context) => { context.succeed(1); for (;;); }");
  }

  @TestFactory
  Stream<DynamicTest> cutsCodeThatNeverEnds() {
    return ENDLESS.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(), () -> assertCut("exports.handler = " + e.getValue())));
  }

  @Test
  void cutsAnInitPhaseThatNeverEnds() {
    assertCut("for (;;);");
  }

  private void assertCut(String code) {
    InvocationReport report = replay.invoke(Functions.handler(code), "{}");

    assertThat(report.result().payload())
        .matches(".*Sandbox.Timedout.*Task timed out after 3.00 seconds.*|.*signal: killed.*");
    assertThat(report.cutByHarness()).isTrue();
    assertThat(report.logs().get(report.logs().size() - 1).text()).startsWith("REPORT RequestId");
  }

  @Test
  void answersInTime_whenAnOperationCannotBeInterrupted() {
    String code =
        "exports.handler = async () => { let x = 7n ** 4000000n; return String((x * x * x * x) % 1000007n); };";
    long start = System.nanoTime();

    InvocationReport report = replay.invoke(Functions.handler(code), "{}");

    assertThat(report.cutByHarness()).isTrue();
    assertThat(replay.runtime.abandonedThreads()).isLessThanOrEqualTo(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void boundsTheLog_andSaysSo() {
    String code =
        "exports.handler = async () => { for (let i = 0; i < 12000; i++) console.log(i); };";

    InvocationReport report = patient.invoke(Functions.handler(code), "{}");

    assertThat(report.logs()).hasSizeBetween(10_000, 10_010);
    assertThat(report.logs())
        .anySatisfy(
            line ->
                assertThat(line.text())
                    .matches("\\[pushsim\\] \\d+ further log entries were dropped: .*"));
  }

  @Test
  void handsNothingOfTheHostToCodeThatLiesAboutItsArrays() {
    String code =
        """
        const crypto = require('crypto');
        const zlib = require('zlib');
        const fs = require('fs');
        const lie = (changes) => Object.defineProperties(new Uint8Array(4), Object.fromEntries(
          Object.entries(changes).map(([name, value]) => [name, { value }])));
        const lies = [{ buffer: {} }, { buffer: { byteLength: 9 } }, { byteLength: 2 ** 31 - 1 }, { byteLength: -5 }, { byteOffset: 1e6 },
          { byteLength: 2 ** 60 }, { length: 1e9 }, { buffer: new Proxy(new ArrayBuffer(4), {}) }, { buffer: null }];
        exports.handler = async () => lies.map(lie).flatMap((each) => [
          () => crypto.createHash('md5').update(each).digest('hex'),
          () => crypto.createHmac('sha1', each).update('x').digest('hex'),
          () => zlib.gzipSync(each),
          () => fs.writeFileSync('/tmp/lie', each),
          () => fs.readSync(fs.openSync('/tmp/lie', 'w+'), each, 0, 4, 0),
          () => crypto.randomFillSync(each),
        ]).map((attempt) => {
          try { attempt(); return 'fine'; } catch (error) {
            return [error?.getClass, error?.class, error?.printStackTrace].every((found) => found === undefined) ? 'refused' : 'leak';
          }
        }).filter((each) => each === 'leak').length;
        """;

    InvocationReport report = patient.invoke(Functions.handler(code), "{}");

    assertThat(report.result().payload()).isEqualTo("0");
  }

  @Test
  void survivesBrokenPrototypes() {
    String code =
        """
        Object.prototype.toString = () => { throw 1; };
        Array.prototype.push = Array.prototype.shift = Array.prototype.join = () => { throw 2; };
        Promise.prototype.then = function () { throw 3; };
        JSON.stringify = () => 'evil';
        Map.prototype.get = Map.prototype.set = () => { throw 5; };
        Object.prototype.polluted = 'yes';
        exports.handler = (event, context, callback) => { context.callbackWaitsForEmptyEventLoop = false; callback(null, 1); };
        """;

    InvocationReport report = replay.invoke(Functions.handler(code), "{}");

    assertThat(report.result().payload()).isEqualTo("1");
    String pollution = "exports.handler = async () => String({}.polluted);";
    assertThat(replay.invoke(Functions.handler(pollution), "{}").result().payload())
        .isEqualTo("\"undefined\"");
  }

  @Test
  void refusesAFunctionOfWhichTwoThreadsAreStuck_andNoOther() {
    String code =
        "exports.handler = async (e) => e.n ? String((7n ** 4000000n) ** 4n).length : 'again';";
    FunctionVersion stuck = Functions.handler(code);
    replay.invoke(stuck, "{\"n\":1}");
    replay.invoke(stuck, "{\"n\":2}");
    assertThat(replay.runtime.abandonedThreads()).isEqualTo(2);

    InvocationReport refused = replay.invoke(stuck, "{}");
    InvocationReport other = replay.invoke(ofAnotherName(stuck), "{}");

    assertThat(refused.result().payload()).contains("Runtime.ExitError", "signal: killed");
    assertThat(refused.logs())
        .anySatisfy(
            line ->
                assertThat(line.text())
                    .startsWith("[pushsim] refused: 2 threads of this function, and 2 in all, ")
                    .endsWith("once they have ended it may run again"));
    assertThat(other.result().payload()).isEqualTo("\"again\"");
  }

  private static FunctionVersion ofAnotherName(FunctionVersion version) {
    return new FunctionVersion(
        version.account(),
        version.region(),
        "neighbour",
        version.version(),
        version.runtime(),
        version.handler(),
        version.timeout(),
        version.memorySize(),
        version.ephemeralStorage(),
        version.environment(),
        version.logging(),
        version.code(),
        version.initializationType());
  }

  @Test
  void emptiesWhatRestsAndHoldsMuch_andNoOther() {
    String code =
        """
        const fs = require('fs');
        let calls = 0;
        exports.handler = async ({ much }) => {
          if (much) globalThis.kept = Buffer.alloc(1 << 24);
          if (calls === 0) fs.writeFileSync('/tmp/kept', 'x');
          return [++calls, fs.existsSync('/tmp/kept')];
        };
        """;
    NodeEnvironment large = (NodeEnvironment) patient.runtime.start(Functions.handler(code));
    NodeEnvironment small = (NodeEnvironment) patient.runtime.start(Functions.handler(code));
    patient.invoke(large, "{\"much\":true}");
    patient.invoke(small, "{}");

    assertThat(large.empty(1 << 24)).isTrue();
    assertThat(small.empty(1 << 24)).isFalse();

    InvocationReport anew = patient.invoke(large, "{}");
    assertThat(anew.result().payload()).isEqualTo("[1,true]");
    assertThat(anew.coldStart()).isTrue();
    assertThat(patient.invoke(small, "{}").result().payload()).isEqualTo("[2,true]");
    assertThat(large.empty(1 << 24)).as("once only").isFalse();
  }
}
