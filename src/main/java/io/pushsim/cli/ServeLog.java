package io.pushsim.cli;

import io.pushsim.error.SimulatorException;

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

  /** A request was refused for a reason that AWS's words do not say. */
  void refusal(String request, SimulatorException refusal);
}
