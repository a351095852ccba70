package io.pushsim.api.logs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.logs.pattern.FilterPattern;
import io.pushsim.arn.Scope;
import io.pushsim.log.LogEvent;
import io.pushsim.log.LogGroupId;
import io.pushsim.log.LogPosition;
import io.pushsim.log.LogSpan;
import io.pushsim.log.LogStore;
import io.pushsim.log.LogStreamSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is in the logs. */
record EventOperations(LogStore logs) {

  /** GetLogEvents. */
  ObjectNode get(LogsRequests.GetEvents request, Scope caller) {
    LogGroupId id = GroupReference.of(caller, request.logGroupName(), request.logGroupIdentifier());
    String stream = request.logStreamName().orElseThrow(() -> LogsErrors.missing("logStreamName"));
    Optional<EventToken> token = request.nextToken().map(EventToken::parse);
    boolean forward = token.map(EventToken::forward).orElse(request.startFromHead().orElse(false));
    LogSpan asked = span(request.startTime(), request.endTime().map(LogPosition::at));
    LogSpan span = token.map(given -> given.restOf(asked)).orElse(asked);
    List<LogEvent> found =
        logs.events(id, stream, span)
            .orElseThrow(
                () -> logs.streams(id).isPresent() ? LogsErrors.noStream() : LogsErrors.noGroup());
    EventPage page =
        forward ? EventPage.first(found, request.limit()) : EventPage.last(found, request.limit());
    LogPosition here = token.map(EventToken::position).orElse(asked.from());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode events = answer.putArray("events");
    page.events().forEach(event -> events.add(told(event)));
    return answer
        .put("nextForwardToken", new EventToken(true, page.end().orElse(here)).toString())
        .put("nextBackwardToken", new EventToken(false, page.start().orElse(here)).toString());
  }

  /** FilterLogEvents. */
  ObjectNode filter(LogsRequests.FilterEvents request, Scope caller) {
    LogGroupId id = GroupReference.of(caller, request.logGroupName(), request.logGroupIdentifier());
    FilterPattern pattern = FilterPattern.parse(request.filterPattern().orElse(""));
    Optional<LogPosition> token =
        request
            .nextToken()
            .map(given -> LogPosition.parse(given).orElseThrow(LogsErrors::invalidToken));
    // API reference: an event at the end time itself is not later than it.
    LogSpan asked =
        span(request.startTime(), request.endTime().map(end -> LogPosition.at(end).nextTime()));
    LogSpan span = token.map(asked::since).orElse(asked);
    List<LogEvent> found =
        logs.events(id, streams(request, id), span).orElseThrow(LogsErrors::noGroup).stream()
            .filter(event -> pattern.matches(event.message()))
            .toList();
    EventPage page = EventPage.first(found, request.limit());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode events = answer.putArray("events");
    page.events()
        .forEach(
            event ->
                events.add(
                    told(event)
                        .put("logStreamName", event.stream())
                        .put("eventId", event.position().toString())));
    // API reference: since May 2020 always empty.
    answer.putArray("searchedLogStreams");
    page.behind().ifPresent(next -> answer.put("nextToken", next.toString()));
    return answer;
  }

  private Predicate<String> streams(LogsRequests.FilterEvents request, LogGroupId id) {
    if (request.logStreamNames().isEmpty()) {
      return request
          .logStreamNamePrefix()
          .<Predicate<String>>map(prefix -> name -> name.startsWith(prefix))
          .orElse(any -> true);
    }
    if (request.logStreamNamePrefix().isPresent()) {
      throw LogsErrors.invalid(
          "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
    }
    Set<String> names = new HashSet<>(request.logStreamNames().get());
    Set<String> known =
        logs.streams(id).orElseThrow(LogsErrors::noGroup).stream()
            .map(LogStreamSummary::name)
            .collect(Collectors.toSet());
    if (!known.containsAll(names)) {
      throw LogsErrors.noStream();
    }
    return names::contains;
  }

  private static LogSpan span(Optional<Long> start, Optional<LogPosition> end) {
    LogSpan since = start.map(LogPosition::at).map(LogSpan.ALL::since).orElse(LogSpan.ALL);
    return end.map(since::before).orElse(since);
  }

  private static ObjectNode told(LogEvent event) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("timestamp", event.timestamp())
        .put("message", event.message() + "\n")
        .put("ingestionTime", event.ingestionTime());
  }
}
