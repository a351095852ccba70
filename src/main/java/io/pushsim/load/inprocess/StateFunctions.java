package io.pushsim.load.inprocess;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.TargetKind;
import io.pushsim.function.Alias;
import io.pushsim.journal.State;
import io.pushsim.load.LoadedFunctions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions as they stand in a simulator of this process. */
public record StateFunctions(State state) implements LoadedFunctions {
  @Override
  public Optional<Alias> alias(FunctionArn target) {
    return target.qualifier() instanceof Qualifier.Alias named
        ? state.functions().find(target).flatMap(function -> function.alias(named.name()))
        : Optional.empty();
  }

  @Override
  public Set<FunctionArn> functions() {
    return state.buckets().names().stream()
        .flatMap(name -> state.buckets().find(name).stream())
        .flatMap(bucket -> bucket.notificationConfiguration().targets(TargetKind.LAMBDA).stream())
        .flatMap(target -> FunctionArn.parse(target.target()).stream())
        .collect(Collectors.toSet());
  }
}
