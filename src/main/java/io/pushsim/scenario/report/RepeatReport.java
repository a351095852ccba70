package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sums of a repeated step.
 *
 * @param times how often the step ran
 * @param deliveries how many pushes at a target came of it
 * @param failed how many of the allowed ones ended in a function error
 * @param states how many deliveries are in each state at the step's end, by its key
 * @param faults how many notifications each fault befell, by its participle: {@code dropped}
 * @param split how many runs each version had, by executed version
 */
public record RepeatReport(
    int times,
    int deliveries,
    int allowed,
    int denied,
    int failed,
    int coldStarts,
    Map<String, Integer> states,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> faults,
    Map<String, Integer> split) {
  public RepeatReport {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    split = Collections.unmodifiableMap(new LinkedHashMap<>(split));
  }
}
