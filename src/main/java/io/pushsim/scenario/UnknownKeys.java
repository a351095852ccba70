package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.document.NearestWord;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says of a key that is not known here what it probably means, or that it comes later. */
final class UnknownKeys {
  private static final int LISTED = 14;
  private static final String WITH_CALLS_OF_S3 =
      " is not simulated yet; a Notify step can carry a recorded notification of it";

  /** Keys beside a step, and steps, that later versions bring. */
  private static final Map<String, String> LATER_STEPS =
      Map.ofEntries(
          Map.entry("DeleteObjects", WITH_CALLS_OF_S3),
          Map.entry("PutObjectTagging", WITH_CALLS_OF_S3),
          Map.entry("DeleteObjectTagging", WITH_CALLS_OF_S3),
          Map.entry("PutObjectAcl", WITH_CALLS_OF_S3),
          Map.entry("RestoreObject", WITH_CALLS_OF_S3));

  private static final Map<String, String> LATER_PARAMETERS =
      Map.of(
          "DeleteObject.VersionId",
          "DeleteObject.VersionId is not simulated yet: buckets keep no versions;"
              + " a Notify step can carry a recorded notification of it");

  private static final Set<String> SUMS =
      Set.of("split", "allowed", "denied", "failed", "coldStarts", "states");

  private final Vocabulary vocabulary;
  private final Document document;

  UnknownKeys(Vocabulary vocabulary, Document document) {
    this.vocabulary = vocabulary;
    this.document = document;
  }

  /**
   * @param pointer the mapping in which the key stands
   * @param known the schema's properties of that mapping
   */
  String message(String pointer, String key, JsonNode known) {
    List<String> segments = Pointer.segments(pointer);
    boolean beside = segments.size() == 2 && segments.get(0).equals("steps");
    if (pointer.endsWith("/expect") && SUMS.contains(key)) {
      return "\"" + key + "\" is expected of a step with \"repeat\" only";
    }
    return later(pointer, key, beside)
        .or(() -> beside ? misplaced(pointer, key) : Optional.empty())
        .orElseGet(() -> unknown(pointer, key, names(known), beside));
  }

  private Optional<String> later(String pointer, String key, boolean beside) {
    if (!beside) {
      String parameter = document.nameOf(pointer) + "." + key;
      return Optional.ofNullable(vocabulary.laterParameters().get(parameter))
          .or(() -> Optional.ofNullable(LATER_PARAMETERS.get(parameter)));
    }
    return Optional.ofNullable(vocabulary.laterOperations().get(key))
        .or(() -> Optional.ofNullable(LATER_STEPS.get(key)).map(rest -> "\"" + key + "\"" + rest));
  }

  /** A parameter that stands beside its operation instead of below it. */
  private Optional<String> misplaced(String step, String key) {
    for (Map.Entry<String, JsonNode> sibling : document.root().at(step).properties()) {
      JsonNode schema = vocabulary.operations().get(sibling.getKey());
      if (schema != null && schema.path("properties").has(key)) {
        String message = "\"%s\" belongs to %s; indent it further";
        return Optional.of(String.format(message, key, sibling.getKey()));
      }
    }
    return Optional.empty();
  }

  private String unknown(String pointer, String key, List<String> known, boolean beside) {
    String what = beside ? "unknown step \"" : "unknown key \"";
    String where = beside ? "" : " in " + document.nameOf(pointer);
    String meant =
        NearestWord.to(key, known)
            .map(word -> "; did you mean \"" + word + "\"?")
            .orElseGet(() -> list(known));
    return what + Problem.shortened(key) + "\"" + where + meant;
  }

  private static String list(List<String> known) {
    return known.size() <= LISTED
        ? "; known are " + String.join(", ", known)
        : "; \"pushsim schema\" prints what is known";
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
