package io.pushsim.cli;

/**
 * A bucket that stands before the first call, such as one that a real S3 server has.
 *
 * @param owner the account that it belongs to, 12 digits
 */
public record StandingBucket(String name, String owner) {
  @Override
  public String toString() {
    return name + "=" + owner;
  }
}
