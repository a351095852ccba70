package io.pushsim.load.inprocess;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.TargetKind;
import io.pushsim.function.Alias;
import io.pushsim.journal.State;
import io.pushsim.load.LoadTarget;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A target within this process, which knows its functions from the state. */
abstract class InProcessTarget implements LoadTarget {
  final State state;

  InProcessTarget(State state) {
    this.state = state;
  }

  @Override
  public final Optional<Alias> alias(FunctionArn target) {
    return target.qualifier() instanceof Qualifier.Alias named
        ? state.functions().find(target).flatMap(function -> function.alias(named.name()))
        : Optional.empty();
  }

  @Override
  public final Set<FunctionArn> functions() {
    return state.buckets().names().stream()
        .flatMap(name -> state.buckets().find(name).stream())
        .flatMap(bucket -> bucket.notificationConfiguration().targets(TargetKind.LAMBDA).stream())
        .flatMap(target -> FunctionArn.parse(target.target()).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public final Optional<String> gone() {
    return Optional.empty();
  }

  @Override
  public final boolean isThisProcess() {
    return true;
  }
}
