package io.pushsim.load.report;

import io.pushsim.load.LoadPlan;
import java.time.Instant;
import java.util.List;

/**
 * What was driven at what, and where: without it figures mean little.
 *
 * @param scenario the story's name
 * @param file the scenario file, as the person named it
 * @param target for people
 * @param isThisProcess whether the process that is measured is the generator's own
 * @param events what was sent, each as a line
 * @param leftOut how many operations behind the first event step were not carried out
 */
public record Setting(
    String scenario,
    String file,
    String target,
    boolean isThisProcess,
    LoadPlan plan,
    String keyTemplate,
    List<String> events,
    int leftOut,
    Instant started,
    Machine machine) {
  public Setting {
    events = List.copyOf(events);
  }

  /**
   * What it ran on.
   *
   * @param jvm name, version and vendor of the Java machine
   * @param flags its options, as it was started with them
   * @param javaScript whether JavaScript is "compiled" or "interpreted"
   * @param processors that it may use
   * @param system operating system and architecture
   * @param pushsim its version
   * @param commit of its build
   */
  public record Machine(
      String jvm,
      List<String> flags,
      String javaScript,
      int processors,
      String system,
      String pushsim,
      String commit) {
    public Machine {
      flags = List.copyOf(flags);
    }
  }
}
