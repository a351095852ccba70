package io.pushsim.document;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a misspelt one probably means. */
public final class NearestWord {
  private NearestWord() {}

  /** The nearest of the words, if it is near enough; of several equally near the first. */
  public static Optional<String> to(String misspelt, Collection<String> words) {
    int allowed = misspelt.length() <= 4 ? 1 : misspelt.length() <= 8 ? 2 : 3;
    int best = allowed + 1;
    Optional<String> nearest = Optional.empty();
    if (misspelt.length() > 64) {
      return nearest;
    }
    String wanted = misspelt.toLowerCase(Locale.ROOT);
    for (String word : words) {
      int distance = distance(wanted, word.toLowerCase(Locale.ROOT));
      if (distance < best) {
        best = distance;
        nearest = Optional.of(word);
      }
    }
    return nearest;
  }

  /** Damerau and Levenshtein's, with each pair of letters transposed at most once. */
  static int distance(String a, String b) {
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, a, b, i, j);
      }
    }
    return costs[a.length()][b.length()];
  }

  private static int cost(int[][] costs, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(costs[i - 1][j], costs[i][j - 1]) + 1;
    least = Math.min(least, costs[i - 1][j - 1] + (same ? 0 : 1));
    boolean transposed =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return transposed ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
  }
}
