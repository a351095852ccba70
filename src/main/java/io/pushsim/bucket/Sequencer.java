package io.pushsim.bucket;

import java.time.Instant;

/**
 * The hexadecimal text by which two events on one key are put in order (S3 user guide, event
 * message structure). Between keys it says nothing.
 */
public record Sequencer(String text) implements Comparable<Sequencer> {

  /**
   * A sequencer in the form of S3's own: the time's second, then a count.
   *
   * @param count greater for each later event; its lower 32 bits are used
   */
  public static Sequencer of(Instant time, long count) {
    return new Sequencer("%010X%08X".formatted(time.getEpochSecond(), count & 0xFFFFFFFFL));
  }

  /** Compares as S3 says: the shorter is filled up with zeros on its right. */
  @Override
  public int compareTo(Sequencer other) {
    int length = Math.max(text.length(), other.text.length());
    return filled(length).compareToIgnoreCase(other.filled(length));
  }

  private String filled(int length) {
    return text + "0".repeat(length - text.length());
  }

  @Override
  public String toString() {
    return text;
  }
}
