package io.pushsim.scenario;

import io.pushsim.document.DocumentException;
import io.pushsim.document.Documents;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Reads the files of scenarios within a scenario's limits. */
final class DocumentReader {
  private static final Documents.Limits LIMITS =
      new Documents.Limits(
          8 << 20,
          64,
          100_000,
          false,
          new Documents.Words(
              "a scenario",
              "a scenario has at least \"steps\"",
              "put large bodies into files (BodyFile)"));

  private DocumentReader() {}

  /**
   * @throws ScenarioException where the file is missing, too large or not one document
   */
  static Document read(String name, Path file) {
    return refusing(() -> new Document(Documents.read(name, file, LIMITS)));
  }

  /**
   * @throws ScenarioException where the text is not one well-formed document
   */
  static Document parse(String name, String text) {
    return refusing(() -> new Document(Documents.parse(name, text, LIMITS)));
  }

  /**
   * @throws ScenarioException where the file is missing, too large or not text
   */
  static String text(String name, Path file) {
    return refusing(() -> Documents.text(name, file, LIMITS));
  }

  private static <T> T refusing(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DocumentException unsound) {
      throw new ScenarioException(unsound.problems());
    }
  }
}
