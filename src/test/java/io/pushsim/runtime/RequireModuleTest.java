package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What require() makes of an ES module: Lambda starts Node.js 20 and later without that, and with
 * it where NODE_OPTIONS says so (Lambda's guide, Building Lambda functions with Node.js).
 */
class RequireModuleTest {
  private static final Map<String, String> SWITCHED_ON =
      Map.of("NODE_OPTIONS", "--enable-source-maps --experimental-require-module");
  private static final Map<String, String> FILES =
      Map.of(
          "index.js",
          """
          const attempt = (file) => {
            try {
              return require(file);
            } catch (error) {
              return `${error.name} ${error.code} ${error.message.split(/[.\\n]/)[0]}`;
            }
          };
          exports.handler = async () => [
            attempt('./named.mjs'),
            attempt('./named.mjs') === await import('./named.mjs'),
            attempt('./default.mjs'),
            attempt('./chosen.mjs'),
            attempt('./awaits.mjs'),
            attempt('p'),
          ];
          """,
          "named.mjs",
          "import { b } from './default.mjs'; export const a = b + 1;",
          "default.mjs",
          "export default 'default'; export const b = 1;",
          "chosen.mjs",
          "export { a as 'module.exports' }; const a = 'chosen';",
          "awaits.mjs",
          "export default await new Promise((resolve) => setTimeout(resolve, 1));",
          "node_modules/p/package.json",
          "{\"exports\": {\"module-sync\": \"./p.mjs\", \"default\": \"./p.js\"}}",
          "node_modules/p/p.mjs",
          "export const kind = 'module';",
          "node_modules/p/p.js",
          "exports.kind = 'commonjs';");

  private final Replay replay = new Replay();

  @AfterEach
  void close() {
    replay.close();
  }

  private String answer(String runtime, Map<String, String> variables) {
    FunctionVersion function =
        Functions.function(
            runtime,
            "index.handler",
            Functions.code(FILES),
            Duration.ofSeconds(3),
            "Text",
            variables);
    InvocationReport report = replay.invoke(function, "{}");
    assertThat(report.result().isError()).as(report.logs().toString()).isFalse();
    return report.result().payload();
  }

  @Test
  void refusesAsLambdaStartsNode() {
    assertThat(answer("nodejs22.x", Map.of()))
        .startsWith("[\"Error ERR_REQUIRE_ESM require() of ES Module /var/task/named\"")
        .endsWith("{\"kind\":\"commonjs\"}]");
  }

  @Test
  void givesTheModulesExportsWhereThatIsSwitchedOn() {
    assertThat(answer("nodejs22.x", SWITCHED_ON))
        .isEqualTo(
            "[{\"a\":2},true,{\"__esModule\":true,\"b\":1,\"default\":\"default\"},\"chosen\","
                + "\"Error ERR_REQUIRE_ASYNC_MODULE require() cannot be used on an ESM graph with"
                + " top-level await\",{\"kind\":\"module\"}]");
  }
}
