package io.pushsim.journal;

import java.time.Instant;

/**
 * Something that is owed, on which nobody works.
 *
 * @param number by which it is taken up again: the event's where it is not matched, else the
 *     delivery's
 * @param isDelivery whether it is a delivery
 * @param due when it is tried again; when it was accepted where it was never tried
 */
public record Asleep(long number, boolean isDelivery, Instant due) {
  static Asleep of(Sleeper sleeper) {
    return sleeper.hasDelivery()
        ? new Asleep(sleeper.deliveryNumber(), true, sleeper.due())
        : new Asleep(sleeper.number(), false, sleeper.due());
  }
}
