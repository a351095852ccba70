package io.pushsim.log;

/**
 * What there is to say of a log stream; all times are in milliseconds since 1970.
 *
 * @param firstEventTimestamp of the first event that is kept
 * @param lastIngestionTime when the last event came
 */
public record LogStreamSummary(
    String name,
    long creationTime,
    long firstEventTimestamp,
    long lastEventTimestamp,
    long lastIngestionTime) {}
