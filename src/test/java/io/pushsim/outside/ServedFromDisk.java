package io.pushsim.outside;

import io.pushsim.cli.LiveSimulator;
import io.pushsim.cli.ServeLog;
import io.pushsim.cli.ServeSettings;
import io.pushsim.error.SimulatorException;
import io.pushsim.runtime.JavaScriptEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The program of a process that serves with its objects in a folder, and prints its port. It ends
 * with its standard input.
 */
final class ServedFromDisk {
  private ServedFromDisk() {}

  /**
   * Serves until its standard input ends.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    try (LiveSimulator served =
        new LiveSimulator(
            ServeSettings.onFreePort().withData(Path.of(arguments[0])),
            new JavaScriptEngine(),
            new ToStderr())) {
      System.out.println(served.port());
      while (System.in.read() >= 0) {
        // Nothing is said there but that it is over.
      }
    }
  }

  private static final class ToStderr implements ServeLog {
    @Override
    public void fault(String what, Throwable cause) {
      System.err.println(what + ": " + cause);
    }

    @Override
    public void notice(String sentence) {
      System.err.println(sentence);
    }

    @Override
    public void pushed(List<String> lines) {}

    @Override
    public void refusal(String request, SimulatorException refusal) {}
  }
}
