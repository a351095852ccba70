package io.pushsim.scenario;

import io.pushsim.document.Place;

/**
 * An event step of a story, as the pattern of a load.
 *
 * @param result {@link RehearsedStep.Result.Changed} or {@link RehearsedStep.Result.Notified}
 * @param repeat how often the step occurs
 */
public record StagedEvent(Place place, RehearsedStep.Result result, int repeat) {}
