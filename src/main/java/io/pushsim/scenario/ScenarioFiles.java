package io.pushsim.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pushsim.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the scenario files that the paths of a command line name. A file is taken as it is. A
 * folder stands for the scenarios directly in it, by name: every {@code .yaml} and {@code .yml},
 * and each {@code .json} whose top level has {@code steps}, since recorded events and policies are
 * JSON too.
 */
public final class ScenarioFiles {
  private ScenarioFiles() {}

  /**
   * The files in the order of the paths, each once.
   *
   * @throws ScenarioException where a path does not exist or a folder has no scenario
   */
  public static List<Path> find(List<Path> paths) {
    Set<Path> files = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (Path path : paths) {
      String name = path.toString().replace('\\', '/');
      if (!Files.exists(path)) {
        problems.add(Problem.ofFile(name, "there is no such file or folder"));
      } else if (Files.isDirectory(path)) {
        List<Path> found = inFolder(name, path);
        files.addAll(found);
        if (found.isEmpty()) {
          problems.add(
              Problem.ofFile(
                  name,
                  "there is no scenario in this folder (*.yaml, *.yml, or *.json with steps)"));
        }
      } else {
        files.add(path);
      }
    }
    if (!problems.isEmpty()) {
      throw new ScenarioException(problems);
    }
    return List.copyOf(files);
  }

  private static List<Path> inFolder(String name, Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(ScenarioFiles::isScenario)
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    } catch (IOException unreadable) {
      throw new ScenarioException(Problem.ofFile(name, "cannot be read: " + unreadable));
    }
  }

  private static boolean isScenario(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.startsWith(".")) {
      return false;
    }
    return name.endsWith(".yaml")
        || name.endsWith(".yml")
        || (name.endsWith(".json") && hasSteps(file));
  }

  private static boolean hasSteps(Path file) {
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (json.currentName().equals("steps")) {
          return true;
        }
        json.nextToken();
        json.skipChildren();
      }
      return false;
    } catch (IOException notJson) {
      return false;
    }
  }
}
