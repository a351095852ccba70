package io.pushsim.api.logs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list. Its token is the key of its last item, so that what comes or goes meanwhile
 * moves none of the others.
 *
 * @param nextToken what to ask the next page with, where there is one
 */
record ListPage<T>(List<T> items, Optional<String> nextToken) {
  private static final int MOST = 50;

  /**
   * The page that a request asks for.
   *
   * @param key of an item: they are in its order, and no two have the same
   */
  static <T> ListPage<T> of(
      List<T> all,
      Function<T, String> key,
      boolean descending,
      Optional<String> token,
      Optional<Integer> limit) {
    Comparator<String> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Optional<String> last = token.map(ListPage::key);
    List<T> left =
        all.stream()
            .filter(item -> last.isEmpty() || order.compare(key.apply(item), last.get()) > 0)
            .sorted(Comparator.comparing(key, order))
            .toList();
    int most = limit.orElse(MOST);
    if (left.size() <= most) {
      return new ListPage<>(left, Optional.empty());
    }
    List<T> page = left.subList(0, most);
    return new ListPage<>(page, Optional.of(token(key.apply(page.get(most - 1)))));
  }

  private static String token(String key) {
    return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw LogsErrors.invalidToken();
    }
  }
}
