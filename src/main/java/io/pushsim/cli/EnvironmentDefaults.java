package io.pushsim.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes an option that is not on the command line from the environment: {@code --seed} from {@code
 * PUSHSIM_SEED}. An empty variable counts as none.
 */
record EnvironmentDefaults(Map<String, String> environment, List<String> arguments)
    implements IDefaultValueProvider {

  EnvironmentDefaults {
    environment = Map.copyOf(environment);
    arguments = List.copyOf(arguments);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return variableInForce(argument).map(environment::get).orElse(null);
  }

  /** The variable that an option takes its value from, if it does. */
  Optional<String> variableInForce(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return Optional.empty();
    }
    String name = option.longestName().replaceFirst("^-+", "");
    String variable = "PUSHSIM_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    boolean set = !environment.getOrDefault(variable, "").isEmpty();
    return set && !isGiven(option) ? Optional.of(variable) : Optional.empty();
  }

  /** To picocli, a flag that is on by default is switched off by being given. */
  private boolean isGiven(OptionSpec option) {
    return Arrays.stream(option.names())
        .anyMatch(
            name -> arguments.stream().anyMatch(a -> a.equals(name) || a.startsWith(name + "=")));
  }
}
