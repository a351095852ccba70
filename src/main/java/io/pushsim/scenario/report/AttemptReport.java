package io.pushsim.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One attempt of a delivery.
 *
 * @param number 1 for the first
 * @param started the virtual time, ISO 8601
 * @param executedVersion the version that the target was resolved to for this attempt
 * @param result what the handler returned; absent where it failed
 * @param error Lambda's error body; absent where it did not fail
 */
public record AttemptReport(
    int number,
    String started,
    String executedVersion,
    Optional<JsonNode> result,
    Optional<JsonNode> error) {}
