package io.pushsim.cli;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.S3Object;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.endpoint.FormerPushes;
import io.pushsim.check.explain.Explainer;
import io.pushsim.check.explain.Explanation;
import io.pushsim.check.explain.ExplanationJson;
import io.pushsim.check.explain.ExplanationText;
import io.pushsim.check.explain.Question;
import io.pushsim.check.explain.UnknownTargetException;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.SetUp;
import io.pushsim.display.TerminalLines;
import io.pushsim.document.NearestWord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pushsim explain}. */
@Command(
    name = "explain",
    description = "Walks one decision through, element by element, and says what would turn it.",
    footer = {
      "",
      "Exit codes: 0 the event is pushed; 1 it is not, or that is not known; 2 an input or the usage is"
          + " wrong."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private CheckedInputs inputs = new CheckedInputs();

  @Option(names = "--bucket", paramLabel = "NAME", required = true, description = "The bucket.")
  private String bucket = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      required = true,
      description = "The object's key, as it is and not URL-encoded.")
  private String key = "";

  @Option(
      names = "--event",
      paramLabel = "EVENT",
      description = "What happens to it (default: s3:ObjectCreated:Put).")
  private String event = EventType.OBJECT_CREATED_PUT.configurationName();

  @Option(
      names = "--target",
      paramLabel = "ARN",
      description =
          "The function, version or alias, by its ARN or as function:alias (default: those of the"
              + " rules that the event matches).")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: pretty).")
  private Format format = Format.pretty;

  /** How to tell it; spelt as on the command line. */
  enum Format {
    pretty,
    json
  }

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Question question = new Question(bucket, checkedKey(), type(), target);
    Gathering gathering = inputs.gather();
    gathering.problems().forEach(problem -> terminal.err().println(problem));
    List<Explanation> explanations = withFormerPushes(explanations(question, gathering));
    if (format == Format.json) {
      terminal.out().println(ExplanationJson.of(explanations).toPrettyString());
    } else {
      TerminalLines lines = new TerminalLines(terminal.out(), terminal.style());
      explanations.forEach(explanation -> new ExplanationText(lines, explanation).tell());
    }
    terminal.out().flush();
    terminal.err().flush();
    if (!gathering.problems().isEmpty() || explanations.isEmpty()) {
      return PushsimCommand.WRONG_INPUT;
    }
    return explanations.stream().allMatch(Explanation::isPushed)
        ? 0
        : PushsimCommand.EXPECTATION_FAILED;
  }

  private String checkedKey() {
    if (key.isEmpty() || key.getBytes(StandardCharsets.UTF_8).length > S3Object.LONGEST_KEY) {
      throw inputs.wrong("--key must have 1 to %d bytes in UTF-8".formatted(S3Object.LONGEST_KEY));
    }
    return key;
  }

  private EventType type() {
    return EventType.parse(event)
        .orElseThrow(
            () ->
                inputs.wrong(
                    "--event is '%s', which is no event of S3's%s"
                        .formatted(event, suggestion(event))));
  }

  private static String suggestion(String event) {
    List<String> names =
        Arrays.stream(EventType.values()).map(EventType::configurationName).toList();
    return NearestWord.to(event, names)
        .map(word -> "; did you mean " + word + "?")
        .orElseGet(() -> ": write one of " + String.join(", ", names));
  }

  private List<Explanation> explanations(Question question, Gathering gathering) {
    List<Explanation> explanations = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    Set<String> buckets = new TreeSet<>();
    for (Map.Entry<String, SetUp> setUp : gathering.setUps().entrySet()) {
      Inventory inventory =
          new Inventory(
              setUp.getValue(),
              gathering.deployment().accountText(),
              gathering.deployment().regionText());
      inventory.buckets().forEach(known -> buckets.add(inventory.reading().shown(known.name())));
      try {
        new Explainer(setUp.getKey(), inventory).explain(question).ifPresent(explanations::add);
      } catch (UnknownTargetException unknown) {
        refusals.add(unknown.getMessage());
      }
    }
    if (explanations.isEmpty()) {
      terminal
          .err()
          .println(
              refusals.isEmpty()
                  ? "pushsim explain: no input has a bucket '%s'%s"
                      .formatted(question.bucket(), others(question.bucket(), buckets))
                  : "pushsim explain: --target " + refusals.get(0));
    }
    return explanations;
  }

  private List<Explanation> withFormerPushes(List<Explanation> explanations) {
    if (inputs.endpoint().isEmpty()) {
      return explanations;
    }
    Set<String> untold = new LinkedHashSet<>();
    FormerPushes former = new FormerPushes(inputs.endpoint().get(), untold::add);
    List<Explanation> completed =
        explanations.stream()
            .map(
                explanation ->
                    explanation.setUp().isEmpty()
                        ? explanation.withFormer(
                            target -> former.of(explanation.question(), target))
                        : explanation)
            .toList();
    untold.forEach(
        why ->
            terminal
                .err()
                .println("pushsim explain: what came of former pushes is not told: " + why));
    return completed;
  }

  private static String others(String bucket, Set<String> buckets) {
    return NearestWord.to(bucket, buckets)
        .map(word -> "; did you mean " + word + "?")
        .orElseGet(() -> buckets.isEmpty() ? "" : "; there are " + String.join(", ", buckets));
  }
}
