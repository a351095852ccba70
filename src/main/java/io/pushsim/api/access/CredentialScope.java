package io.pushsim.api.access;

import io.pushsim.arn.Scope;
import java.util.Optional;

/**
 * A signature's Credential: who signed, and for what the key that signed was derived.
 *
 * @param date such as {@code 20261126}
 * @param service such as {@code lambda}
 * @param terminator {@code aws4_request} where it is right
 */
record CredentialScope(
    String accessKeyId, String date, String region, String service, String terminator) {
  static final String TERMINATOR = "aws4_request";

  private static final int LONGEST_KEY_ID = 128;

  /**
   * Of {@code AKID/20261126/us-west-2/lambda/aws4_request}; empty unless it has five elements, a
   * possible key id and a possible service. Date, region and terminator are taken as they are.
   */
  static Optional<CredentialScope> parse(String text) {
    int date = text.indexOf('/') + 1;
    int region = text.indexOf('/', date) + 1;
    int service = text.indexOf('/', region) + 1;
    int terminator = text.indexOf('/', service) + 1;
    if (date == 0 || region == 0 || service == 0 || terminator == 0) {
      return Optional.empty();
    }
    CredentialScope scope =
        new CredentialScope(
            text.substring(0, date - 1),
            text.substring(date, region - 1),
            text.substring(region, service - 1),
            text.substring(service, terminator - 1),
            text.substring(terminator));
    return scope.isWellFormed() ? Optional.of(scope) : Optional.empty();
  }

  private boolean isWellFormed() {
    return terminator.indexOf('/') < 0 && isKeyId(accessKeyId) && isService(service);
  }

  /** What goes into the string to sign: all but the key id. */
  String text() {
    return date + '/' + region + '/' + service + '/' + terminator;
  }

  boolean endsRightly() {
    return terminator.equals(TERMINATOR);
  }

  boolean hasRegion() {
    return Scope.isRegion(region);
  }

  boolean isOfDay(Timestamp time) {
    return date.equals(time.date());
  }

  /** Whether it has a date's form, be it a real day or not. */
  boolean hasDate() {
    return date.length() == 8 && Ascii.areDigits(date);
  }

  /** Whether it is 1 to 128 visible ASCII characters: anything else would spoil logs. */
  private static boolean isKeyId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_KEY_ID
        && text.chars().allMatch(Ascii::isVisible);
  }

  private static boolean isService(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-');
  }
}
