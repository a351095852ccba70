package io.pushsim.check.finding;

import java.util.regex.Pattern;

/** What people call aliases by. */
final class AliasNames {
  private static final Pattern PRODUCTION =
      Pattern.compile("(?i)(^|[-_])(prod|production|prd|live|stable|main|release|current)([-_]|$)");
  private static final Pattern TRIALS =
      Pattern.compile(
          "(?i)(^|[-_])(dev|develop|development|test|testing|beta|alpha|stag|stage|staging|int|qa|uat|latest|sandbox|local|preview|canary)([-_0-9]|$)");

  private AliasNames() {}

  /** Whether the name says that what it points to is in earnest. */
  static boolean isForProduction(String name) {
    return PRODUCTION.matcher(name).find();
  }

  /** Whether the name says that what it points to is being tried. */
  static boolean isForTrials(String name) {
    return TRIALS.matcher(name).find();
  }
}
