package io.pushsim.runtime;

/** Numbers with two decimals, as Lambda's logs have them. */
final class Hundredths {
  private Hundredths() {}

  /** A count of hundredths as a number with two decimals. */
  static String text(long hundredths) {
    long rest = hundredths % 100;
    return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
