package io.pushsim.function;

/** What Lambda does where it finds a function in a loop of its own making. */
public enum RecursiveLoop {
  /** It ends the loop: the default. */
  TERMINATE,
  /** It lets the loop run. */
  ALLOW
}
