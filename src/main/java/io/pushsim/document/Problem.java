package io.pushsim.document;

/**
 * One thing that is wrong with a file, in one line.
 *
 * @param file as the person named it
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the file as a whole is meant
 * @param message what is wrong; what would be right
 */
public record Problem(String file, int line, int column, String message) {
  private static final int SHOWN = 60;

  /** A problem of the file as a whole. */
  public static Problem ofFile(String file, String message) {
    return at(Place.ofFile(file), message);
  }

  /** A problem of what stands at the place. */
  public static Problem at(Place place, String message) {
    return new Problem(place.file(), place.line(), place.column(), message);
  }

  /** Where it is. */
  public Place place() {
    return new Place(file, line, column);
  }

  /** The text as it fits into a message: in one line, its end cut off where it is long. */
  public static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN - 3)) + "…";
  }

  /**
   * Such as {@code tutorial.yaml:12:7: unknown step "CreateAlais"; did you mean "CreateAlias"?}.
   */
  @Override
  public String toString() {
    return place() + ": " + message;
  }
}
