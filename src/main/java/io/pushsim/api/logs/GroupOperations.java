package io.pushsim.api.logs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.Scope;
import io.pushsim.log.LogGroupId;
import io.pushsim.log.LogGroupSummary;
import io.pushsim.log.LogStore;
import io.pushsim.log.LogStreamSummary;
import java.util.List;

/** What log groups and log streams there are. */
record GroupOperations(LogStore logs) {

  /** DescribeLogGroups. */
  ObjectNode describeGroups(LogsRequests.DescribeGroups request, Scope caller) {
    if (request.logGroupNamePrefix().isPresent() && request.logGroupNamePattern().isPresent()) {
      throw LogsErrors.invalid(
          "logGroupNamePrefix and logGroupNamePattern are mutually exclusive parameters.");
    }
    List<LogGroupSummary> found =
        logs.groups(caller).stream()
            .filter(
                group ->
                    request.logGroupNamePrefix().map(group.id().name()::startsWith).orElse(true))
            .filter(
                group ->
                    request.logGroupNamePattern().map(group.id().name()::contains).orElse(true))
            .toList();
    ListPage<LogGroupSummary> page =
        ListPage.of(found, group -> group.id().name(), false, request.nextToken(), request.limit());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode groups = answer.putArray("logGroups");
    page.items()
        .forEach(group -> groups.add(described(group, request.logGroupNamePattern().isPresent())));
    page.nextToken().ifPresent(token -> answer.put("nextToken", token));
    return answer;
  }

  // API reference, DescribeLogGroups: by a pattern, only arn, creationTime and logGroupName come.
  private static ObjectNode described(LogGroupSummary group, boolean shortly) {
    ObjectNode described =
        JsonNodeFactory.instance
            .objectNode()
            .put("logGroupName", group.id().name())
            .put("creationTime", group.creationTime())
            .put("arn", group.id().arn() + ":*");
    if (!shortly) {
      described
          .put("metricFilterCount", 0)
          .put("storedBytes", group.storedBytes())
          .put("logGroupClass", "STANDARD")
          .put("logGroupArn", group.id().arn());
    }
    return described;
  }

  /** DescribeLogStreams. */
  ObjectNode describeStreams(LogsRequests.DescribeStreams request, Scope caller) {
    LogGroupId id = GroupReference.of(caller, request.logGroupName(), request.logGroupIdentifier());
    boolean byTime = request.orderBy().filter("LastEventTime"::equals).isPresent();
    if (byTime && request.logStreamNamePrefix().isPresent()) {
      throw LogsErrors.invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
    }
    List<LogStreamSummary> found =
        logs.streams(id).orElseThrow(LogsErrors::noGroup).stream()
            .filter(
                stream -> request.logStreamNamePrefix().map(stream.name()::startsWith).orElse(true))
            .toList();
    ListPage<LogStreamSummary> page =
        ListPage.of(
            found,
            byTime ? GroupOperations::timeAndName : LogStreamSummary::name,
            request.descending().orElse(false),
            request.nextToken(),
            request.limit());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode streams = answer.putArray("logStreams");
    page.items().forEach(stream -> streams.add(described(stream, id)));
    page.nextToken().ifPresent(token -> answer.put("nextToken", token));
    return answer;
  }

  private static String timeAndName(LogStreamSummary stream) {
    return "%019d %s".formatted(stream.lastEventTimestamp(), stream.name());
  }

  // API reference, LogStream: the storedBytes of a stream are always told as zero.
  private static ObjectNode described(LogStreamSummary stream, LogGroupId group) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("logStreamName", stream.name())
        .put("creationTime", stream.creationTime())
        .put("firstEventTimestamp", stream.firstEventTimestamp())
        .put("lastEventTimestamp", stream.lastEventTimestamp())
        .put("lastIngestionTime", stream.lastIngestionTime())
        .put("arn", group.arn() + ":log-stream:" + stream.name())
        .put("storedBytes", 0);
  }
}
