package io.pushsim.load;

import io.pushsim.error.SimulatorException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * An operation in the middle of a load, such as the promotion of a version.
 *
 * @param at after the measuring began
 * @param words the operation, as it was written
 * @param operation begins it; its stage fails with a {@link SimulatorException} where it is refused
 */
public record Interlude(Duration at, String words, Supplier<CompletionStage<?>> operation) {}
