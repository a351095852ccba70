package io.pushsim.journal;

import io.pushsim.runtime.InvocationReport;
import java.time.Instant;

/**
 * One run of a handler.
 *
 * @param number 1 for the first
 * @param requestId the same for all attempts of a delivery: its id
 * @param executedVersion the version that the qualifier was resolved to for this attempt
 * @param started when an execution environment was looked for
 * @param ended when the handler's answer was there
 */
public record Attempt(
    int number,
    String requestId,
    String executedVersion,
    Instant started,
    Instant ended,
    InvocationReport report) {}
