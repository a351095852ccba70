package io.pushsim.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.journal.Attempt;
import java.util.Optional;

/**
 * What an operation answered.
 *
 * @param status the HTTP status
 * @param body AWS's response members; an empty object for a response without a body
 * @param attempt for an Invoke that ran a handler, the run
 */
public record Answer(int status, JsonNode body, Optional<Attempt> attempt) {}
