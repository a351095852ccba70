package io.pushsim.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** What a statement does when it matches. */
public enum Effect {
  ALLOW("Allow"),
  DENY("Deny");

  private final String text;

  Effect(String text) {
    this.text = text;
  }

  /** The effect written so, in IAM's own case, or empty. */
  public static Optional<Effect> parse(String text) {
    return Stream.of(values()).filter(effect -> effect.text.equals(text)).findFirst();
  }

  /** As it is written in a policy. */
  @Override
  public String toString() {
    return text;
  }
}
