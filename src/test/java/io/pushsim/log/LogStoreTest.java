package io.pushsim.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogStoreTest {
  private static final Scope SCOPE = new Scope("111111111111", "us-west-2");
  private static final LogGroupId ONE = new LogGroupId(SCOPE, "/aws/lambda/one");
  private static final LogGroupId TWO = new LogGroupId(SCOPE, "/aws/lambda/two");

  private final LogStore logs = new LogStore(new LogLimits(10, 10_000, 20, 20_000));

  private void append(LogGroupId group, String stream, long time, String... messages) {
    logs.append(
        group,
        stream,
        time + 5,
        IntStream.range(0, messages.length)
            .mapToObj(i -> new LogEntry(time + i, messages[i]))
            .toList());
  }

  private List<String> messages(LogGroupId group) {
    return logs.events(group, any -> true, LogSpan.ALL).orElseThrow().stream()
        .map(LogEvent::message)
        .toList();
  }

  @Test
  void knowsNoGroup_beforeItsFirstEvent() {
    logs.append(ONE, "s", 1, List.of());

    assertThat(logs.groups(SCOPE)).isEmpty();
    assertThat(logs.streams(ONE)).isEmpty();
    assertThat(logs.events(ONE, any -> true, LogSpan.ALL)).isEmpty();
  }

  @Test
  void tellsWhatThereIs_ofTheAccountAndRegionAlone() {
    append(ONE, "b", 100, "x", "ü");
    append(ONE, "a", 50, "y");
    append(ONE, "b", 200, "z");
    append(new LogGroupId(new Scope("222222222222", "us-west-2"), "/aws/lambda/one"), "c", 1, "-");

    assertThat(logs.groups(SCOPE))
        .containsExactly(new LogGroupSummary(ONE, 105, 27 * 4 + 1 + 2 + 1 + 1));
    assertThat(logs.streams(ONE).orElseThrow())
        .containsExactly(
            new LogStreamSummary("a", 55, 50, 50, 55),
            new LogStreamSummary("b", 105, 100, 200, 205));
    assertThat(messages(ONE)).containsExactly("y", "x", "ü", "z");
  }

  @Test
  void eventsOfTheSameTime_areInTheOrderInWhichTheyCame() {
    append(ONE, "a", 7, "1");
    append(ONE, "b", 7, "2");
    append(ONE, "a", 7, "3");

    assertThat(messages(ONE)).containsExactly("1", "2", "3");
  }

  @Test
  void aSpanIsOfTimes_orBetweenTwoEvents() {
    append(ONE, "a", 1, "1", "2", "3", "4");
    LogPosition second = logs.events(ONE, "a", LogSpan.ALL).orElseThrow().get(1).position();

    assertThat(
            logs.events(ONE, "a", LogSpan.ALL.since(LogPosition.at(2)).before(LogPosition.at(4))))
        .hasValueSatisfying(
            events -> assertThat(events).extracting(LogEvent::message).containsExactly("2", "3"));
    assertThat(logs.events(ONE, "a", LogSpan.ALL.since(second.next())))
        .hasValueSatisfying(
            events -> assertThat(events).extracting(LogEvent::message).containsExactly("3", "4"));
    assertThat(LogPosition.parse(second.toString())).contains(second);
    assertThat(second.toString()).hasSize(56);
  }

  @Test
  void aGroupsOldestGoFirst_asTheyCame() {
    for (int i = 0; i < 6; i++) {
      append(ONE, "s" + i, i * 10L, "start " + i, "end " + i);
    }
    append(TWO, "t", 0, "other");

    assertThat(messages(ONE)).hasSize(10).first().isEqualTo("start 1");
    assertThat(logs.streams(ONE).orElseThrow())
        .extracting(LogStreamSummary::name)
        .containsExactly("s1", "s2", "s3", "s4", "s5");
    assertThat(messages(TWO)).containsExactly("other");
  }

  @Test
  void whatIsLeftOfAStream_tellsItsFirstEvent() {
    append(ONE, "a", 10, "1", "2", "3", "4", "5", "6");
    append(ONE, "a", 20, "7", "8", "9", "10", "11");

    assertThat(logs.streams(ONE).orElseThrow())
        .containsExactly(new LogStreamSummary("a", 15, 20, 24, 25));
    assertThat(logs.groups(SCOPE).get(0).storedBytes()).isEqualTo(27 * 5 + 3 + 2 * 2);
  }

  @Test
  void theOldestOfAllGoFirst_andAGroupWithThem() {
    append(ONE, "a", 1, "1", "2");
    for (int i = 0; i < 3; i++) {
      append(new LogGroupId(SCOPE, "/g" + i), "s", 1, "1", "2", "3", "4", "5", "6", "7");
    }

    assertThat(logs.groups(SCOPE))
        .extracting(group -> group.id().name())
        .containsExactly("/g1", "/g2");
  }

  @Test
  void bytesAreBounded_whateverTheirNumber() {
    for (int i = 0; i < 100; i++) {
      append(ONE, "a", i, "x".repeat(3_000));
      append(new LogGroupId(SCOPE, "/g" + i), "a", i, "x".repeat(3_000));
    }

    assertThat(messages(ONE)).hasSize(3);
    assertThat(logs.groups(SCOPE)).hasSize(4);
    assertThat(logs.groups(SCOPE))
        .extracting(LogGroupSummary::storedBytes)
        .allMatch(b -> b < 10_000);
  }

  @Test
  void whatIsTooLargeByItself_staysUntilMoreComes() {
    append(ONE, "a", 1, "x".repeat(50_000));

    assertThat(messages(ONE)).hasSize(1);

    append(ONE, "a", 2, "next");

    assertThat(messages(ONE)).containsExactly("next");
  }

  @Test
  void readsNoPosition_thatItDoesNotWrite() {
    assertThat(LogPosition.parse("")).isEmpty();
    assertThat(LogPosition.parse("1".repeat(56))).isEmpty();
    assertThat(LogPosition.parse("0".repeat(37) + "9".repeat(19))).isEqualTo(Optional.empty());
  }

  @Test
  void severalMayAppendAndReadAtOnce() {
    LogStore large = new LogStore(new LogLimits(1_000, 1_000_000, 1_000, 1_000_000));

    IntStream.range(0, 4_000)
        .parallel()
        .forEach(
            i -> {
              LogEntry entry = new LogEntry(i, "x");
              large.append(i % 2 == 0 ? ONE : TWO, "s" + i % 7, i, List.of(entry, entry));
              large.events(ONE, any -> true, LogSpan.ALL);
              large.streams(TWO);
            });

    List<LogEvent> left =
        Stream.of(ONE, TWO)
            .flatMap(group -> large.events(group, any -> true, LogSpan.ALL).stream())
            .flatMap(List::stream)
            .toList();
    assertThat(left).hasSize(1_000);
    assertThat(left).extracting(LogEvent::position).doesNotHaveDuplicates();
    assertThat(left)
        .extracting(event -> event.position().sequence())
        .allMatch(sequence -> sequence >= 7_000 && sequence < 8_000);
    assertThat(large.groups(SCOPE).stream().mapToLong(LogGroupSummary::storedBytes).sum())
        .isEqualTo(28 * 1_000);
  }

  @Test
  void forgetsEverything() {
    append(ONE, "a", 1, "x");
    logs.clear();

    assertThat(logs.groups(SCOPE)).isEmpty();

    append(ONE, "a", 2, "y");

    assertThat(messages(ONE)).containsExactly("y");
  }
}
