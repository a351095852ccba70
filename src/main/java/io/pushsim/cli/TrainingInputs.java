package io.pushsim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small input of each form that {@code check} reads, besides scenarios. */
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
      try (InputStream resource = TrainingInputs.class.getResourceAsStream("training/" + file)) {
        Files.copy(resource, folder.resolve(file));
      }
    }
    return folder;
  }
}
