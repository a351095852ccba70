package io.pushsim.api.admin;

import io.pushsim.api.http.Exchange;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters that all lists share: {@code count}, {@code limit}, {@code next}. */
final class ListParameters {
  private static final String COUNT = "count";
  private static final String LIMIT = "limit";
  private static final String NEXT = "next";
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 1000;

  private ListParameters() {}

  /** These, and a list's own filters. */
  static Set<String> and(String... filters) {
    return Stream.concat(Stream.of(COUNT, LIMIT, NEXT), Stream.of(filters))
        .collect(Collectors.toUnmodifiableSet());
  }

  static int limit(QueryParameters query) {
    return query.count(LIMIT, USUAL_PAGE, LARGEST_PAGE);
  }

  /** Answers with the page that is asked for, or with how many there are in all. */
  static CompletionStage<Exchange.Answer> answer(
      QueryParameters query,
      Executor background,
      LongSupplier count,
      Supplier<Exchange.Answer> page) {
    boolean counted = query.flag(COUNT);
    if (counted) {
      refuseWithCount(query, LIMIT);
      refuseWithCount(query, NEXT);
    }
    return CompletableFuture.supplyAsync(
        () -> counted ? JsonPage.count(count.getAsLong()) : page.get(), background);
  }

  private static void refuseWithCount(QueryParameters query, String name) {
    query
        .text(name)
        .ifPresent(
            value -> {
              throw QueryParameters.refused(
                  name, value, "count=true counts all there are, so leave it out");
            });
  }
}
