package io.pushsim.load.inprocess;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.Alias;
import io.pushsim.journal.State;
import io.pushsim.load.LoadTarget;
import io.pushsim.load.measurement.ProcessFigures;
import java.util.Map;
import java.util.Optional;

/** A target within this process, which knows its functions from the state. */
abstract class InProcessTarget implements LoadTarget {
  final State state;
  private final StateFunctions functions;

  InProcessTarget(State state) {
    this.state = state;
    functions = new StateFunctions(state);
  }

  @Override
  public final Map<FunctionArn, Alias> aliases() {
    return functions.aliases();
  }

  @Override
  public final Optional<String> gone() {
    return Optional.empty();
  }

  @Override
  public final ProcessFigures process() {
    return ProcessFigures.now();
  }

  @Override
  public final boolean isThisProcess() {
    return true;
  }
}
