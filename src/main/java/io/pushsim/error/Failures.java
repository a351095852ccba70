package io.pushsim.error;

import java.util.concurrent.CompletionException;

/** What a stage failed with. */
public final class Failures {
  private Failures() {}

  /** A failure without what only carries it from stage to stage. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
