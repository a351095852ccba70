package io.pushsim.cli;

import io.pushsim.error.SimulatorException;
import java.util.List;

/** What whoever serves is told while it runs; called on any thread, event loops too. */
public interface ServeLog {

  /**
   * Something went wrong inside pushsim.
   *
   * @param what a sentence that names the request
   */
  void fault(String what, Throwable cause);

  /** Something that whoever serves has to know, in a sentence. */
  void notice(String sentence);

  /** What came of an event: one line, and for a denial why, and what mends it. */
  void pushed(List<String> lines);

  /** A request was refused for a reason that AWS's words do not say. */
  void refusal(String request, SimulatorException refusal);
}
