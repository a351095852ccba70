package io.pushsim.operation;

import io.pushsim.function.AccountConcurrency;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Version;
import io.pushsim.operation.StateOperation.Decided;
import java.util.List;
import java.util.stream.Stream;

/** What Lambda says of an account in a Region: its limits, and what of them is used. */
final class AccountOperations {
  // The quotas that a new account has (developer guide, Lambda quotas).
  private static final long CODE = 80_530_636_800L;
  private static final long UNZIPPED = 262_144_000;
  private static final long ZIPPED = 52_428_800;

  private AccountOperations() {}

  /** GetAccountSettings. */
  record GetSettings() {}

  /** GetAccountSettings' answer. */
  record Settings(Limit accountLimit, Usage accountUsage) {}

  /** Quotas: sizes in bytes. */
  record Limit(
      long totalCodeSize,
      long codeSizeUnzipped,
      long codeSizeZipped,
      int concurrentExecutions,
      int unreservedConcurrentExecutions) {}

  /**
   * What is used.
   *
   * @param totalCodeSize in bytes, {@code $LATEST} and every published version counting
   */
  record Usage(long totalCodeSize, long functionCount) {}

  static Decided settings(GetSettings request, Call call) {
    AccountConcurrency concurrency = call.accountConcurrency();
    List<LambdaFunction> functions = concurrency.functions();
    long codeSize =
        functions.stream()
            .flatMap(AccountOperations::versions)
            .mapToLong(version -> version.configuration().code().codeSize())
            .sum();
    Limit limit = new Limit(CODE, UNZIPPED, ZIPPED, concurrency.limit(), concurrency.unreserved());
    return Decided.answer(new Settings(limit, new Usage(codeSize, functions.size())));
  }

  private static Stream<Version> versions(LambdaFunction function) {
    return Stream.concat(Stream.of(function.latest()), function.publishedVersions().stream());
  }
}
