package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * Where the end of a delivery was told.
 *
 * @param target its ARN
 * @param failure why nothing arrived there, where nothing did
 */
public record SendingReport(Kind kind, String target, Optional<String> failure) {

  /** What made it be told there. */
  public enum Kind {
    DEAD_LETTER_QUEUE("deadLetterQueue", "dead-letter queue"),
    ON_SUCCESS("onSuccess", "on-success destination"),
    ON_FAILURE("onFailure", "on-failure destination");

    private final String key;
    private final String words;

    Kind(String key, String words) {
      this.key = key;
      this.words = words;
    }

    /** As scenario files and reports write it. */
    @JsonValue
    public String key() {
      return key;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }
}
