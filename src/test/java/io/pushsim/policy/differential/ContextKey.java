package io.pushsim.policy.differential;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The condition keys that generated requests carry, with values of theirs. */
enum ContextKey {
  SOURCE_ARN(
      "aws:SourceArn",
      Kind.ARN,
      "arn:aws:s3:::examplebucket",
      "arn:aws:s3:::examplebucket-2",
      "arn:aws:lambda:us-west-2:111111111111:function:caller:PROD",
      "arn:aws:events:us-west-2:111111111111:rule/nightly",
      "arn:aws:sns:eu-west-1:222222222222:topic:part"),
  SOURCE_ACCOUNT("aws:SourceAccount", Kind.TEXT, "111111111111", "222222222222"),
  PRINCIPAL_TAG("aws:PrincipalTag/team", Kind.TEXT, "blue", "Blue", "red", "helloworld", ""),
  AUTH_TYPE("lambda:FunctionUrlAuthType", Kind.TEXT, "NONE", "AWS_IAM"),
  MFA_AGE("aws:MultiFactorAuthAge", Kind.NUMBER, "10", "10.0", "9.99", "11", "-3", "0", "ten"),
  TOKEN_TIME(
      "aws:TokenIssueTime",
      Kind.DATE,
      "2026-11-01T00:00:00Z",
      "2026-11-01T01:00:00+01:00",
      "2026-11-01T00:00:00.500Z",
      "2026-11-01",
      "2026-11",
      "2026",
      "2026-10-31T23:59:59Z",
      "1793491200",
      "1793491201",
      "someday"),
  VIA_SERVICE("aws:ViaAWSService", Kind.BOOLEAN, "true", "false", "True"),
  SOURCE_IP(
      "aws:SourceIp",
      Kind.ADDRESS,
      "203.0.113.7",
      "203.0.113.8",
      "203.0.112.200",
      "2001:db8::7",
      "2001:db8:0:0:0:0:0:7",
      "2001:db8:1::7"),
  TAG_KEYS("aws:TagKeys", Kind.SET, "blue", "red", "Red", "green", ""),
  ORG_PATHS("aws:SourceOrgPaths", Kind.SET, "o-1/r-1/ou-1/", "o-1/r-1/ou-2/", "o-2/r-1/");

  /** What the values of a key are. */
  enum Kind {
    TEXT,
    ARN,
    NUMBER,
    DATE,
    BOOLEAN,
    ADDRESS,
    SET
  }

  private static final Set<String> MULTIVALUED =
      Arrays.stream(values())
          .filter(key -> key.kind == Kind.SET)
          .map(key -> key.text.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private final String text;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<String> samples;

  ContextKey(String text, Kind kind, String... samples) {
    this.text = text;
    this.kind = kind;
    this.samples = List.of(samples);
  }

  /** Whether the key of that name, in any case of letters, may have several values. */
  static boolean isMultivalued(String name) {
    return MULTIVALUED.contains(name.toLowerCase(Locale.ROOT));
  }

  String text() {
    return text;
  }

  Kind kind() {
    return kind;
  }

  List<String> samples() {
    return samples;
  }
}
