package io.pushsim.policy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** An operand that is bytes; policy and request both write them in Base64. */
final class BinaryOperand implements Operand {
  private final Optional<byte[]> expected;

  private BinaryOperand(Optional<byte[]> expected) {
    this.expected = expected;
  }

  static Operand of(String text) {
    return new BinaryOperand(decode(text));
  }

  @Override
  public boolean accepts(String actual, AccessRequest request, boolean variables) {
    Optional<byte[]> value = decode(actual);
    return expected.isPresent() && value.isPresent() && Arrays.equals(expected.get(), value.get());
  }

  private static Optional<byte[]> decode(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // What is not Base64 equals no bytes.
    }
  }
}
