package io.pushsim.load.remote;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.Alias;
import io.pushsim.load.LoadTarget;
import io.pushsim.load.LoadedFunctions;
import io.pushsim.load.measurement.ProcessFigures;
import java.util.Map;
import java.util.Optional;

/** A target that is asked over HTTP. */
public abstract class RemoteTarget implements LoadTarget {
  final Reachability reachability = new Reachability();
  private final LoadedFunctions functions;
  private final RemoteProcess process;

  /**
   * @param process of the pushsim that is loaded
   */
  RemoteTarget(LoadedFunctions functions, RemoteProcess process) {
    this.functions = functions;
    this.process = process;
  }

  @Override
  public int senders() {
    return 1;
  }

  @Override
  public final Map<FunctionArn, Alias> aliases() {
    return functions.aliases();
  }

  @Override
  public final Optional<String> gone() {
    return reachability.gone();
  }

  @Override
  public boolean isThisProcess() {
    return false;
  }

  @Override
  public final ProcessFigures process() {
    return isThisProcess() ? ProcessFigures.now() : process.figures();
  }

  /** Follows no more what comes of pushes. */
  public abstract void close() throws InterruptedException;
}
