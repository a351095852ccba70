package io.pushsim.cli;

import io.pushsim.error.SimulatorException;
import io.pushsim.scenario.report.VisibleText;
import java.io.PrintWriter;

/** Tells it on standard error. */
record TerminalLog(Terminal terminal) implements ServeLog {

  @Override
  public synchronized void fault(String what, Throwable cause) {
    PrintWriter err = terminal.err();
    err.println("pushsim: " + what + ":");
    cause.printStackTrace(err);
    err.flush();
  }

  @Override
  public synchronized void notice(String sentence) {
    PrintWriter err = terminal.err();
    err.println("pushsim: " + visible(sentence));
    err.flush();
  }

  @Override
  public synchronized void refusal(String request, SimulatorException refusal) {
    PrintWriter err = terminal.err();
    err.println(visible(request) + " was refused: " + visible(refusal.message()));
    refusal.explanation().forEach(reason -> err.println("  " + visible(reason)));
    err.flush();
  }

  private static String visible(String text) {
    return VisibleText.inline(text);
  }
}
