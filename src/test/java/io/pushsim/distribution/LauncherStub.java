package io.pushsim.distribution;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that stands in for pushsim behind the launcher: it tells its arguments and ends with
 * the exit code that it is asked for. As a training run it can be made to wait at a gate.
 */
public final class LauncherStub {
  private static final long MIB = 1 << 20;

  private LauncherStub() {}

  public static void main(String[] arguments) throws IOException {
    String gate = System.getenv("STUB_GATE");
    if (gate != null && List.of(arguments).contains("train")) {
      Files.writeString(Path.of(gate, "arrived"), ProcessHandle.current().pid() + "\n");
      Files.readString(Path.of(gate, "open"));
    }
    for (String argument : arguments) {
      System.out.println("<" + argument + ">");
    }
    System.out.println("property=" + System.getProperty("stub.property"));
    if (System.getenv("STUB_HEAP") != null) {
      System.out.println(
          "heap=" + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getInit() / MIB);
    }
    System.exit(Integer.parseInt(System.getenv().getOrDefault("STUB_EXIT", "0")));
  }
}
