package io.pushsim.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.RecordedResponses;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A recorded test of AWS, and the calls of it in our own words: one case of a file under {@code
 * conformance}. What the keys of a case mean, {@code conformance/README.md} says.
 *
 * @param file the file of recordings and of scripts, without its ending
 * @param yaml the case
 */
record Script(String file, JsonNode yaml) {

  /** All there are, file by file, in the order of the scripts. */
  static List<Script> all() {
    return Recordings.files().stream().flatMap(Script::of).toList();
  }

  static Stream<Script> of(String file) {
    return new TestResource("conformance/" + file + ".yaml")
        .cases().stream().map(yaml -> new Script(file, yaml));
  }

  /** The recorded test's name. */
  String test() {
    return text("test").orElseThrow();
  }

  JsonNode steps() {
    return yaml.path("steps");
  }

  /** Whether there are calls to make. */
  boolean isTold() {
    return !steps().isEmpty();
  }

  /** Why it is not told at all. */
  Optional<String> skipped() {
    return text("skipped");
  }

  /** Recorded answers that pushsim's are to differ from, with the reason. */
  Map<String, String> different() {
    return members("different", JsonNode::asText);
  }

  /** Why it can be told over HTTP alone. */
  Optional<String> httpOnly() {
    return text("http-only");
  }

  /** Why it can be told within the process alone. */
  Optional<String> inProcessOnly() {
    return text("in-process-only");
  }

  /** When AWS was recorded: day, month and year. */
  String[] date() {
    return Recordings.of(file).path(test()).path("recorded-date").asText().split("[-,]");
  }

  private Optional<String> text(String key) {
    return Optional.of(yaml.path(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** How long functions stay Pending or InProgress; zero for until the next call. */
  Duration settle() {
    return Duration.parse(text("settle").orElse("PT0S"));
  }

  /** What was recorded, by the names that the recording test gave its answers. */
  JsonNode recorded() {
    return Recordings.of(file).path(test()).path("recorded-content");
  }

  /** Recorded answers that no call is held against, with the reason. */
  Map<String, String> unanswered() {
    return members("unanswered", JsonNode::asText);
  }

  /** Values that pushsim is given in the place of the recorded ones, by member. */
  Map<String, String> instead() {
    return members("instead", JsonNode::asText);
  }

  /** Members that mean something else since the recording, with the reason. */
  Map<String, String> changed() {
    return members("changed", JsonNode::asText);
  }

  /** Members that AWS has added since the recording. */
  Set<String> added() {
    Set<String> added = new LinkedHashSet<>();
    yaml.path("added").forEach(member -> added.add(member.asText()));
    return added;
  }

  /** What the answers of one telling are held against. */
  RecordedResponses responses(String region) {
    return new RecordedResponses(region, added(), changed().keySet(), instead());
  }

  /** The packages that {@code zip:name} stands for in its calls. */
  Packages packages() {
    return new Packages(
        members("handlers", JsonNode::toString),
        members("packages", files -> files),
        yaml.findValuesAsText("Handler"));
  }

  private <T> Map<String, T> members(String key, Function<JsonNode, T> value) {
    Map<String, T> members = new LinkedHashMap<>();
    yaml.path(key)
        .properties()
        .forEach(member -> members.put(member.getKey(), value.apply(member.getValue())));
    return members;
  }

  static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
