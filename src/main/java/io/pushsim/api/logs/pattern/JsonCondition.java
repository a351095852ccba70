package io.pushsim.api.logs.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;

/** What is demanded of JSON. */
sealed interface JsonCondition {

  boolean holds(JsonNode json);

  /** All of some conditions. */
  record All(List<JsonCondition> conditions) implements JsonCondition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(JsonNode json) {
      return conditions.stream().allMatch(condition -> condition.holds(json));
    }
  }

  /** One at least of some conditions. */
  record Any(List<JsonCondition> conditions) implements JsonCondition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(JsonNode json) {
      return conditions.stream().anyMatch(condition -> condition.holds(json));
    }
  }

  /** What is there, or not there. */
  record Exists(JsonSelector selector, boolean wanted) implements JsonCondition {
    @Override
    public boolean holds(JsonNode json) {
      return selector.in(json).isMissingNode() != wanted;
    }
  }

  /** What is null, true or false. */
  record Is(JsonSelector selector, JsonNode wanted) implements JsonCondition {
    @Override
    public boolean holds(JsonNode json) {
      return selector.in(json).equals(wanted);
    }
  }

  /**
   * A text or a number that is the same as another, or is not. Where there is neither, neither
   * holds (user guide: the filter is not applied to an array or object).
   */
  record Equal(JsonSelector selector, JsonValue value, boolean wanted) implements JsonCondition {
    @Override
    public boolean holds(JsonNode json) {
      JsonNode found = selector.in(json);
      return (found.isTextual() || found.isNumber()) && value.equalTo(found) == wanted;
    }
  }

  /**
   * A number by its size.
   *
   * @param wanted of how it compares with the limit
   */
  record Sized(JsonSelector selector, BigDecimal limit, IntPredicate wanted)
      implements JsonCondition {
    @Override
    public boolean holds(JsonNode json) {
      JsonNode found = selector.in(json);
      return found.isNumber() && wanted.test(found.decimalValue().compareTo(limit));
    }
  }
}
