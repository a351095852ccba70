package io.pushsim.eventsource.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing: what a bucket holds, in its order, with common prefixes in the place of what
 * they stand for.
 *
 * @param next the name, a key or a common prefix, after which the next page begins
 */
record Page<T>(List<T> entries, List<String> commonPrefixes, Optional<String> next) {
  Page {
    entries = List.copyOf(entries);
    commonPrefixes = List.copyOf(commonPrefixes);
  }

  /**
   * What a client asks for.
   *
   * @param after a name that the page begins behind
   */
  record Question(String prefix, String delimiter, Optional<String> after, int most) {
    /** As S3 has it where the client does not say. */
    private static final int USUAL = 1000;

    static Question of(
        @Nullable String prefix,
        @Nullable String delimiter,
        @Nullable String after,
        @Nullable Integer most) {
      return new Question(
          prefix == null ? "" : prefix,
          delimiter == null ? "" : delimiter,
          Optional.ofNullable(after),
          most == null ? USUAL : Math.min(most, USUAL));
    }

    /** The common prefix that a key is listed under, where it is not listed itself. */
    private Optional<String> commonPrefix(String key) {
      int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      return end < 0 ? Optional.empty() : Optional.of(key.substring(0, end + delimiter.length()));
    }

    private boolean isAfter(String name) {
      return after.isEmpty() || Utf8Order.KEYS.compare(name, after.get()) > 0;
    }
  }

  /**
   * The page that a question asks for.
   *
   * @param all in the order of their keys; several may have the same
   */
  static <T> Page<T> of(List<T> all, Function<T, String> key, Question question) {
    List<T> entries = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    @Nullable String last = null;
    for (T entry : all) {
      String its = key.apply(entry);
      if (!its.startsWith(question.prefix())) {
        continue;
      }
      Optional<String> prefix = question.commonPrefix(its);
      String name = prefix.orElse(its);
      boolean listed =
          prefix.isPresent()
              && !prefixes.isEmpty()
              && prefixes.get(prefixes.size() - 1).equals(name);
      if (listed || !question.isAfter(name)) {
        continue;
      }
      if (entries.size() + prefixes.size() >= question.most()) {
        return new Page<>(entries, prefixes, Optional.ofNullable(last));
      }
      if (prefix.isPresent()) {
        prefixes.add(name);
      } else {
        entries.add(entry);
      }
      last = name;
    }
    return new Page<>(entries, prefixes, Optional.empty());
  }
}
