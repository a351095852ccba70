package io.pushsim.testing;

import io.pushsim.cli.ServeLog;
import io.pushsim.error.SimulatorException;
import java.util.List;

/** Collects what goes wrong inside pushsim; refusals are for people. */
record FaultList(List<String> faults) implements ServeLog {

  @Override
  public void fault(String what, Throwable cause) {
    faults.add(what + ": " + cause);
  }

  @Override
  public void notice(String sentence) {}

  @Override
  public void pushed(List<String> lines) {}

  @Override
  public void refusal(String request, SimulatorException refusal) {}
}
