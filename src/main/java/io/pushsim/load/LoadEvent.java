package io.pushsim.load;

import io.pushsim.bucket.ObjectEvent;

/**
 * An event that the load repeats.
 *
 * @param template what happens, each time to another object
 * @param weight how often it comes beside the others
 */
public record LoadEvent(ObjectEvent template, int weight) {}
