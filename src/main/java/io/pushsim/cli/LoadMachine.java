package io.pushsim.cli;

import io.pushsim.load.report.Setting;
import io.pushsim.runtime.JavaScriptEngine;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;

/** Describes what this process runs on. */
final class LoadMachine {
  private LoadMachine() {}

  static Setting.Machine here(JavaScriptEngine engine) {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    return new Setting.Machine(
        "%s %s (%s)"
            .formatted(
                runtime.getVmName(),
                System.getProperty("java.version"),
                System.getProperty("java.vendor")),
        runtime.getInputArguments(),
        engine.isCompiling() ? "compiled" : "interpreted",
        Runtime.getRuntime().availableProcessors(),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        VersionText.number(),
        Build.commit());
  }
}
