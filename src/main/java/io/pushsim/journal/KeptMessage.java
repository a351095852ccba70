package io.pushsim.journal;

import io.pushsim.queue.Claim;
import io.pushsim.queue.Message;

/**
 * A message with what is known of who received it.
 *
 * @param claim its place among others, and its receives
 */
public record KeptMessage(Claim claim, Message message) {}
