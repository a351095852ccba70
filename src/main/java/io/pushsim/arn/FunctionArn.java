package io.pushsim.arn;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Lambda function's ARN, qualified or not. Two are equal when they name exactly the same: a
 * resource policy is kept for, and asked about, one exact ARN.
 */
public record FunctionArn(
    String partition, String region, String account, String functionName, Qualifier qualifier) {
  // S3's and Lambda's own form of a destination (Lambda's API model, FunctionArn).
  private static final Pattern FORM =
      Pattern.compile(
          "arn:(aws[a-zA-Z-]*):lambda:([a-z0-9-]+):(\\d{12}):function:([a-zA-Z0-9-_]+)(?::(\\$LATEST|[a-zA-Z0-9$_-]+))?");

  public static FunctionArn of(Scope scope, String functionName, Qualifier qualifier) {
    return new FunctionArn(
        scope.partition().id(), scope.region(), scope.account(), functionName, qualifier);
  }

  /** The function ARN that the text is, or empty. */
  public static Optional<FunctionArn> parse(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    String qualifier = match.group(5);
    return Optional.of(
        new FunctionArn(
            match.group(1),
            match.group(2),
            match.group(3),
            match.group(4),
            qualifier == null ? Qualifier.UNQUALIFIED : Qualifier.parse(qualifier)));
  }

  public FunctionArn unqualified() {
    return withQualifier(Qualifier.UNQUALIFIED);
  }

  public FunctionArn withQualifier(Qualifier other) {
    return new FunctionArn(partition, region, account, functionName, other);
  }

  public Scope scope() {
    return new Scope(account, region);
  }

  /** {@code name} or {@code name:qualifier}, as people write it in short. */
  public String shortName() {
    return qualifier.equals(Qualifier.UNQUALIFIED) ? functionName : functionName + ":" + qualifier;
  }

  @Override
  public String toString() {
    return "arn:" + partition + ":lambda:" + region + ":" + account + ":function:" + shortName();
  }
}
