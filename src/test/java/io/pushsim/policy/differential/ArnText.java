package io.pushsim.policy.differential;

import java.util.List;
import java.util.regex.Pattern;

/** What a Resource's text looks like, part by part. */
record ArnText(List<String> parts) {
  private static final int PARTS = 6;
  private static final int SERVICE = 2;
  private static final Pattern WILDCARD = Pattern.compile("[*?]");
  private static final Pattern TYPE = Pattern.compile("[^:/]*[*?$][^:/]*[:/].*");
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  static ArnText of(String text) {
    return new ArnText(List.of(text.split(":", PARTS)));
  }

  boolean hasServiceWildcard() {
    return parts.size() > SERVICE && WILDCARD.matcher(parts.get(SERVICE)).find();
  }

  /** Whether a wildcard stands in the type of the resource, as in {@code func*:name}. */
  boolean hasTypeWildcard() {
    return parts.size() == PARTS && TYPE.matcher(parts.get(PARTS - 1)).matches();
  }

  boolean hasCapitalInHead() {
    for (int i = 0; i < Math.min(parts.size(), PARTS - 1); i++) {
      if (CAPITAL.matcher(parts.get(i)).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether parts are missing though no asterisk at the end covers them. */
  boolean isShort() {
    return parts.size() < PARTS && !parts.get(parts.size() - 1).endsWith("*");
  }
}
