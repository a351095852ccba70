package io.pushsim.cli;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code load} is driven at. */
final class LoadTargetOptions {
  private static final String IN_PROCESS = "in-process";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description =
          "in-process (default), or the URL of a running pushsim in which what the scenario sets up stands"
              + " already: each push is a notification at its webhook.")
  private String target = IN_PROCESS;

  @Option(
      names = "--webhook-token",
      paramLabel = "TOKEN",
      description = "What the --target was started with as its --webhook-token.")
  private Optional<String> webhookToken = Optional.empty();

  /** Whether all runs within this process. */
  boolean inProcess() {
    return target.equals(IN_PROCESS);
  }

  /** What the target asks for on its own paths. */
  Optional<String> webhookToken() {
    return webhookToken;
  }

  /**
   * The pushsim to load; empty for one within this process.
   *
   * @param routingAlone whether nothing is to run
   * @throws ParameterException where it cannot be
   */
  Optional<URI> remote(boolean routingAlone) {
    if (inProcess()) {
      if (webhookToken.isPresent()) {
        throw wrong("--webhook-token is for a --target that is a URL: leave it out, or name one");
      }
      return Optional.empty();
    }
    if (!CheckedInputs.ENDPOINT.matcher(target).matches()) {
      throw wrong(
          "--target is '%s'; write in-process, or a URL like http://127.0.0.1:4580"
              .formatted(target));
    }
    if (routingAlone) {
      throw wrong("--handler none routes within this process: leave it or the --target out");
    }
    return Optional.of(URI.create(target));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
