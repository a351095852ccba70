package io.pushsim.cli;

import io.pushsim.display.VisibleText;
import io.pushsim.error.SimulatorException;
import java.io.PrintWriter;
import java.util.List;

/** Tells what came of events on standard output, and what is the matter on standard error. */
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

  /** On standard output: it is what serving is for. */
  @Override
  public synchronized void pushed(List<String> lines) {
    PrintWriter out = terminal.out();
    out.println(visible(lines.get(0)));
    lines.stream().skip(1).forEach(line -> out.println("  " + visible(line)));
    out.flush();
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
