package io.pushsim.arn;

import java.util.regex.Pattern;

/**
 * What follows a function's name in its ARN, as written: nothing, {@code $LATEST}, a version's
 * number or an alias's name.
 */
public sealed interface Qualifier {
  /** No qualifier: the unqualified function, which runs {@code $LATEST}. */
  Unqualified UNQUALIFIED = new Unqualified();

  /** The unpublished version, written out. */
  Latest LATEST = new Latest();

  /** Absent. */
  record Unqualified() implements Qualifier {
    @Override
    public String toString() {
      return "";
    }
  }

  /** {@code $LATEST}. */
  record Latest() implements Qualifier {
    @Override
    public String toString() {
      return "$LATEST";
    }
  }

  /**
   * A published version. Its number is kept as text: what was written is what a policy is asked
   * about.
   */
  record Version(String number) implements Qualifier {
    @Override
    public String toString() {
      return number;
    }
  }

  /** An alias. */
  record Alias(String name) implements Qualifier {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Text that AWS lets pass as a qualifier though nothing can have that name, such as {@code
   * $latest}.
   */
  record Unknown(String text) implements Qualifier {
    @Override
    public String toString() {
      return text;
    }
  }

  /** The qualifier that the text is; empty text is {@link #UNQUALIFIED}. */
  static Qualifier parse(String text) {
    if (text.isEmpty()) {
      return UNQUALIFIED;
    }
    if (text.equals("$LATEST")) {
      return LATEST;
    }
    if (Patterns.DIGITS.matcher(text).matches()) {
      return new Version(text);
    }
    return Patterns.ALIAS.matcher(text).matches() ? new Alias(text) : new Unknown(text);
  }

  /** The forms of a qualifier. */
  final class Patterns {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern ALIAS = Pattern.compile("[a-zA-Z0-9-_]+");

    private Patterns() {}
  }
}
