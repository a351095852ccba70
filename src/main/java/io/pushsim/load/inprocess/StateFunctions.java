package io.pushsim.load.inprocess;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.TargetKind;
import io.pushsim.function.Alias;
import io.pushsim.journal.State;
import io.pushsim.load.LoadedFunctions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The functions as they stand in a simulator of this process. */
public record StateFunctions(State state) implements LoadedFunctions {
  @Override
  public Map<FunctionArn, Alias> aliases() {
    Map<FunctionArn, Alias> aliases = new HashMap<>();
    state.buckets().names().stream()
        .flatMap(name -> state.buckets().find(name).stream())
        .flatMap(bucket -> bucket.notificationConfiguration().targets(TargetKind.LAMBDA).stream())
        .flatMap(target -> FunctionArn.parse(target.target()).stream())
        .forEach(target -> alias(target).ifPresent(alias -> aliases.put(target, alias)));
    return aliases;
  }

  private Optional<Alias> alias(FunctionArn target) {
    return target.qualifier() instanceof Qualifier.Alias named
        ? state.functions().find(target).flatMap(function -> function.alias(named.name()))
        : Optional.empty();
  }
}
