package io.pushsim.check.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reference of an expression, in its parts.
 *
 * @param steps names and indexes in order; an index has its brackets: {@code module}, {@code x},
 *     {@code ["a"]}, {@code arn}
 */
record Reference(List<String> steps) {
  private static final int LONGEST = 1_000;

  Reference {
    steps = List.copyOf(steps);
  }

  /**
   * The one thing that an expression refers to, where it is one. Terraform lists with each
   * reference also what that is a part of: {@code aws_s3_bucket.b.arn}, {@code aws_s3_bucket.b}.
   */
  static Optional<Reference> only(List<String> references) {
    String longest = "";
    for (String reference : references) {
      longest = reference.length() > longest.length() ? reference : longest;
    }
    for (String reference : references) {
      if (!isPartOf(reference, longest)) {
        return Optional.empty();
      }
    }
    return longest.isEmpty() || longest.length() > LONGEST
        ? Optional.empty()
        : Optional.of(parse(longest));
  }

  private static boolean isPartOf(String shorter, String longer) {
    if (!longer.startsWith(shorter)) {
      return false;
    }
    char next = longer.length() == shorter.length() ? '.' : longer.charAt(shorter.length());
    return next == '.' || next == '[';
  }

  private static Reference parse(String text) {
    List<String> steps = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end =
          text.charAt(i) == '[' ? Addresses.endOfIndex(text, i) : Addresses.endOfName(text, i);
      steps.add(text.substring(i, end));
      i = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
    }
    return new Reference(steps);
  }

  String step(int i) {
    return i < steps.size() ? steps.get(i) : "";
  }

  /** The index at that step, or nothing where there is a name. */
  String index(int i) {
    return step(i).startsWith("[") ? step(i) : "";
  }

  int size() {
    return steps.size();
  }
}
