package io.pushsim.cli;

import io.pushsim.cli.LoadSettings.TimedOperation;
import io.pushsim.document.Problem;
import io.pushsim.scenario.ScenarioException;
import io.pushsim.scenario.ScenarioReader;
import io.pushsim.scenario.WrittenOperation;
import io.pushsim.time.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The operations that {@code load} calls in the middle. */
final class InterludeOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--at",
      arity = "2",
      paramLabel = "TIME OPERATION",
      hideParamSyntax = true,
      description = {
        "TIME OPERATION: call an AWS operation in the middle, such as --at 30s 'UpdateAlias { FunctionName: hello,"
            + " Name: PROD, FunctionVersion: \"2\", RoutingConfig: {} }'; may be given several times.",
        "The report tells how long pushes still came to versions that have no weight any more."
      })
  private List<String> interludes = List.of();

  /**
   * What they say.
   *
   * @param duration of the load
   * @param inProcess whether it is driven within this process
   * @throws ParameterException where they cannot be
   */
  List<TimedOperation> operations(Duration duration, boolean inProcess) {
    if (!interludes.isEmpty() && !inProcess) {
      throw wrong("--at calls operations within this process: leave it or the --target out");
    }
    List<TimedOperation> operations = new ArrayList<>();
    for (int i = 0; i < interludes.size(); i += 2) {
      operations.add(operation(interludes.get(i), interludes.get(i + 1), duration));
    }
    return operations;
  }

  private TimedOperation operation(String time, String words, Duration duration) {
    Duration at =
        DurationText.parse(time)
            .orElseThrow(
                () ->
                    wrong(
                        "--at is '%s', which is no time; write one such as %s"
                            .formatted(time, DurationText.FORMS)));
    if (at.compareTo(duration) >= 0) {
      throw wrong("--at is %s, but the load ends after %s".formatted(time, duration));
    }
    try {
      ScenarioReader reader = new ScenarioReader(ScenarioVocabulary.ofOperations());
      return new TimedOperation(at, words, WrittenOperation.parse(words, reader));
    } catch (ScenarioException e) {
      String problems =
          e.problems().stream().map(Problem::message).collect(Collectors.joining("; "));
      throw wrong("--at %s '%s': %s".formatted(time, words, problems));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
