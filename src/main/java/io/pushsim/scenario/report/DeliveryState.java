package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonValue;

/** What has become of a delivery. */
public enum DeliveryState {
  /** The handler answered. */
  SUCCEEDED("succeeded"),
  /** It is tried again later. */
  WAITING("waiting"),
  /** The handler failed as often as it was to be tried. */
  FAILED("failed"),
  /** It would have become older than its function waits for. */
  EXPIRED("expired"),
  /** Its function is switched off by a reserved concurrency of zero. */
  THROTTLED("throttled"),
  /** Its function had run too often in the same chain of events. */
  STOPPED("stopped"),
  /** The target's policy does not allow it. */
  DENIED("denied"),
  /** The function, version or alias is not there, or not there any more. */
  TARGET_NOT_FOUND("targetNotFound");

  private final String key;

  DeliveryState(String key) {
    this.key = key;
  }

  /** As scenario files and reports write it. */
  @JsonValue
  public String key() {
    return key;
  }

  /** For people: so many {@code waiting}. */
  String words() {
    return this == TARGET_NOT_FOUND ? "without a target" : key;
  }
}
