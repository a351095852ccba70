package io.pushsim.cli;

import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.remote.RemoteSettings;
import java.net.URI;
import java.util.List;
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
  private static final String OBJECTS = "s3";
  private static final String EMBEDDED = "embedded";

  /** Those that are for an S3 server elsewhere alone. */
  private static final List<String> OF_SERVER =
      List.of("--s3-access-key", "--s3-secret-key", "--pushsim", "--webhook-token");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = {
        "in-process (default);",
        "the URL of a running pushsim in which what the scenario sets up stands already, as with serve --scenario;",
        "or s3: each push is a request that changes an object on the S3 server before pushsim, and counts from"
            + " there to the handler's end."
      })
  private String target = IN_PROCESS;

  @Option(
      names = "--by",
      paramLabel = "HOW",
      description =
          "How a running pushsim is loaded: ${COMPLETION-CANDIDATES} (default: webhook): by notifications, or by"
              + " invoking the functions at whom it would push.")
  private By by = By.webhook;

  @Option(
      names = "--webhook-token",
      paramLabel = "TOKEN",
      description = "What the running pushsim was started with as its --webhook-token.")
  private Optional<String> webhookToken = Optional.empty();

  @Option(
      names = "--s3",
      paramLabel = "URL|embedded",
      description =
          "The server of --target s3, http://HOST:PORT; or embedded (default): a pushsim of the load's own, in"
              + " which what the scenario sets up stands.")
  private String server = EMBEDDED;

  @Option(
      names = "--s3-access-key",
      paramLabel = "KEY",
      description =
          "What requests to the --s3 server are signed with (default: the account of the bucket's owner, which a"
              + " pushsim without --credentials takes).")
  private Optional<String> accessKey = Optional.empty();

  @Option(
      names = "--s3-secret-key",
      paramLabel = "SECRET",
      description = "The secret of --s3-access-key.")
  private Optional<String> secretKey = Optional.empty();

  @Option(
      names = "--pushsim",
      paramLabel = "URL",
      description =
          "The pushsim that the --s3 server tells, where it is not reached at that address itself.")
  private Optional<String> pushsim = Optional.empty();

  /** How a running pushsim is loaded; spelt as on the command line. */
  enum By {
    webhook,
    invoke
  }

  /**
   * What they say.
   *
   * @param routingAlone whether nothing is to run
   * @throws ParameterException where they do not go together
   */
  LoadAim aim(boolean routingAlone) {
    LoadAim aim = aim();
    if (routingAlone && !(aim instanceof LoadAim.InProcess)) {
      throw wrong("--handler none routes within this process: leave it or the --target out");
    }
    return aim;
  }

  private LoadAim aim() {
    if (target.equals(OBJECTS)) {
      return objects();
    }
    refuse("--s3", "is the server of --target s3: leave it out, or give that too");
    OF_SERVER.stream()
        .filter(option -> !option.equals("--webhook-token"))
        .forEach(
            option -> refuse(option, "goes with --target s3 --s3 URL: leave it out, or give both"));
    if (target.equals(IN_PROCESS)) {
      refuse("--webhook-token", "is for a --target that is a URL: leave it out, or name one");
      refuseBy();
      return new LoadAim.InProcess();
    }
    return new LoadAim.Running(
        endpoint(
            target, "--target is '%s'; write in-process, s3, or a URL like http://127.0.0.1:4580"),
        webhookToken,
        by == By.invoke);
  }

  private LoadAim objects() {
    refuseBy();
    if (server.equals(EMBEDDED)) {
      OF_SERVER.forEach(
          option ->
              refuse(
                  option,
                  "is about an S3 server elsewhere: leave it out, or name the server by --s3 http://HOST:PORT"));
      return new LoadAim.Objects(Optional.empty(), Optional.empty(), Optional.empty());
    }
    if (accessKey.isPresent() != secretKey.isPresent()) {
      throw wrong("--s3-access-key and --s3-secret-key go together: give both, or none");
    }
    Optional<RemoteSettings.Keys> keys =
        accessKey.map(access -> new RemoteSettings.Keys(access, secretKey.orElseThrow()));
    try {
      return new LoadAim.Objects(
          Optional.of(RemoteSettings.of(server, keys)),
          pushsim.map(
              url -> endpoint(url, "--pushsim is '%s'; write a URL like http://127.0.0.1:4580")),
          webhookToken);
    } catch (SimulatorException e) {
      throw wrong("--s3: " + e.message());
    }
  }

  private URI endpoint(String url, String otherwise) {
    if (!CheckedInputs.ENDPOINT.matcher(url).matches()) {
      throw wrong(otherwise.formatted(url));
    }
    return URI.create(url);
  }

  private void refuseBy() {
    refuse("--by", "is for a --target that is a URL: leave it out, or name one");
  }

  /** What the environment says may be for other commands. */
  private void refuse(String option, String why) {
    if (command().commandLine().getParseResult().hasMatchedOption(option)) {
      throw wrong(option + " " + why);
    }
  }

  private CommandSpec command() {
    return Objects.requireNonNull(command);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command().commandLine(), message);
  }
}
