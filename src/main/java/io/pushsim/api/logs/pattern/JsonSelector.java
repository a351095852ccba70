package io.pushsim.api.logs.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Where in JSON a value is, such as {@code $.users[0].id}. */
record JsonSelector(List<Step> steps) {
  JsonSelector {
    steps = List.copyOf(steps);
  }

  /** A step into an object or an array. */
  sealed interface Step {
    JsonNode in(JsonNode json);
  }

  /** A property of an object. */
  record Property(String name) implements Step {
    @Override
    public JsonNode in(JsonNode json) {
      return json.path(name);
    }
  }

  /** An element of an array, from 0. */
  record Element(int index) implements Step {
    @Override
    public JsonNode in(JsonNode json) {
      return json.path(index);
    }
  }

  /** What is there: a missing node where nothing is. */
  JsonNode in(JsonNode json) {
    JsonNode found = json;
    for (Step step : steps) {
      found = step.in(found);
    }
    return found;
  }
}
