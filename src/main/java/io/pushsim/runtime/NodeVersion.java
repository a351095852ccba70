package io.pushsim.runtime;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Node.js generation that a runtime identifier names.
 *
 * @param major the major version: 22 for {@code nodejs22.x}, 0 for the first, {@code nodejs}
 * @param version as in {@code process.version}
 */
record NodeVersion(int major, String version) {
  private static final Pattern IDENTIFIER =
      Pattern.compile("nodejs(\\d+)?(?:\\.(x|\\d+))?(-edge)?");
  private static final Map<Integer, String> LAST_RELEASES =
      Map.ofEntries(
          Map.entry(0, "v0.10.42"),
          Map.entry(4, "v4.3.2"),
          Map.entry(6, "v6.10.3"),
          Map.entry(8, "v8.10.0"),
          Map.entry(10, "v10.24.1"),
          Map.entry(12, "v12.22.12"),
          Map.entry(14, "v14.21.3"),
          Map.entry(16, "v16.20.2"),
          Map.entry(18, "v18.20.8"),
          Map.entry(20, "v20.19.5"),
          Map.entry(22, "v22.20.0"),
          Map.entry(24, "v24.9.0"));

  /**
   * @throws SimulatorException where the runtime is not a Node.js one: only those are simulated
   */
  static NodeVersion of(String runtime) {
    Matcher matcher = IDENTIFIER.matcher(runtime);
    if (!matcher.matches()) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED,
          "pushsim runs Node.js handlers only; a function with runtime "
              + runtime
              + " can be configured, but not invoked");
    }
    String digits = matcher.group(1);
    int major = digits == null ? 0 : Integer.parseInt(digits);
    return new NodeVersion(major, LAST_RELEASES.getOrDefault(major, "v" + major + ".0.0"));
  }

  /** The third column of INIT_START's {@code nodejs:22.v58}: fixed here, AWS counts it up. */
  String runtimeVersion() {
    return "nodejs:" + major + ".v1";
  }
}
