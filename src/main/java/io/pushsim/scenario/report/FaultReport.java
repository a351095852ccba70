package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What befell a notification on its way, because the story said so.
 *
 * @param text how, in a few words
 */
public record FaultReport(Kind fault, String text) {

  /** The faults, by the words of scenario files. */
  public enum Kind {
    DUPLICATE("duplicated"),
    DELAY("delayed"),
    REORDER("reordered"),
    DROP("dropped");

    private final String participle;

    Kind(String participle) {
      this.participle = participle;
    }

    /** The key that brings it about: {@code duplicate}. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What is said of notifications: so many {@code duplicated}. */
    public String participle() {
      return participle;
    }
  }
}
