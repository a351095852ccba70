package io.pushsim.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** AWS as a story sees it: something to call, in one way or another. */
interface Service extends AutoCloseable {

  /**
   * Calls an operation.
   *
   * @param parameters by AWS's names; a blob is base64, a payload text
   */
  Reply call(String operation, ObjectNode parameters);

  /** Returns when the function's creation or update is done. */
  void awaitSettled(String function);

  /** Lets time pass. */
  void pass(Duration duration);

  /**
   * Ends the service.
   *
   * @throws AssertionError where it had faults of its own meanwhile
   */
  @Override
  void close();
}
