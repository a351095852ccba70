package io.pushsim.api.http;

/** Gets told of every request that was answered, on the event loop; must not block. */
public interface Traffic {
  /** Where nobody looks. */
  Traffic UNOBSERVED = (service, operation, status, nanos, received, sent) -> {};

  /**
   * A request was answered.
   *
   * @param service such as {@code lambda}
   * @param operation its name; {@code unknown} where the request asked for none that there is
   * @param nanos from the request's head to its answer
   * @param received the bytes of the request's body
   * @param sent the bytes of the answer's body
   */
  void answered(String service, String operation, int status, long nanos, long received, long sent);
}
