package io.pushsim.api.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.Scope;
import io.pushsim.log.LogEntry;
import io.pushsim.log.LogGroupId;
import io.pushsim.log.LogLimits;
import io.pushsim.log.LogSpan;
import io.pushsim.log.LogStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Who walks from page to page sees each once, in order, whatever there is and a page holds. */
class LogPagingPropertyTest {
  private static final Scope SCOPE = new Scope("111111111111", "us-west-2");
  private static final String GROUP = "/aws/lambda/fn";

  private final LogStore logs = new LogStore(LogLimits.of(10_000, 1L << 30));
  private final EventOperations events = new EventOperations(logs);
  private final GroupOperations groups = new GroupOperations(logs);
  private final List<String> written = new ArrayList<>();

  /** Batches of up to three streams, whose times hardly grow, so that many events have the same. */
  private void write(List<Integer> batches) {
    logs.clear();
    written.clear();
    long time = 1_700_000_000_000L;
    for (int batch : batches) {
      List<LogEntry> entries = new ArrayList<>();
      for (int i = 0; i < batch % 5; i++) {
        String message = "%d %d".formatted(time, written.size());
        written.add(message);
        entries.add(new LogEntry(time, message));
        time += batch % 2;
      }
      logs.append(new LogGroupId(SCOPE, GROUP), "s" + batch % 3, time, entries);
    }
  }

  private static List<String> messages(JsonNode page) {
    return StreamSupport.stream(page.path("events").spliterator(), false)
        .map(event -> event.path("message").asText().strip())
        .toList();
  }

  @Property(tries = 300)
  void filteredEvents(
      @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> batches,
      @ForAll @IntRange(min = 1, max = 12) int limit) {
    write(batches);
    if (written.isEmpty()) {
      return;
    }
    List<String> seen = new ArrayList<>();
    Optional<String> token = Optional.empty();
    do {
      JsonNode page = filter(limit, token);
      assertThat(messages(page)).hasSizeBetween(1, limit);
      seen.addAll(messages(page));
      token = Optional.of(page.path("nextToken").asText()).filter(text -> !text.isEmpty());
    } while (token.isPresent());

    assertThat(seen).isEqualTo(written);
  }

  private JsonNode filter(int limit, Optional<String> token) {
    return events.filter(
        new LogsRequests.FilterEvents(
            Optional.of(GROUP),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            token,
            Optional.of(limit),
            Optional.empty()),
        SCOPE);
  }

  @Property(tries = 300)
  void aStreamsEvents_forwardAndBackward(
      @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> batches,
      @ForAll @IntRange(min = 1, max = 12) int limit) {
    write(batches);
    int total = 0;
    for (String name : List.of("s0", "s1", "s2")) {
      if (logs.events(new LogGroupId(SCOPE, GROUP), name, LogSpan.ALL).isPresent()) {
        List<String> forward = walk(name, limit, true);

        assertThat(forward)
            .isNotEmpty()
            .doesNotHaveDuplicates()
            .isEqualTo(walk(name, limit, false));
        assertThat(written).containsSubsequence(forward);
        total += forward.size();
      }
    }
    assertThat(total).isEqualTo(written.size());
  }

  private List<String> walk(String stream, int limit, boolean forward) {
    List<String> seen = new ArrayList<>();
    Optional<String> token = Optional.empty();
    while (true) {
      JsonNode page =
          events.get(
              new LogsRequests.GetEvents(
                  Optional.of(GROUP),
                  Optional.empty(),
                  Optional.of(stream),
                  Optional.empty(),
                  Optional.empty(),
                  token,
                  Optional.of(limit),
                  Optional.of(forward)),
              SCOPE);
      seen.addAll(forward ? seen.size() : 0, messages(page));
      String next = page.path(forward ? "nextForwardToken" : "nextBackwardToken").asText();
      if (token.filter(next::equals).isPresent()) {
        assertThat(messages(page)).isEmpty();
        return seen;
      }
      token = Optional.of(next);
    }
  }

  @Property(tries = 300)
  void streams(
      @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> names,
      @ForAll @IntRange(min = 1, max = 7) int limit,
      @ForAll boolean byTime,
      @ForAll boolean descending) {
    logs.clear();
    for (int name : names) {
      logs.append(
          new LogGroupId(SCOPE, GROUP), "s" + name, 1, List.of(new LogEntry(name % 4, "x")));
    }
    Comparator<JsonNode> order =
        Comparator.<JsonNode, Long>comparing(
                stream -> byTime ? stream.path("lastEventTimestamp").asLong() : 0)
            .thenComparing(stream -> stream.path("logStreamName").asText());

    List<JsonNode> seen = new ArrayList<>();
    if (!names.isEmpty()) {
      seen.addAll(walkStreams(limit, byTime ? "LastEventTime" : "LogStreamName", descending));
    }

    assertThat(seen)
        .extracting(stream -> stream.path("logStreamName").asText())
        .containsExactlyInAnyOrderElementsOf(
            names.stream().map(name -> "s" + name).collect(Collectors.toSet()));
    assertThat(seen).isSortedAccordingTo(descending ? order.reversed() : order);
  }

  private List<JsonNode> walkStreams(int limit, String orderBy, boolean descending) {
    List<JsonNode> seen = new ArrayList<>();
    Optional<String> token = Optional.empty();
    do {
      JsonNode page =
          groups.describeStreams(
              new LogsRequests.DescribeStreams(
                  Optional.of(GROUP),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(orderBy),
                  Optional.of(descending),
                  token,
                  Optional.of(limit)),
              SCOPE);
      assertThat(page.path("logStreams")).hasSizeBetween(1, limit);
      page.path("logStreams").forEach(seen::add);
      token = Optional.of(page.path("nextToken").asText()).filter(text -> !text.isEmpty());
    } while (token.isPresent());
    return seen;
  }
}
