package io.pushsim.runtime;

import java.time.Instant;

/**
 * One entry of a function's log.
 *
 * @param text the whole entry as Lambda writes it, without the line end
 * @param message for what the handler itself wrote, the text without Lambda's prefix; else the same
 *     as {@code text}
 * @param fromHandler true for what the function's own code wrote
 */
public record LogLine(Instant time, String text, String message, boolean fromHandler) {}
