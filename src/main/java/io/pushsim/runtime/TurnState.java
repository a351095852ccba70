package io.pushsim.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Whether an environment's turn runs, and whether another is to follow it: what wakes the
 * environment while one runs, or while it is being decided what comes next, is not lost. Used under
 * the environment's lock.
 */
final class TurnState {
  private @Nullable Turn turn;
  private boolean deciding;
  private boolean wokenMeanwhile;

  @Nullable Turn running() {
    return turn;
  }

  /** An invocation is about to begin, and nothing else may. */
  void decides() {
    deciding = true;
  }

  void begins(Turn next) {
    turn = next;
    deciding = false;
  }

  /** The turn has ended, and it is to be decided what comes next. */
  void ends() {
    turn = null;
    deciding = true;
  }

  /** Nothing comes next for now. */
  void rests() {
    deciding = false;
  }

  /** The invocation is over: what comes now the next one finds. */
  void clear() {
    deciding = false;
    wokenMeanwhile = false;
  }

  /** Whether something woke the environment meanwhile, which is thereby taken. */
  boolean takeWoken() {
    boolean woken = wokenMeanwhile;
    wokenMeanwhile = false;
    return woken;
  }

  /** Something is to be done: whether a turn may begin now, which is thereby decided. */
  boolean wakes() {
    if (turn != null || deciding) {
      wokenMeanwhile = true;
      return false;
    }
    deciding = true;
    return true;
  }
}
