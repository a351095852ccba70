package io.pushsim.check.input;

import io.pushsim.check.input.InputFiles.FoundFile;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
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

  private final List<InputForm> forms;
  private final Gathering gathering;
  private final Map<InputForm, List<InputFile>> documents = new LinkedHashMap<>();
  private boolean known;

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
    Opening opening = new Opening(KNOWN_FORMS);
    // Thousands of small files take their time to open, so more than one thread does.
    files.found().parallelStream().map(opening::open).toList().forEach(inputs::sort);
    inputs.documents.forEach((form, ofForm) -> form.readAll(ofForm, gathering));
    if (!inputs.known && gathering.problems().isEmpty()) {
      gathering.problem(
          Problem.ofFile(
              paths.stream().map(Path::toString).findFirst().orElse("."),
              "there is no input in it: of %d files none is %s"
                  .formatted(gathering.passedOver().size(), KNOWN_FORMS)));
    }
  }

  private void sort(OpenedFile opened) {
    opened.problems().forEach(gathering::problem);
    known |= opened.known();
    FoundFile file = opened.file();
    boolean recognised = opened.known() || opened.roots().isEmpty();
    for (Node root : opened.roots()) {
      Optional<InputForm> form =
          forms.stream().filter(candidate -> candidate.recognises(root)).findFirst();
      if (form.isPresent()) {
        recognised = true;
        known = true;
        documents
            .getOrDefault(form.get(), new ArrayList<>())
            .add(new InputFile(file.name(), file.path(), root, file.given()));
      }
    }
    if (opened.passedOver() || (!recognised && !file.given())) {
      gathering.passOver(file.name());
    } else if (!recognised) {
      gathering.problem(
          Problem.ofFile(file.name(), "is none of the inputs that are read: " + KNOWN_FORMS));
    }
  }
}
