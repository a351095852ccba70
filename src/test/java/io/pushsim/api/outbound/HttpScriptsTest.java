package io.pushsim.api.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.InvocationReport;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * A handler's requests go as Node.js's own, recorded beside each script by {@link HttpScriptsIT}.
 */
@Tag("one-jdk")
class HttpScriptsTest {
  private static LiveHandlers handlers;
  private static ExecutionEnvironment environment;

  @BeforeAll
  static void open() {
    handlers =
        new LiveHandlers(
            2, false, "127.0.0.1:PORT", "localhost:PORT", "127.0.0.1:6", "127.0.0.1:9");
    environment = handlers.environment(HttpScripts.read(HttpScripts.DRIVER));
  }

  @AfterAll
  static void close() {
    environment.close();
    handlers.close();
  }

  @TestFactory
  Stream<DynamicTest> asksAsNodeDoes() {
    assertThat(HttpScripts.names()).hasSizeGreaterThanOrEqualTo(30);
    return HttpScripts.names().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private static void check(String name) throws IOException {
    InvocationReport report =
        handlers.run(environment, HttpScripts.event(name, handlers.server().port()));
    assertThat(report.result().isError()).as("%s", report).isFalse();
    assertThat(HttpScripts.text(report.result().payload()))
        .isEqualTo(HttpScripts.read(HttpScripts.ofNode(name).path()));
  }
}
