package io.pushsim.api.logs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.NotSimulated;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;

/** The requests of the operations on logs (CloudWatch Logs' API model and API reference). */
final class LogsRequests {
  private static final String GROUP_NAME = "[\\.\\-_/#A-Za-z0-9]+";
  private static final String GROUP_NAME_PART = "[\\.\\-_/#A-Za-z0-9]*";
  private static final String GROUP_IDENTIFIER = "[\\w#+=/:,.@-]*";
  private static final String STREAM_NAME = "[^:*]*";

  private LogsRequests() {}

  /** DescribeLogGroups. */
  @NotSimulated({
    "accountIdentifiers",
    "includeLinkedAccounts",
    "logGroupClass",
    "logGroupIdentifiers"
  })
  record DescribeGroups(
      @JsonProperty("logGroupNamePrefix") @GroupName Optional<String> logGroupNamePrefix,
      @JsonProperty("logGroupNamePattern") @GroupNamePart Optional<String> logGroupNamePattern,
      @JsonProperty("nextToken") @Token Optional<String> nextToken,
      @JsonProperty("limit") @PageSize Optional<Integer> limit) {}

  /** DescribeLogStreams. */
  record DescribeStreams(
      @JsonProperty("logGroupName") @GroupName Optional<String> logGroupName,
      @JsonProperty("logGroupIdentifier") @GroupIdentifier Optional<String> logGroupIdentifier,
      @JsonProperty("logStreamNamePrefix") @StreamName Optional<String> logStreamNamePrefix,
      @JsonProperty("orderBy") @Constraint(oneOf = {"LogStreamName", "LastEventTime"})
          Optional<String> orderBy,
      @JsonProperty("descending") Optional<Boolean> descending,
      @JsonProperty("nextToken") @Token Optional<String> nextToken,
      @JsonProperty("limit") @PageSize Optional<Integer> limit) {}

  /** GetLogEvents. */
  @NotSimulated("unmask")
  record GetEvents(
      @JsonProperty("logGroupName") @GroupName Optional<String> logGroupName,
      @JsonProperty("logGroupIdentifier") @GroupIdentifier Optional<String> logGroupIdentifier,
      @JsonProperty("logStreamName") @StreamName Optional<String> logStreamName,
      @JsonProperty("startTime") @Time Optional<Long> startTime,
      @JsonProperty("endTime") @Time Optional<Long> endTime,
      @JsonProperty("nextToken") @Token Optional<String> nextToken,
      @JsonProperty("limit") @EventCount Optional<Integer> limit,
      @JsonProperty("startFromHead") Optional<Boolean> startFromHead) {}

  /** FilterLogEvents; {@code interleaved} is without effect, as it is with AWS since June 2019. */
  @NotSimulated("unmask")
  record FilterEvents(
      @JsonProperty("logGroupName") @GroupName Optional<String> logGroupName,
      @JsonProperty("logGroupIdentifier") @GroupIdentifier Optional<String> logGroupIdentifier,
      @JsonProperty("logStreamNames") @Constraint(minLength = 1, maxLength = 100)
          Optional<List<String>> logStreamNames,
      @JsonProperty("logStreamNamePrefix") @StreamName Optional<String> logStreamNamePrefix,
      @JsonProperty("startTime") @Time Optional<Long> startTime,
      @JsonProperty("endTime") @Time Optional<Long> endTime,
      @JsonProperty("filterPattern") @Constraint(maxLength = 1024) Optional<String> filterPattern,
      @JsonProperty("nextToken") @Token Optional<String> nextToken,
      @JsonProperty("limit") @EventCount Optional<Integer> limit,
      @JsonProperty("interleaved") Optional<Boolean> interleaved) {}

  @Constraint(minLength = 1, maxLength = 512, pattern = GROUP_NAME)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface GroupName {}

  @Constraint(maxLength = 512, pattern = GROUP_NAME_PART)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface GroupNamePart {}

  @Constraint(minLength = 1, maxLength = 2048, pattern = GROUP_IDENTIFIER)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface GroupIdentifier {}

  @Constraint(minLength = 1, maxLength = 512, pattern = STREAM_NAME)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface StreamName {}

  /** In milliseconds since 1970. */
  @Constraint(min = 0)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Time {}

  @Constraint(minLength = 1)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Token {}

  @Constraint(min = 1, max = 50)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface PageSize {}

  @Constraint(min = 1, max = 10_000)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface EventCount {}
}
