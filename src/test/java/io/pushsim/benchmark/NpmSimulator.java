package io.pushsim.benchmark;

import io.pushsim.policy.differential.AccessCase;
import io.pushsim.testing.NodeProject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A process in which {@code @cloud-copilot/iam-simulate} decides cases, and times itself. */
final class NpmSimulator implements AutoCloseable {
  private final Path file;
  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;

  private NpmSimulator(Path file, Process process) {
    this.file = file;
    this.process = process;
    this.out = process.inputReader();
    this.in = process.outputWriter();
  }

  /**
   * Starts it.
   *
   * @param offered the cases from which it takes what its entry decides
   * @param count how many it takes
   * @param seconds of processor time, how long each round is
   */
  static NpmSimulator start(List<AccessCase> offered, int count, int seconds) throws IOException {
    NodeProject project = NodeProject.installed("iam/node/");
    project.script("simulation.mjs");
    Path file = Files.createTempFile("cases", ".jsonl");
    Files.write(file, offered.stream().map(AccessCase::toJson).toList());
    List<String> command =
        List.of(
            "node",
            project.script("measure.mjs").toString(),
            file.toString(),
            String.valueOf(count),
            String.valueOf(seconds));
    return new NpmSimulator(
        file, new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The places, from 0, of the cases that it has taken; to be asked first, once. */
  List<Integer> places() throws IOException {
    return Arrays.stream(line().split(" ")).map(Integer::parseInt).toList();
  }

  /**
   * Decisions in a second of processor time, in one round.
   *
   * @param entry the function that decides
   */
  double rate(String entry) throws IOException {
    in.write(entry);
    in.newLine();
    in.flush();
    return Double.parseDouble(line());
  }

  private String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("node has ended");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.delete(file);
  }
}
