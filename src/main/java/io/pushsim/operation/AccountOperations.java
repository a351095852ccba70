package io.pushsim.operation;

import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Version;
import io.pushsim.operation.StateOperation.Decided;
import java.util.List;
import java.util.stream.Stream;

/** What Lambda says of an account in a Region: its limits, and what of them is used. */
final class AccountOperations {
  /** The quotas that a new account has (developer guide, Lambda quotas). */
  private static final Limit DEFAULTS =
      new Limit(80_530_636_800L, 262_144_000, 52_428_800, 1000, 1000);

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
    List<LambdaFunction> functions = call.state().functions().list(call.caller());
    long codeSize =
        functions.stream()
            .flatMap(AccountOperations::versions)
            .mapToLong(version -> version.configuration().code().codeSize())
            .sum();
    return Decided.answer(new Settings(DEFAULTS, new Usage(codeSize, functions.size())));
  }

  private static Stream<Version> versions(LambdaFunction function) {
    return Stream.concat(Stream.of(function.latest()), function.publishedVersions().stream());
  }
}
