package io.pushsim.journal;

import java.time.Instant;

/**
 * That a fault holds an event back.
 *
 * @param until when it is pushed at the latest
 */
public record Waiting(PushFault fault, Instant until) {}
