package io.pushsim.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file under {@code src/test/resources/hostile}, and what must come of it: its lines that begin
 * with {@code //!}.
 *
 * <pre>
 * timeout 10                      of the function, in seconds; 1 otherwise
 * link NAME TARGET                a symbolic link in the package, beside the file
 * refused PATTERN                 CreateFunction is refused, with such a message
 * invoke {"the":"event"}          begins the outcomes of one more invocation; without it there is one, with {}
 * times out                       one of the outcomes that may be; as are:
 * is killed                       for its memory
 * answers PATTERN                 which is found in the payload
 * fails PATTERN                   which is found in the payload of the function error
 * </pre>
 *
 * @param links of the package, by name
 * @param refusal empty where the function can be created
 */
public record HostileHandler(
    String name,
    String extension,
    String code,
    Duration timeout,
    Map<String, String> links,
    Optional<Pattern> refusal,
    List<Call> calls) {

  /** An invocation, and the outcomes that it may have. */
  public record Call(String event, List<Outcome> outcomes) {
    boolean mayEnd(boolean isError, String payload) {
      return outcomes.stream().anyMatch(outcome -> outcome.fits(isError, payload));
    }
  }

  /** A function error or an answer, with such a payload. */
  public record Outcome(boolean isError, Pattern payload) {
    private boolean fits(boolean error, String text) {
      return error == isError && payload.matcher(text).find();
    }
  }

  /** All, in the order of their names. */
  public static List<HostileHandler> all() {
    try {
      Path folder =
          Path.of(Objects.requireNonNull(HostileHandler.class.getResource("/hostile")).toURI());
      try (Stream<Path> files = Files.list(folder)) {
        return files.sorted().map(HostileHandler::read).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HostileHandler read(Path file) {
    String[] name = file.getFileName().toString().split("\\.", 2);
    try {
      return new Reading(name[0], name[1], Files.readString(file)).handler();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its deployment package. */
  public byte[] zip() {
    return LinkingZip.of("index." + extension, code.getBytes(StandardCharsets.UTF_8), links);
  }

  /** What is read of a file. */
  private static final class Reading {
    private final String name;
    private final String extension;
    private final String code;
    private final Map<String, String> links = new LinkedHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private Duration timeout = Duration.ofSeconds(1);
    private Optional<Pattern> refusal = Optional.empty();

    Reading(String name, String extension, String code) {
      this.name = name;
      this.extension = extension;
      this.code = code;
    }

    HostileHandler handler() {
      code.lines()
          .filter(line -> line.startsWith("//! "))
          .map(line -> line.substring(4))
          .forEach(this::directive);
      return new HostileHandler(name, extension, code, timeout, links, refusal, calls);
    }

    private void directive(String line) {
      String[] parts = line.split(" ", 2);
      String value = parts[1];
      switch (parts[0]) {
        case "timeout" -> timeout = Duration.ofSeconds(Long.parseLong(value));
        case "link" -> links.put(value.split(" ")[0], value.split(" ")[1]);
        case "refused" -> refusal = Optional.of(Pattern.compile(value));
        case "invoke" -> calls.add(new Call(value, new ArrayList<>()));
        case "times", "is", "answers", "fails" -> outcomes().add(outcome(line, value));
        default -> throw new IllegalArgumentException(name + ": unknown directive " + line);
      }
    }

    private List<Outcome> outcomes() {
      if (calls.isEmpty()) {
        calls.add(new Call("{}", new ArrayList<>()));
      }
      return calls.get(calls.size() - 1).outcomes();
    }

    private Outcome outcome(String line, String value) {
      return switch (line) {
        case "times out" ->
            ended(
                "Sandbox.Timedout",
                "Task timed out after %d.00 seconds".formatted(timeout.toSeconds()));
        case "is killed" -> ended("Runtime.ExitError", "Runtime exited with error: signal: killed");
        default -> new Outcome(line.startsWith("fails "), Pattern.compile(value, Pattern.DOTALL));
      };
    }

    private static Outcome ended(String type, String message) {
      return new Outcome(
          true,
          Pattern.compile(
              "^\\{\"errorType\":\"%s\",\"errorMessage\":\"RequestId: [0-9a-f-]{36} Error: %s\"}$"
                  .formatted(type, message)));
    }
  }
}
