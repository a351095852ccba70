package io.pushsim.eventsource;

/**
 * What became of the records of one message: what its sender is told.
 *
 * @param accepted those that are routed
 * @param ignored those that AWS's S3 would not send
 * @param duplicates those that were accepted before
 * @param rejected those that can never be delivered
 */
public record Receipt(int accepted, int ignored, int duplicates, int rejected) {
  /** For a message without records. */
  public static final Receipt OF_NOTHING = new Receipt(0, 0, 0, 0);

  static final Receipt ACCEPTED = new Receipt(1, 0, 0, 0);
  static final Receipt IGNORED = new Receipt(0, 1, 0, 0);
  static final Receipt DUPLICATE = new Receipt(0, 0, 1, 0);
  static final Receipt REJECTED = new Receipt(0, 0, 0, 1);

  Receipt plus(Receipt other) {
    return new Receipt(
        accepted + other.accepted,
        ignored + other.ignored,
        duplicates + other.duplicates,
        rejected + other.rejected);
  }
}
