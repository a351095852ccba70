package io.pushsim.check.input;

import io.pushsim.check.input.InputFiles.FoundFile;
import io.pushsim.document.DocumentException;
import io.pushsim.document.Documents;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all that the paths of a command line name: tells each document's form by its content, and
 * lets each form read its own. A bad file hides no other.
 */
public final class Inputs {
  /** How a plan becomes an input. */
  static final String PLAN =
      "the plan: terraform plan -out tfplan, then terraform show -json tfplan > plan.json";

  private static final String KNOWN_FORMS =
      "a scenario file, saved output of the AWS CLI, a CloudFormation or SAM template, or what terraform show -json prints";
  private static final Documents.Limits LIMITS =
      new Documents.Limits(
          64 << 20,
          200,
          100_000,
          true,
          new Documents.Words(
              "an input of a check",
              "an input is " + KNOWN_FORMS,
              "leave out of it what is about neither Lambda nor S3, or split it"));

  /** Words of which an input has at least one; what has none and is malformed is something else. */
  private static final List<String> TRACES =
      List.of("AWS::", "arn:", "planned_values", "steps", "Bucket", "Policy", "Function");

  private static final List<String> TERRAFORM_SOURCES =
      List.of(".tf", ".tf.json", ".tfvars", ".hcl");
  private static final byte[] ZIP = {'P', 'K'};

  private final List<InputForm> forms;
  private final Gathering gathering;
  private final Map<InputForm, List<InputFile>> documents = new LinkedHashMap<>();
  private final Allowance allowance = new Allowance();
  private int known;

  private Inputs(List<InputForm> forms, Gathering gathering) {
    this.forms = forms;
    this.gathering = gathering;
    forms.forEach(form -> documents.put(form, new ArrayList<>()));
  }

  /**
   * Reads the files that the paths name, and in the folders that they name.
   *
   * @param forms the first that recognises a document reads it
   */
  public static void read(List<Path> paths, List<InputForm> forms, Gathering gathering) {
    Inputs inputs = new Inputs(forms, gathering);
    InputFiles files = InputFiles.of(paths);
    files.problems().forEach(gathering::problem);
    files.found().forEach(inputs::open);
    inputs.documents.forEach((form, ofForm) -> form.readAll(ofForm, gathering));
    if (inputs.known == 0 && gathering.problems().isEmpty()) {
      gathering.problem(
          Problem.ofFile(
              paths.stream().map(Path::toString).findFirst().orElse("."),
              "there is no input in it: %d files are none of %s"
                  .formatted(gathering.passedOver().size(), KNOWN_FORMS)));
    }
  }

  private void open(FoundFile file) {
    for (String ending : TERRAFORM_SOURCES) {
      if (file.endsWith(ending)) {
        strange(file, "is Terraform's source, in which values are not known: give " + PLAN);
        return;
      }
    }
    try {
      read(file);
    } catch (DocumentException malformed) {
      refuse(file, malformed);
    }
  }

  private void read(FoundFile file) {
    String text = Documents.text(file.name(), file.path(), LIMITS);
    AwsErrors errors = AwsErrors.in(file.name(), text);
    if (errors.count() == 0 && file.endsWith(".txt") && !file.given()) {
      return; // Of texts in a folder only saved errors are of interest.
    }
    errors.problems().forEach(gathering::problem);
    known += errors.count();
    boolean empty = errors.rest().isBlank();
    if (empty && errors.count() > 0) {
      return;
    }
    allowance.take(file.name(), errors.rest());
    try {
      sort(file, Documents.parseAll(file.name(), empty ? "{}" : errors.rest(), LIMITS));
    } catch (DocumentException malformed) {
      if (file.given() || hasTrace(errors.rest())) {
        throw malformed;
      }
      gathering.passOver(file.name());
    }
  }

  private static boolean hasTrace(String text) {
    return TRACES.stream().anyMatch(text::contains);
  }

  private void sort(FoundFile file, List<Node> roots) {
    boolean recognised = false;
    for (Node root : roots) {
      Optional<InputForm> form =
          forms.stream().filter(candidate -> candidate.recognises(root)).findFirst();
      if (form.isPresent()) {
        recognised = true;
        known++;
        documents
            .getOrDefault(form.get(), new ArrayList<>())
            .add(new InputFile(file.name(), file.path(), root, file.given()));
      }
    }
    if (!recognised) {
      strange(file, "is none of the inputs that are read: " + KNOWN_FORMS);
    }
  }

  private void strange(FoundFile file, String message) {
    if (file.given()) {
      gathering.problem(Problem.ofFile(file.name(), message));
    } else {
      gathering.passOver(file.name());
    }
  }

  private void refuse(FoundFile file, DocumentException malformed) {
    if (isZip(file.path())) {
      strange(file, "is a zip archive, as a plan of Terraform is: give " + PLAN);
    } else {
      malformed.problems().forEach(gathering::problem);
    }
  }

  private static boolean isZip(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(ZIP.length);
      return java.util.Arrays.equals(start, ZIP);
    } catch (IOException unreadable) {
      return false; // What is wrong with the file has been said.
    }
  }
}
