package io.pushsim.api.http;

import io.pushsim.error.SimulatorException;
import java.util.function.Supplier;

/**
 * How large a request's body may be.
 *
 * @param bytes the most that is taken
 * @param refusal the answer to a larger one
 */
public record BodyLimit(long bytes, Supplier<SimulatorException> refusal) {}
