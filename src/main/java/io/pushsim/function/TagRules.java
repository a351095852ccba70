package io.pushsim.function;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lambda's rules for tags. Every call that changes them gives {@code $LATEST} a new RevisionId
 * (recorded: TestLambdaTags::test_tag_lifecycle).
 */
public final class TagRules {
  private static final int MOST = 50;

  private TagRules() {}

  /**
   * TagResource.
   *
   * @throws SimulatorException InvalidParameterValueException for no tags at all (recorded:
   *     test_tag_exceptions) and for more than a function may have
   */
  public static FunctionChange.TagsReplaced tag(
      LambdaFunction function,
      Map<String, String> added,
      Instant now,
      Supplier<String> revisionIds) {
    if (added.isEmpty()) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "An error occurred and the request cannot be processed.");
    }
    Map<String, String> tags = new LinkedHashMap<>(function.tags());
    tags.putAll(added);
    checkCount(tags);
    return replaced(function, tags, now, revisionIds);
  }

  /** UntagResource; a key that the function does not have changes nothing about its tags. */
  public static FunctionChange.TagsReplaced untag(
      LambdaFunction function, Collection<String> keys, Instant now, Supplier<String> revisionIds) {
    Map<String, String> tags = new LinkedHashMap<>(function.tags());
    tags.keySet().removeAll(keys);
    return replaced(function, tags, now, revisionIds);
  }

  /** Refuses more tags than a function may have (developer guide, tag requirements). */
  static void checkCount(Map<String, String> tags) {
    if (tags.size() > MOST) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE, "Number of tags exceeds resource tag limit.");
    }
  }

  private static FunctionChange.TagsReplaced replaced(
      LambdaFunction function,
      Map<String, String> tags,
      Instant now,
      Supplier<String> revisionIds) {
    Version latest = function.latest();
    return new FunctionChange.TagsReplaced(
        function.arn(),
        tags,
        new Version(
            Version.LATEST, latest.configuration(), revisionIds.get(), latest.underWay(now)));
  }
}
