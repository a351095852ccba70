package io.pushsim.log;

/**
 * What there is to say of a log group.
 *
 * @param creationTime in milliseconds since 1970
 * @param storedBytes of what is kept of it
 */
public record LogGroupSummary(LogGroupId id, long creationTime, long storedBytes) {}
