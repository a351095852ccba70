package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that steps name: in the scenario's folder or below it, whatever links say. */
final class Attachments {
  private final Document document;
  private final Path folder;
  private final List<Problem> problems;

  /**
   * @param problems takes what is wrong with a file
   */
  Attachments(Document document, Path folder, List<Problem> problems) {
    this.document = document;
    this.folder = folder;
    this.problems = problems;
  }

  /** The file that the step's parameters name, if they name one. */
  Optional<Path> of(String step, String name, JsonNode parameters) {
    String key = name.equals(EventStep.NOTIFY.stepName()) ? "File" : "BodyFile";
    boolean names = EventStep.named(name).isPresent() && parameters.path(key).isTextual();
    if (!names) {
      return Optional.empty();
    }
    String pointer = Pointer.child(Pointer.child(step, name), key);
    String text = parameters.path(key).textValue();
    try {
      Path file = folder.resolve(text).toRealPath();
      String wrong =
          !file.startsWith(folder.toRealPath())
              ? "lies outside of the scenario's folder"
              : Files.isRegularFile(file) ? "" : "is not a file";
      if (wrong.isEmpty()) {
        if (key.equals("File")) {
          DocumentReader.text(text, file);
        }
        return Optional.of(file);
      }
      problems.add(document.problemAtValue(pointer, message(pointer, text, wrong)));
    } catch (ScenarioException notText) {
      notText
          .problems()
          .forEach(problem -> problems.add(document.problemAtValue(pointer, problem.toString())));
    } catch (IOException | InvalidPathException missing) {
      problems.add(
          document.problemAtValue(
              pointer, message(pointer, text, "is not there, seen from the scenario's folder")));
    }
    return Optional.empty();
  }

  private String message(String pointer, String text, String wrong) {
    return document.nameOf(pointer) + ": \"" + Problem.shortened(text) + "\" " + wrong;
  }
}
