package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pushsim.testing.Launched;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The real AWS CLI in the hands of one caller, with a folder to work in. */
final class AwsCli {
  private final Map<String, String> environment;
  private final Path folder;

  AwsCli(Caller caller, Path folder) {
    this(caller.environment(), folder);
  }

  /** With this environment alone. */
  static AwsCli of(Map<String, String> environment, Path folder) {
    return new AwsCli(environment, folder);
  }

  private AwsCli(Map<String, String> environment, Path folder) {
    this.environment = new TreeMap<>(environment);
    this.folder = folder;
  }

  /**
   * The same caller, known to the CLI by a profile alone: neither credentials nor a region are in
   * the environment.
   */
  static AwsCli ofProfile(String name, Caller caller, Path folder) {
    Map<String, String> environment = caller.environment();
    List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "AWS_DEFAULT_REGION")
        .forEach(environment::remove);
    AwsCli cli = new AwsCli(environment, folder);
    cli.write(
        "config", "[profile %s]\noutput = json\n".formatted(name).getBytes(StandardCharsets.UTF_8));
    cli.write(
        "credentials",
        "[%s]\naws_access_key_id = %s\naws_secret_access_key = any\n"
            .formatted(name, caller.account())
            .getBytes(StandardCharsets.UTF_8));
    cli.environment.put("AWS_CONFIG_FILE", folder.resolve("config").toString());
    cli.environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
    return cli;
  }

  /** Writes a file into the folder. */
  void write(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file of the folder. */
  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code aws} with these arguments. */
  Launched run(String... arguments) {
    return start(Stream.concat(Stream.of("aws"), Stream.of(arguments)).toList());
  }

  /** Runs a line as a person types it into a shell. */
  Launched runLine(String line) {
    return start(List.of("sh", "-c", line));
  }

  private Launched start(List<String> command) {
    return Launched.start(command, environment, folder).await();
  }

  /** What a command that succeeds prints, which is JSON or nothing. */
  JsonNode answer(String... arguments) {
    return answerOf(run(arguments));
  }

  JsonNode answerToLine(String line) {
    return answerOf(runLine(line));
  }

  private static JsonNode answerOf(Launched launched) {
    assertThat(launched.exitCode()).as(launched.err()).isZero();
    return launched.out().isBlank() ? MissingNode.getInstance() : TestResource.json(launched.out());
  }

  /** What a command says that is refused. */
  String refusal(String... arguments) {
    Launched launched = run(arguments);
    assertThat(launched.exitCode()).as(launched.out()).isNotZero();
    return launched.err().strip();
  }
}
