package io.pushsim.bucket;

import java.util.List;

/** The condition on keys of one configuration: at most one prefix and one suffix, both decoded. */
public final class KeyFilter {
  /** Takes every key. */
  public static final KeyFilter NONE = new KeyFilter(List.of());

  private final List<FilterRule> rules;
  private final String prefix;
  private final String suffix;

  /**
   * A filter of these rules, none or one of each name.
   *
   * @throws IllegalArgumentException for a second rule of one name
   */
  public KeyFilter(List<FilterRule> rules) {
    this.rules = List.copyOf(rules);
    this.prefix = decoded(FilterRule.Name.PREFIX);
    this.suffix = decoded(FilterRule.Name.SUFFIX);
  }

  private String decoded(FilterRule.Name name) {
    List<FilterRule> named = rules.stream().filter(rule -> rule.name() == name).toList();
    if (named.size() > 1) {
      throw new IllegalArgumentException(
          "a filter has %d rules named %s: one is the most".formatted(named.size(), name));
    }
    return named.isEmpty() ? "" : KeyEncoding.decodeLeniently(named.get(0).value());
  }

  /** The rules as written. */
  public List<FilterRule> rules() {
    return rules;
  }

  /**
   * Whether the key starts and ends as it must.
   *
   * @param key the object's key itself, not URL-encoded
   */
  public boolean matches(String key) {
    return key.startsWith(prefix) && key.endsWith(suffix);
  }

  /**
   * Whether some key could match both: one prefix starts with the other and one suffix ends with
   * the other (S3 user guide, filtering by key name).
   */
  public boolean overlaps(KeyFilter other) {
    boolean prefixes = prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix);
    boolean suffixes = suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix);
    return prefixes && suffixes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyFilter filter && rules.equals(filter.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  @Override
  public String toString() {
    return rules.toString();
  }
}
