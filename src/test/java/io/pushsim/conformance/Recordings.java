package io.pushsim.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.TestResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** What was recorded of AWS, and the index of it. */
final class Recordings {
  private static final Map<String, JsonNode> FILES = new ConcurrentHashMap<>();

  private Recordings() {}

  /** The files, without their ending. */
  static List<String> files() {
    return Script.names(index());
  }

  /** The names of a file's tests. */
  static List<String> tests(String file) {
    return StreamSupport.stream(index().path(file).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static JsonNode index() {
    return FILES.computeIfAbsent(
        "index", name -> new TestResource("recordings/index.json").json().path("files"));
  }

  /** A file's tests by name, each with its date and what was recorded. */
  static JsonNode of(String file) {
    return FILES.computeIfAbsent(
        file, name -> new TestResource("recordings/" + name + ".json").json().path("tests"));
  }
}
