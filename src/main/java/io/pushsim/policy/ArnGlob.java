package io.pushsim.policy;

import java.util.Arrays;

/**
 * A pattern for ARNs: each of the six parts is matched on its own, so that a wildcard before the
 * fifth colon does not cross a colon (IAM user guide, ARN condition operators).
 */
final class ArnGlob implements Operand {
  private static final int PARTS = 6;
  private static final int SERVICE = 2;

  private final Glob[] parts;

  private ArnGlob(Glob[] parts) {
    this.parts = parts;
  }

  /** What {@code ArnLike} accepts; a pattern of fewer than six parts accepts nothing. */
  static Operand condition(int[] tokens) {
    return compile(tokens);
  }

  /**
   * What a Resource element accepts: as a condition does, but {@code *} alone is everything, one at
   * the end covers the parts that are missing too (IAM user guide, "IAM JSON policy elements:
   * Resource"), and a wildcard in the service's part is none.
   */
  static Operand resource(int[] tokens) {
    if (tokens.length == 1 && tokens[0] == PatternTokens.MANY) {
      return (arn, request, variables) -> true;
    }
    int[] ends = colons(tokens);
    int[] literalService = tokens.clone();
    for (int i = ends[SERVICE - 1] + 1; i < ends[SERVICE]; i++) {
      literalService[i] = asWritten(tokens[i]);
    }
    boolean open = tokens.length > 0 && literalService[tokens.length - 1] == PatternTokens.MANY;
    return compile(open ? withMissingParts(literalService, ends) : literalService);
  }

  private static int[] withMissingParts(int[] tokens, int[] ends) {
    int missing = (int) Arrays.stream(ends).filter(end -> end == tokens.length).count();
    int[] whole = Arrays.copyOf(tokens, tokens.length + 2 * missing);
    for (int i = tokens.length; i < whole.length; i += 2) {
      whole[i] = ':';
      whole[i + 1] = PatternTokens.MANY;
    }
    return whole;
  }

  private static Operand compile(int[] tokens) {
    int[] ends = colons(tokens);
    if (ends[PARTS - 2] == tokens.length) {
      return Operand.NOTHING;
    }
    if (Arrays.stream(tokens, 0, ends[PARTS - 2]).allMatch(token -> token >= 0)) {
      return Glob.of(tokens); // Up to the fifth colon there is nothing that could cross one.
    }
    Glob[] parts = new Glob[PARTS];
    int from = 0;
    for (int i = 0; i < PARTS; i++) {
      int end = i == PARTS - 1 ? tokens.length : ends[i];
      parts[i] = Glob.of(Arrays.copyOfRange(tokens, from, end));
      from = end + 1;
    }
    return new ArnGlob(parts);
  }

  @Override
  public boolean accepts(String arn, AccessRequest request, boolean variables) {
    int from = 0;
    for (int i = 0; i < PARTS - 1; i++) {
      int colon = arn.indexOf(':', from);
      if (colon < 0 || !parts[i].matches(arn, from, colon)) {
        return false;
      }
      from = colon + 1;
    }
    return parts[PARTS - 1].matches(arn, from, arn.length());
  }

  // Where the first five colons stand; the end of the pattern for each that is missing.
  private static int[] colons(int[] tokens) {
    int[] ends = new int[PARTS - 1];
    Arrays.fill(ends, tokens.length);
    int found = 0;
    for (int i = 0; i < tokens.length && found < ends.length; i++) {
      if (tokens[i] == ':') {
        ends[found++] = i;
      }
    }
    return ends;
  }

  private static int asWritten(int token) {
    return switch (token) {
      case PatternTokens.MANY -> '*';
      case PatternTokens.ONE -> '?';
      default -> token;
    };
  }
}
