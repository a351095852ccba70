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
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> faults,
    Map<String, Integer> split) {
  public RepeatReport {
    faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    split = Collections.unmodifiableMap(new LinkedHashMap<>(split));
  }
}
