package io.pushsim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  @Test
  void looksAsAccepted_whenReplayHasEverything() throws IOException {
    new GoldenFile("report/report.json").assertHolds(JsonReport.of(SampleReports.rich()));
  }

  @Test
  void beginsWithSchemaVersionAndVerdict_whenRead() throws IOException {
    JsonNode report = read(SampleReports.rich());

    assertThat(names(report)).containsExactly("schemaVersion", "passed", "stories");
    assertThat(report.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(report.path("passed").asBoolean(true)).isFalse();
  }

  @Test
  void fieldsAreTheComponents_whenRead() throws IOException {
    JsonNode step = read(SampleReports.rich()).at("/stories/1/steps/1");

    assertThat(names(step)).isSubsetOf(components(StepReport.class));
    assertThat(names(step.at("/pushes/0/deliveries/0/invocation")))
        .isEqualTo(
            components(InvocationView.class).stream()
                .filter(name -> !name.equals("error"))
                .toList());
    assertThat(names(step.path("repeated"))).isEqualTo(components(RepeatReport.class));
  }

  @Test
  void keepsNullResult_whenHandlerReturnedNull() throws IOException {
    JsonNode run =
        read(SampleReports.rich()).at("/stories/1/steps/1/pushes/0/deliveries/0/invocation");

    assertThat(run.has("result")).isTrue();
    assertThat(run.path("result").isNull()).isTrue();
    assertThat(run.has("error")).isFalse();
  }

  @Test
  void readsBackTheSameKey_whenKeyIsHostile() throws IOException {
    ReplayReport replay = SampleReports.rich();
    String key = replay.stories().get(2).steps().get(0).pushes().get(0).key().orElseThrow();

    assertThat(read(replay).at("/stories/2/steps/0/pushes/0/key").asText()).isEqualTo(key);
  }

  @Test
  void hasNothingThatATerminalObeys_whenKeyIsHostile() {
    assertThat(JsonReport.of(SampleReports.rich()).codePoints().filter(point -> point != '\n'))
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> point == 0x202E);
  }

  private static JsonNode read(ReplayReport replay) throws IOException {
    return new ObjectMapper().readTree(JsonReport.of(replay));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
