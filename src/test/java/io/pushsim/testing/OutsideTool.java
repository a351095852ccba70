package io.pushsim.testing;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of the machine's that some tests run beside pushsim. Where it is missing these tests
 * are skipped and say so, unless the environment variable {@code PUSHSIM_REQUIRE} names the tool:
 * then they fail.
 *
 * @param name what {@code PUSHSIM_REQUIRE} calls it
 * @param what what a person calls it
 * @param probes the commands, each of which works where the tool is there
 */
public record OutsideTool(String name, String what, List<List<String>> probes) {
  public static final OutsideTool AWS_CLI =
      new OutsideTool("aws", "the AWS CLI", List.of(List.of("aws", "--version")));
  public static final OutsideTool BOTO3 =
      new OutsideTool(
          "aws", "Python with boto3", List.of(List.of("python3", "-c", "import boto3")));
  public static final OutsideTool PYTHON =
      new OutsideTool(
          "aws",
          "Python 3.10 or newer with venv",
          List.of(
              List.of(
                  "python3",
                  "-c",
                  "import sys, venv, ensurepip; assert sys.version_info >= (3, 10), sys.version")));
  public static final OutsideTool NODE =
      new OutsideTool(
          "node",
          "Node.js 18 or newer with npm",
          List.of(
              List.of(
                  "node",
                  "-e",
                  "if (parseInt(process.versions.node) < 18) throw 'it is ' + process.version"),
              List.of("npm", "--version")));

  /** The one whose output is recorded: others print some things in other words. */
  public static final OutsideTool NODE_20 =
      new OutsideTool(
          "node20",
          "Node.js 20",
          List.of(
              List.of(
                  "node",
                  "-e",
                  "if (parseInt(process.versions.node) !== 20) throw 'it is ' + process.version")));

  /** Of the machine's PATH, or where {@code PUSHSIM_MINIO} says. */
  public static final OutsideTool MINIO =
      new OutsideTool(
          "minio",
          "a MinIO server",
          List.of(List.of(System.getenv().getOrDefault("PUSHSIM_MINIO", "minio"), "--version")));

  public static final OutsideTool VERSITYGW =
      new OutsideTool(
          "versitygw",
          "versitygw, an S3 server in one program",
          List.of(List.of("versitygw", "--version")));

  public static final OutsideTool CHROMIUM =
      new OutsideTool("chromium", "Chromium, a browser", List.of(List.of("chromium", "--version")));

  private static final String REQUIRE = "PUSHSIM_REQUIRE";
  private static final Set<String> NAMES =
      new TreeSet<>(Set.of("aws", "versitygw", "minio", "node", "node20", "chromium"));

  /** What becomes of a test whose tool is missing. */
  enum WithoutIt {
    SKIP,
    FAIL
  }

  /** The program that shows that it is there. */
  public String program() {
    return probes.get(0).get(0);
  }

  /** Goes on where the tool is there; else skips the running test, or fails it. */
  public void demand() {
    fault().ifPresent(this::missing);
  }

  /**
   * Skips the running test, or fails it, for want of this tool.
   *
   * @param reason what shows that it is not there
   */
  public void missing(String reason) {
    missing(reason, System.getenv(), System.err);
  }

  void missing(String reason, Map<String, String> environment, PrintStream log) {
    String sentence = "NOT TESTED with %s, which is missing: %s".formatted(what, reason);
    if (withoutIt(environment) == WithoutIt.FAIL) {
      throw new AssertionError("%s (%s names '%s')".formatted(sentence, REQUIRE, name));
    }
    log.printf("%n*** %s%n*** %s=%s makes this a failure.%n%n", sentence, REQUIRE, name);
    Assumptions.abort(sentence);
  }

  WithoutIt withoutIt(Map<String, String> environment) {
    Set<String> required =
        Arrays.stream(environment.getOrDefault(REQUIRE, "").split(","))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet());
    for (String word : required) {
      if (!NAMES.contains(word)) {
        throw new AssertionError(
            "%s names '%s'; it may name %s".formatted(REQUIRE, word, String.join(", ", NAMES)));
      }
    }
    return required.contains(name) ? WithoutIt.FAIL : WithoutIt.SKIP;
  }

  /** What shows that it is missing, if it is. */
  public Optional<String> fault() {
    return probes.stream().map(OutsideTool::fault).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> fault(List<String> probe) {
    String command = String.join(" ", probe);
    try {
      Launched launched = Launched.start(probe, System.getenv(), Path.of(".")).await();
      return launched.exitCode() == 0
          ? Optional.empty()
          : Optional.of(
              "'%s' ends with %d: %s"
                  .formatted(command, launched.exitCode(), launched.err().strip()));
    } catch (UncheckedIOException e) {
      return Optional.of("'%s' cannot be started".formatted(command));
    }
  }
}
