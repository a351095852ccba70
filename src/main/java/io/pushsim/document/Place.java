package io.pushsim.document;

/**
 * A place in a file.
 *
 * @param file as the person named it
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1, in characters of Unicode; 0 where the file as a whole is meant
 */
public record Place(String file, int line, int column) {

  /** The file as a whole. */
  public static Place ofFile(String file) {
    return new Place(file, 0, 0);
  }

  /** Such as {@code template.yaml:12:7}, or {@code template.yaml} for the whole of it. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
