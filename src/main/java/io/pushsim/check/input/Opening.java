package io.pushsim.check.input;

import io.pushsim.check.input.InputFiles.FoundFile;
import io.pushsim.document.DocumentException;
import io.pushsim.document.Documents;
import io.pushsim.document.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Opens files and parses the documents in them, several at a time. */
final class Opening {
  /** Words of which an input has at least one; what has none and is malformed is something else. */
  private static final List<String> TRACES =
      List.of("AWS::", "arn:", "planned_values", "steps", "Bucket", "Policy", "Function");

  private static final List<String> TERRAFORM_SOURCES =
      List.of(".tf", ".tf.json", ".tfvars", ".hcl");
  private static final long MOST_BYTES = 64 << 20;

  /** What it takes to read a byte: some copies of a text, of two files at a time. */
  private static final long MEMORY_OF_BYTE = 16;

  private static final byte[] ZIP = {'P', 'K'};

  private final Documents.Limits limits;
  private final Allowance allowance = new Allowance();

  /**
   * @param forms what an input may be
   */
  Opening(String forms) {
    this.limits =
        new Documents.Limits(
            (int) Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / MEMORY_OF_BYTE),
            200,
            100_000,
            true,
            new Documents.Words(
                "an input of a check",
                "an input is " + forms,
                "leave out of it what is about neither Lambda nor S3, or split it"));
  }

  OpenedFile open(FoundFile file) {
    for (String ending : TERRAFORM_SOURCES) {
      if (file.endsWith(ending)) {
        return OpenedFile.strange(
            file, "is Terraform's source, in which values are not known: give " + Inputs.PLAN);
      }
    }
    try {
      return read(file);
    } catch (DocumentException malformed) {
      return isZip(file.path())
          ? OpenedFile.strange(
              file, "is a zip archive, as a plan of Terraform is: give " + Inputs.PLAN)
          : OpenedFile.refused(file, malformed.problems());
    }
  }

  private OpenedFile read(FoundFile file) {
    String text = Documents.text(file.name(), file.path(), limits);
    AwsErrors errors = AwsErrors.in(file.name(), text);
    boolean empty = errors.rest().isBlank();
    // Of texts in a folder only saved errors are of interest.
    if (errors.count() == 0 ? file.endsWith(".txt") && !file.given() : empty) {
      return OpenedFile.of(file, List.of(), errors);
    }
    allowance.take(file.name(), errors.rest());
    try {
      return OpenedFile.of(
          file, Documents.parseAll(file.name(), empty ? "{}" : errors.rest(), limits), errors);
    } catch (DocumentException malformed) {
      if (!file.given() && TRACES.stream().noneMatch(errors.rest()::contains)) {
        return new OpenedFile(file, List.of(), errors.problems(), errors.count() > 0, true);
      }
      List<Problem> problems = new ArrayList<>(errors.problems());
      problems.addAll(malformed.problems());
      return OpenedFile.refused(file, problems);
    }
  }

  private static boolean isZip(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    } catch (IOException unreadable) {
      return false; // What is wrong with the file has been said.
    }
  }
}
