package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A time at which a delivery's function could not be run.
 *
 * @param time when, virtual, ISO 8601
 * @param until when it is tried again, ISO 8601
 */
public record HoldBackReport(Reason reason, String time, String until) {

  /** Why it could not. */
  public enum Reason {
    RESERVED_CONCURRENCY("reservedConcurrency", "the function's reserved concurrency was used up"),
    ACCOUNT_CONCURRENCY("accountConcurrency", "the account's concurrency was used up"),
    SCALING_RATE("scalingRate", "the function was growing as fast as Lambda lets it"),
    SYSTEM_ERROR("systemError", "no execution environment could be started");

    private final String key;
    private final String sentence;

    Reason(String key, String sentence) {
      this.key = key;
      this.sentence = sentence;
    }

    /** As reports write it. */
    @JsonValue
    public String key() {
      return key;
    }

    /** For people. */
    public String sentence() {
      return sentence;
    }

    /** Whether Lambda calls it a throttle. */
    public boolean isThrottle() {
      return this != SYSTEM_ERROR;
    }
  }
}
