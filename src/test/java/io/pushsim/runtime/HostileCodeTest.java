package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Handlers that mean harm: each ends only its own invocation, and in time. */
@Timeout(120)
class HostileCodeTest {
  // Long enough for what must not be cut, on a busy machine too.
  private final Replay patient = new Replay(7, RuntimeSettings.defaults());
  private final Replay replay = Replay.withProcessorTime(Duration.ofSeconds(1));

  @AfterEach
  void neighbourIsUnharmed() {
    InvocationReport report =
        replay.invoke(Functions.handler("exports.handler = async () => 'well';"), "{}");
    assertThat(report.result().payload()).isEqualTo("\"well\"");
    replay.close();
    patient.close();
  }

  private static final Map<String, String> ENDLESS = new TreeMap<>();

  static {
    ENDLESS.put("loop", "async () => { for (;;); }");
    ENDLESS.put(
        "loop that catches",
        "async () => { for (;;) try { for (;;); } catch {} finally { for (;;); } }");
    ENDLESS.put("promise jobs", "async () => { for (;;) await null; }");
    ENDLESS.put("ticks", "() => { (function again() { process.nextTick(again); })(); }");
    ENDLESS.put("immediates", "() => { (function again() { setImmediate(again); })(); }");
    ENDLESS.put("getter of the result", "async () => ({ get a() { for (;;); } })");
    ENDLESS.put("toJSON of the result", "async () => ({ toJSON() { for (;;); } })");
    ENDLESS.put("proxy as result", "async () => new Proxy({}, { ownKeys() { for (;;); } })");
    ENDLESS.put("thenable as result", "() => ({ then() { for (;;); } })");
    ENDLESS.put(
        "message of the error",
        "async () => { throw { name: 'x', stack: 'y', get message() { for (;;); } }; }");
    ENDLESS.put(
        "inspected value",
        "async () => console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { for (;;); } })");
    ENDLESS.put("sort", "async () => [3, 1, 2].sort(() => { for (;;); })");
    ENDLESS.put("backtracking", "async () => /^(?:(a+)+)\\1b$/.test('a'.repeat(45))");
    ENDLESS.put("generator", "async () => [...(function* () { for (;;) yield 1 & 0; })()].length");
    ENDLESS.put(
        "string building",
        "async () => { let s = ''; for (;;) { s += 'x'; if (s.length > 1e6) s = ''; } }");
    ENDLESS.put("after the answer", "(e, context) => { context.succeed(1); for (;;); }");
    ENDLESS.put(
        "in exit listener", "() => { process.on('exit', () => { for (;;); }); process.exit(1); }");
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
  void answersAsNodeDoes_whenSomethingIsTooLarge() {
    List<String> bombs =
        List.of(
            "'x'.repeat(2 ** 29)",
            "new ArrayBuffer(2 ** 33)",
            "new Array(-1)",
            "(() => { let s = 'x'; for (;;) s += s; })()");
    for (String bomb : bombs) {
      InvocationReport report =
          patient.invoke(
              Functions.handler("exports.handler = async () => { " + bomb + "; };"), "{}");

      assertThat(report.result().payload()).contains("\"errorType\":\"RangeError\"");
      assertThat(report.cutByHarness()).isFalse();
    }
  }

  @Test
  void throwsRangeError_whenRecursionIsTooDeep() {
    String code =
        "exports.handler = async () => { let depth = 0; const f = () => { depth++; f(); };"
            + " try { f(); } catch (e) { return [e.name, e.message, depth > 5000]; } };";

    assertThat(patient.invoke(Functions.handler(code), "{}").result().payload())
        .isEqualTo("[\"RangeError\",\"Maximum call stack size exceeded\",true]");
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
  void findsNoWayToTheHost() {
    String code =
        """
        const tries = {
          global: () => [].constructor.constructor('return this')(),
          names: () => Object.getOwnPropertyNames(globalThis)
            .filter((name) => /java|polyglot|graal|packages|load|print|quit|read(?!able)|engine/i.test(name)),
          java: () => typeof Java + typeof Polyglot + typeof Graal + typeof load + typeof print + typeof quit,
          symbols: () => Object.getOwnPropertySymbols(globalThis).length,
          hostOf: () => [setTimeout, Math.random, Date.now, console.log, process.exit, process.cwd]
            .map((f) => Function.prototype.toString.call(f).includes('Proxy')).some(Boolean),
          error: () => { try { process.exit({ valueOf() { throw new Error('mine'); } }); } catch (e) { return e.message; } },
        };
        exports.handler = async () => {
          const found = {};
          for (const [name, attempt] of Object.entries(tries)) {
            try { found[name] = name === 'global' ? attempt() === globalThis : attempt(); } catch (e) { found[name] = e.name; }
          }
          found.file = await import('/etc/passwd').then(() => 'read', (e) => e.message);
          found.up = await import('../../etc/passwd').then(() => 'read', (e) => e.message);
          found.url = await import('file:///etc/passwd').then(() => 'read', (e) => e.message);
          found.http = await import('http://localhost/').then(() => 'read', (e) => e.message);
          return found;
        };
        """;

    String payload = replay.invoke(Functions.handler(code), "{}").result().payload();

    assertThat(payload)
        .contains("\"global\":true", "\"names\":[]", "\"java\":\"" + "undefined".repeat(6) + "\"")
        .contains("\"symbols\":2", "\"hostOf\":false", "\"error\":\"mine\"")
        .doesNotContain("\"read\"", "root:");
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
  void answersOddThrownValues() {
    Map<String, String> payloads =
        Map.of(
            "null", "{\"errorType\":\"string\",\"errorMessage\":\"handled\",\"trace\":[]}",
            "undefined", "{\"errorType\":\"string\",\"errorMessage\":\"handled\",\"trace\":[]}",
            "5n", "{\"errorType\":\"bigint\",\"errorMessage\":\"5\",\"trace\":[]}");
    payloads.forEach(
        (thrown, payload) ->
            assertThat(
                    replay
                        .invoke(
                            Functions.handler(
                                "exports.handler = async () => { throw " + thrown + "; };"),
                            "{}")
                        .result()
                        .payload())
                .as(thrown)
                .isEqualTo(payload));
  }
}
