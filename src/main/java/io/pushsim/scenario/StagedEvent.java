package io.pushsim.scenario;

import io.pushsim.document.Place;
import java.util.Optional;

/**
 * An event step of a story, as the pattern of a load.
 *
 * @param result {@link RehearsedStep.Result.Changed} or {@link RehearsedStep.Result.Notified}
 * @param repeat how often the step occurs
 * @param content what the object holds then, as far as the story tells
 * @param copySource the object of which it is a copy, as CopyObject has it
 */
public record StagedEvent(
    Place place,
    RehearsedStep.Result result,
    int repeat,
    Optional<ObjectContent> content,
    Optional<String> copySource) {}
