package io.pushsim.cli;

import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a bucket and its owner: {@code examplebucket=111111111111}. */
final class StandingBucketConverter implements ITypeConverter<StandingBucket> {
  @Override
  public StandingBucket convert(String text) {
    int sign = text.indexOf('=');
    if (sign < 0) {
      throw new TypeConversionException(
          "'%s' is no bucket with its owner; write BUCKET=ACCOUNT, such as examplebucket=111111111111"
              .formatted(text));
    }
    String name = text.substring(0, sign).strip();
    String owner = text.substring(sign + 1).strip();
    if (!Bucket.isName(name)) {
      throw new TypeConversionException(
          "'%s' can be no bucket's name; one has 3 to 63 small letters, digits, dots and hyphens, and S3 reserves some"
              .formatted(name));
    }
    if (!Scope.isAccount(owner)) {
      throw new TypeConversionException(
          "'%s' is no owner for the bucket '%s'; an account id has 12 digits"
              .formatted(owner, name));
    }
    return new StandingBucket(name, owner);
  }
}
