package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import io.pushsim.function.AccountConcurrency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads scenario files, and refuses what it does not wholly understand. */
public final class ScenarioReader {
  private static final int SHOWN_PROBLEMS = 20;
  private static final String DEFAULT_ACCOUNT = "111111111111";
  private static final String DEFAULT_REGION = "us-east-1";

  private final Vocabulary vocabulary;
  private final ObjectNode schema;
  private final SchemaCheck check;
  private final StepShape shape;

  public ScenarioReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.schema = ScenarioSchema.document(vocabulary);
    this.check = new SchemaCheck(withoutChoice(schema));
    this.shape = new StepShape(vocabulary);
  }

  /**
   * The schema but for the rule that a step is one of the operations: {@link StepShape} holds the
   * steps to it, in better words and a twentieth of the time.
   */
  private static ObjectNode withoutChoice(ObjectNode schema) {
    ObjectNode rest = schema.deepCopy();
    rest.withObject("/$defs/step").remove("oneOf");
    return rest;
  }

  /**
   * Reads all the files before any is replayed.
   *
   * @throws ScenarioException with the problems of all of them
   */
  public List<Story> readAll(List<Path> files) {
    List<Story> stories = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        stories.add(read(file));
      } catch (ScenarioException unsound) {
        problems.addAll(unsound.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ScenarioException(problems);
    }
    return stories;
  }

  /**
   * Reads one file.
   *
   * @throws ScenarioException with everything that is wrong with the file
   */
  public Story read(Path file) {
    return read(file.toString().replace('\\', '/'), file);
  }

  /** Reads a story's text, whose paths begin in the working directory. */
  Story readText(String name, String text) {
    return story(DocumentReader.parse(name, text), Path.of("").toAbsolutePath());
  }

  Story read(String name, Path file) {
    return story(DocumentReader.read(name, file), folder(file));
  }

  /**
   * Reads a file's document that has been parsed already.
   *
   * @throws ScenarioException with everything that is wrong with it
   */
  public Story read(Path file, Node root) {
    return story(new Document(root), folder(file));
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  private Story story(Document document, Path folder) {
    List<Problem> problems = new ArrayList<>();
    SchemaProblems words =
        new SchemaProblems(schema, document, new UnknownKeys(vocabulary, document));
    check.errors(document.root()).forEach(error -> words.of(error).ifPresent(problems::add));
    JsonNode written = document.root().path("steps");
    for (int i = 0; i < written.size(); i++) {
      shape.problem(document, Pointer.child("/steps", i), written.path(i)).ifPresent(problems::add);
    }
    refuse(document, problems);
    for (int i = 0; i < written.size(); i++) {
      problems.addAll(
          new StepFaults(written.path(i)).problems(document, Pointer.child("/steps", i)));
    }
    refuse(document, problems);
    Attachments attachments = new Attachments(document, folder, problems);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      steps.add(step(Pointer.child("/steps", i), written.path(i), attachments));
    }
    refuse(document, problems);
    Story.Heading heading = heading(document);
    return new Story(document, folder, heading, buckets(document, heading), steps);
  }

  private static void refuse(Document document, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    List<Problem> sorted =
        new ArrayList<>(
            problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList());
    if (sorted.size() > SHOWN_PROBLEMS) {
      int more = sorted.size() - SHOWN_PROBLEMS;
      sorted.subList(SHOWN_PROBLEMS, sorted.size()).clear();
      sorted.add(
          Problem.ofFile(
              document.file(), "… and " + more + (more == 1 ? " more problem" : " more problems")));
    }
    throw new ScenarioException(sorted);
  }

  private static Story.Heading heading(Document document) {
    JsonNode root = document.root();
    String fileName = Path.of(document.file()).getFileName().toString();
    return new Story.Heading(
        root.path("name").asText(fileName),
        root.path("account").asText(DEFAULT_ACCOUNT),
        root.path("region").asText(DEFAULT_REGION),
        root.path("seed").asLong(1),
        duration(root.path("settle")).orElse(Duration.ZERO),
        root.path("concurrency").asInt(AccountConcurrency.DEFAULT_LIMIT));
  }

  private static List<Story.Bucket> buckets(Document document, Story.Heading heading) {
    List<Story.Bucket> buckets = new ArrayList<>();
    for (Map.Entry<String, JsonNode> bucket : document.root().path("buckets").properties()) {
      buckets.add(
          new Story.Bucket(
              Pointer.child("/buckets", bucket.getKey()),
              bucket.getKey(),
              bucket.getValue().path("owner").asText(heading.account()),
              bucket.getValue().path("region").asText(heading.region())));
    }
    return buckets;
  }

  private Step step(String pointer, JsonNode written, Attachments attachments) {
    String name = shape.namesIn(written).get(0);
    JsonNode parameters = written.path(name);
    return new Step(
        pointer,
        name,
        parameters,
        optional(written, "account").map(JsonNode::textValue),
        attachments.of(pointer, name, parameters),
        optional(written, "repeat").map(JsonNode::intValue),
        duration(written.path("every")),
        new StepFaults(written).faults(),
        duration(written.path("propagationDelay")).orElse(Duration.ZERO),
        optional(written, "expect"),
        optional(written, "expectError"));
  }

  private static Optional<JsonNode> optional(JsonNode step, String key) {
    return Optional.ofNullable(step.get(key));
  }

  private static Optional<Duration> duration(JsonNode text) {
    return text.isTextual() ? Optional.of(Duration.parse(text.textValue())) : Optional.empty();
  }
}
