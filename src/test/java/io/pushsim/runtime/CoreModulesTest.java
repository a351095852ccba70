package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of Node.js's modules no comparison with Node.js can show. */
class CoreModulesTest {
  private final Replay replay = new Replay();

  @AfterEach
  void close() {
    replay.close();
  }

  @Test
  void drawsRandomBytesFromTheSeed() {
    FunctionVersion function =
        Functions.handler(
            "const c = require('crypto'); exports.handler = async () =>"
                + " c.randomBytes(16).toString('hex') + c.randomUUID() + c.randomInt(1e9);");
    try (Replay again = new Replay()) {
      assertThat(replay.invoke(function, "{}").result().payload())
          .hasSizeGreaterThan(70)
          .isEqualTo(again.invoke(function, "{}").result().payload());
    }
  }

  @Test
  void beginsEachInvocationOutsideTheAsyncLocalStorageOfTheOneBefore() {
    FunctionVersion function =
        Functions.handler(
            "const { AsyncLocalStorage } = require('async_hooks'); const s = new"
                + " AsyncLocalStorage(); exports.handler = async (event) => { const before ="
                + " s.getStore() ?? 'none'; s.enterWith('left over'); await null; return before; };");

    try (ExecutionEnvironment environment = replay.runtime.start(function)) {
      assertThat(replay.invoke(environment, "{}").result().payload()).isEqualTo("\"none\"");
      assertThat(replay.invoke(environment, "{}").result().payload()).isEqualTo("\"none\"");
    }
  }

  @Test
  void cutsAKeyDerivationThatTakesTooLong() {
    FunctionVersion function =
        Functions.handler(
            "exports.handler = async () => require('crypto').pbkdf2Sync('p', 's', 2147483647, 64,"
                + " 'sha512').length;");
    try (Replay impatient = Replay.withProcessorTime(Duration.ofSeconds(1))) {
      InvocationReport report = impatient.invoke(function, "{}");

      assertThat(report.cutByHarness()).isTrue();
      assertThat(impatient.runtime.abandonedThreads()).isZero();
    }
  }

  @Test
  void importsCoreModulesByName() {
    FunctionVersion function =
        Functions.function(
            "nodejs22.x",
            "index.handler",
            Functions.code(
                "index.mjs",
                "import { readFileSync, writeFileSync } from 'node:fs'; import crypto, { createHash }"
                    + " from 'crypto'; import { Readable } from 'stream'; import https from 'https';"
                    + " export const handler = async () => { writeFileSync('/tmp/a', 'b'); return"
                    + " [readFileSync('/tmp/a', 'utf8'), createHash === crypto.createHash, typeof"
                    + " Readable.from, typeof https.request]; };"));

    assertThat(replay.invoke(function, "{}").result().payload())
        .isEqualTo("[\"b\",true,\"function\",\"function\"]");
  }

  @Test
  void reachesNoNetwork_whereThereIsNone() {
    FunctionVersion function =
        Functions.handler(
            "const https = require('https'); exports.handler = (e, c, done) => https.get('https://x').on('error', (error) => done(null, error.code + ' ' + error.message));");

    assertThat(replay.invoke(function, "{}").result().payload())
        .contains("EACCES pushsim lets functions reach no network here: x:443");
  }

  @Test
  void namesAPackageOfTheSdkThatAModuleImportsInVain() {
    FunctionVersion function =
        Functions.function(
            "nodejs20.x",
            "index.handler",
            Functions.code(
                "index.mjs",
                "import { TranscribeClient } from '@aws-sdk/client-transcribe';"
                    + " export const handler = async () => TranscribeClient.name;"));

    assertThat(replay.invoke(function, "{}").result().payload())
        .startsWith(
            "{\"errorType\":\"Error\",\"errorMessage\":\"pushsim does not simulate the package"
                + " @aws-sdk/client-transcribe, which Lambda's runtime has");
  }
}
