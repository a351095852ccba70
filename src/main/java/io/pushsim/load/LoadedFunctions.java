package io.pushsim.load;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.Alias;
import java.util.Optional;
import java.util.Set;

/** The functions that pushes come to. */
public interface LoadedFunctions {
  /** The alias that a push's target names, as it is now; empty where it names none. */
  Optional<Alias> alias(FunctionArn target);

  /** What pushes can come to, as the buckets' configurations name it now. */
  Set<FunctionArn> functions();
}
