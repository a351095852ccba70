package io.pushsim.check.input;

import io.pushsim.document.DocumentException;
import io.pushsim.document.Problem;
import java.util.List;
import java.util.Locale;

/**
 * How many values the inputs may have together: a value takes the memory of a small object or more,
 * however short it is, so bytes alone do not bound it.
 */
final class Allowance {
  private static final long BYTES_OF_VALUE = 400;

  private final long most;
  private long taken;

  Allowance() {
    this(Runtime.getRuntime().maxMemory() / BYTES_OF_VALUE);
  }

  /**
   * @param most how many values there may be
   */
  Allowance(long most) {
    this.most = most;
  }

  /**
   * Takes what the text may have at the most. In JSON each value stands behind one of three
   * characters; in YAML's blocks it may also begin a line, or follow a dash.
   *
   * @throws DocumentException where that is more than is left
   */
  void take(String file, String text) {
    long values = values(text);
    if (taken + values > most) {
      throw new DocumentException(
          List.of(
              Problem.ofFile(
                  file,
                  String.format(
                      Locale.ROOT,
                      "is too much for the memory, which holds %,d values of all inputs: check it alone, leave out of it what is about neither Lambda nor S3, or give more memory (JAVA_TOOL_OPTIONS=-Xmx4g)",
                      most))));
    }
    taken += values;
  }

  private static long values(String text) {
    boolean json = text.startsWith("{") || text.startsWith("[");
    long values = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '[' || c == '{' || (!json && (c == '\n' || c == '-'))) {
        values++;
      }
    }
    return values;
  }
}
