package io.pushsim.runtime;

/**
 * Why a process is no more.
 *
 * @param kind what ended it
 * @param exitCode for {@link Kind#EXITED}
 * @param byHarness true where a guard of the simulator ended it, not Lambda's rules
 */
record Ending(Kind kind, int exitCode, boolean byHarness) {
  // Made ahead: where it is needed, there may be no memory left to make it.
  private static final Ending OUT_OF_MEMORY = new Ending(Kind.OUT_OF_MEMORY, 0, true);

  enum Kind {
    EXITED,
    TIMED_OUT,
    OUT_OF_MEMORY,
    BROKEN,
    CLOSED
  }

  static Ending exited(int code) {
    return new Ending(Kind.EXITED, code, false);
  }

  static Ending timedOut(boolean byHarness) {
    return new Ending(Kind.TIMED_OUT, 0, byHarness);
  }

  static Ending outOfMemory() {
    return OUT_OF_MEMORY;
  }

  static Ending broken() {
    return new Ending(Kind.BROKEN, 0, true);
  }

  static Ending closed() {
    return new Ending(Kind.CLOSED, 0, false);
  }

  /** Lambda's words for a process that ended before it answered. */
  String reason() {
    return switch (kind) {
      case EXITED ->
          exitCode == 0
              ? "Runtime exited without providing a reason"
              : "Runtime exited with error: exit status " + exitCode;
      case OUT_OF_MEMORY -> "Runtime exited with error: signal: killed";
      case BROKEN -> "Runtime exited with error: signal: aborted";
      case TIMED_OUT, CLOSED -> "Runtime exited without providing a reason";
    };
  }
}
