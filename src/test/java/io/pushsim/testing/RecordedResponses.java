package io.pushsim.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds answers against the recorded responses of one test: members in both directions,
 * placeholders as variables that all responses share.
 */
public final class RecordedResponses {
  private static final String STACK_TRACE = "<stack-trace>";

  private final Placeholders placeholders = new Placeholders();
  private final Set<String> added;
  private final Set<String> changed;
  private final Map<String, String> instead;

  /**
   * @param added members that AWS has added since the recording: they must be there, and are looked
   *     at no further
   * @param changed members whose values mean something else since the recording: they must be there
   * @param instead values that pushsim is given in the place of the recorded ones, by member
   */
  public RecordedResponses(
      String region, Set<String> added, Set<String> changed, Map<String, String> instead) {
    this.added = Set.copyOf(added);
    this.changed = Set.copyOf(changed);
    this.instead = Map.copyOf(instead);
    placeholders.bind("<region>", region);
    placeholders.bind("<partition>", "aws");
  }

  /** The differences between the two, each a sentence; none where they agree. */
  public List<String> differences(JsonNode recorded, JsonNode actual) {
    List<String> differences = new ArrayList<>();
    compare("", recorded, actual, differences);
    return differences;
  }

  private void compare(String path, JsonNode recorded, JsonNode actual, List<String> differences) {
    if (recorded.asText().equals(STACK_TRACE)) {
      if (!actual.isArray() || actual.isEmpty()) {
        differences.add("%s is %s, recorded was a stack trace".formatted(path, actual));
      }
    } else if (recorded.isObject() && actual.isTextual() && actual.textValue().startsWith("{")) {
      compareText(path, recorded, TestResource.json(actual.textValue()), differences);
    } else if (recorded.isObject() && actual.isObject()) {
      compareMembers(path, recorded, actual, differences);
    } else if (recorded.isArray() && actual.isArray()) {
      compareItems(path, recorded, actual, differences);
    } else if (!sameValue(recorded, actual)) {
      differences.add(
          "%s is %s, recorded was %s (so far %s)".formatted(path, actual, recorded, placeholders));
    }
  }

  private boolean sameValue(JsonNode recorded, JsonNode actual) {
    if (recorded.isTextual() && actual.isValueNode() && !actual.isNull()) {
      return placeholders.match(recorded.textValue(), actual.asText());
    }
    return recorded.equals(actual)
        || (recorded.isNumber()
            && actual.isNumber()
            && recorded.decimalValue().compareTo(actual.decimalValue()) == 0);
  }

  /** JSON within a text, such as a policy, whose members have an order. */
  private void compareText(
      String path, JsonNode recorded, JsonNode actual, List<String> differences) {
    if (!names(recorded).equals(names(actual))) {
      differences.add("%s has %s, recorded was %s".formatted(path, names(actual), names(recorded)));
    }
    compare(path, recorded, actual, differences);
  }

  private void compareMembers(
      String path, JsonNode recorded, JsonNode actual, List<String> differences) {
    Set<String> names = new LinkedHashSet<>(names(recorded));
    names.addAll(names(actual));
    for (String name : names) {
      String member = path + "." + name;
      if (!actual.has(name)) {
        differences.add(member + " is missing, recorded was " + recorded.get(name));
      } else if (!recorded.has(name)) {
        if (!added.contains(name)) {
          differences.add(member + " was not recorded, and is " + actual.get(name));
        }
      } else if (added.contains(name)) {
        differences.add(member + " was recorded: it cannot have been added since");
      } else if (instead.containsKey(name)) {
        if (!instead.get(name).equals(actual.get(name).asText())) {
          differences.add(member + " is not the one that was given instead: " + actual.get(name));
        }
      } else if (!changed.contains(name)) {
        compare(member, recorded.get(name), actual.get(name), differences);
      }
    }
  }

  private void compareItems(
      String path, JsonNode recorded, JsonNode actual, List<String> differences) {
    if (recorded.size() != actual.size()) {
      differences.add(
          "%s has %d items, recorded were %d".formatted(path, actual.size(), recorded.size()));
      return;
    }
    for (int i = 0; i < recorded.size(); i++) {
      compare(path + "[" + i + "]", recorded.get(i), actual.get(i), differences);
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
