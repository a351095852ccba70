package io.pushsim.check.mending;

/**
 * Lines for an input.
 *
 * @param language {@code yaml} or {@code hcl}
 * @param where what to do with them: {@code add to Resources of stack.yaml}
 * @param text the lines; empty where something is to be deleted
 */
public record Lines(String language, String where, String text) {
  /** Whether there is nothing to write: it is all said by where. */
  public boolean isEmpty() {
    return text.isBlank();
  }
}
