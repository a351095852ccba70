package io.pushsim.cli;

import io.pushsim.error.SimulatorException;
import java.util.List;

/** Tells what is the matter, and nothing of each event or request: they are counted elsewhere. */
record FaultLog(TerminalLog terminal) implements ServeLog {

  @Override
  public void fault(String what, Throwable cause) {
    terminal.fault(what, cause);
  }

  @Override
  public void notice(String sentence) {
    terminal.notice(sentence);
  }

  @Override
  public void pushed(List<String> lines) {}

  @Override
  public void refusal(String request, SimulatorException refusal) {}
}
