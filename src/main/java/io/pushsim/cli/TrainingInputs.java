package io.pushsim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small input of each form that {@code check} reads, besides scenarios, and a function. */
final class TrainingInputs {
  private static final List<String> FILES =
      List.of(
          "stack.yaml",
          "plan.json",
          "get-caller-identity.json",
          "list-buckets.json",
          "saved.aliases.json",
          "saved.PROD.policy.json",
          "training-saved.notification.json");

  private TrainingInputs() {}

  /** Writes them into a folder, which it makes. */
  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : FILES) {
      copy(file, folder);
    }
    return folder;
  }

  /** Writes the code of a function into a folder that is there, and answers its file. */
  static Path writeHandler(Path folder) throws IOException {
    return copy("index.js", folder);
  }

  private static Path copy(String file, Path folder) throws IOException {
    Path copy = folder.resolve(file);
    try (InputStream resource = TrainingInputs.class.getResourceAsStream("training/" + file)) {
      Files.copy(resource, copy);
    }
    return copy;
  }
}
