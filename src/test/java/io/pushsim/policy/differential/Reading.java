package io.pushsim.policy.differential;

import java.util.regex.Pattern;

/**
 * A value under an operator, of the policy or of the request.
 *
 * @param operator without set operator and suffix
 */
record Reading(String operator, String value) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern DATE =
      Pattern.compile(
          "-?\\d+|\\d{4}-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-].{5}))?)?");
  private static final Pattern YEAR_OR_MONTH = Pattern.compile("\\d{4}(-\\d{2})?");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d+(\\.\\d+){3}(/\\d+)?|[0-9a-f]*:[0-9a-f:]*(/\\d+)?");
  private static final Pattern ARN = Pattern.compile("[^:]*(:[^:]*){4}:.*");
  private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");
  private static final Pattern BARE_NUMBER = Pattern.compile("-?\\d+");

  /** Whether it is not of the form that the operator compares. */
  boolean isUnreadable() {
    return switch (kind()) {
      case TEXT, SET -> false;
      case NUMBER -> !NUMBER.matcher(value).matches();
      case DATE -> !DATE.matcher(value).matches();
      case ADDRESS -> !ADDRESS.matcher(value).matches();
      case ARN -> !ARN.matcher(value).matches();
      case BOOLEAN -> !BOOLEAN.matcher(value).matches();
    };
  }

  boolean isBareNumberAsDate() {
    return kind() == ContextKey.Kind.DATE && BARE_NUMBER.matcher(value).matches();
  }

  /** Whether it is a date without a day. */
  boolean isYearOrMonth() {
    return kind() == ContextKey.Kind.DATE && YEAR_OR_MONTH.matcher(value).matches();
  }

  /** Whether it is an address of IPv6 under an operator for addresses, and no range. */
  boolean isLoneAddressV6() {
    return kind() == ContextKey.Kind.ADDRESS && value.contains(":") && !value.contains("/");
  }

  ContextKey.Kind kind() {
    if (operator.startsWith("Numeric")) {
      return ContextKey.Kind.NUMBER;
    }
    if (operator.startsWith("Date")) {
      return ContextKey.Kind.DATE;
    }
    if (operator.startsWith("Arn")) {
      return ContextKey.Kind.ARN;
    }
    if (operator.endsWith("IpAddress")) {
      return ContextKey.Kind.ADDRESS;
    }
    return operator.equals("Bool") ? ContextKey.Kind.BOOLEAN : ContextKey.Kind.TEXT;
  }
}
