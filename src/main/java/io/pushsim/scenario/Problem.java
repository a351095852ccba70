package io.pushsim.scenario;

/**
 * One thing that is wrong with a scenario file, in one line.
 *
 * @param file as the person named it
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the file as a whole is meant
 * @param message what is wrong; what would be right
 */
public record Problem(String file, int line, int column, String message) {

  static Problem ofFile(String file, String message) {
    return new Problem(file, 0, 0, message);
  }

  static Problem at(String file, Position position, String message) {
    return new Problem(file, position.line(), position.column(), message);
  }

  /**
   * Such as {@code tutorial.yaml:12:7: unknown step "CreateAlais"; did you mean "CreateAlias"?}.
   */
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}
