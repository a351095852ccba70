package io.pushsim.bucket;

import java.util.Arrays;
import java.util.Optional;

/**
 * One condition on an object's key.
 *
 * @param value as written: URL-encoded, with {@code +} for a space; {@code *} stands for itself
 */
public record FilterRule(Name name, String value) {

  /** The end of the key that a rule looks at. */
  public enum Name {
    PREFIX("Prefix"),
    SUFFIX("Suffix");

    private final String wireName;

    Name(String wireName) {
      this.wireName = wireName;
    }

    /** The name in any case, as S3 takes it, or empty. */
    public static Optional<Name> parse(String text) {
      return Arrays.stream(values())
          .filter(name -> name.wireName.equalsIgnoreCase(text))
          .findFirst();
    }

    /** The name as S3 returns it (recorded: test_filter_rules_case_insensitive). */
    public String wireName() {
      return wireName;
    }
  }
}
