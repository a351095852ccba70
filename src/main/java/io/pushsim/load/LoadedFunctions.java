package io.pushsim.load;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.Alias;
import java.util.Map;

/** The functions that pushes come to. */
public interface LoadedFunctions {
  /** The aliases that the buckets' configurations name, as both are now. */
  Map<FunctionArn, Alias> aliases();
}
