package io.pushsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.scenario.report.ErrorReport;
import io.pushsim.scenario.report.FailureReport;
import io.pushsim.scenario.report.RepeatReport;
import io.pushsim.scenario.report.ReplayAudience;
import io.pushsim.scenario.report.StepReport;
import io.pushsim.scenario.report.StoryReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayerTest {
  private static final String HELLO = "5d41402abc4b2a76b9719d911017c592";
  private static final String EMPTY = "d41d8cd98f00b204e9800998ecf8427e";

  private final List<FakeWorld> worlds = new ArrayList<>();
  @TempDir Path folder;

  private StoryReport replay(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("story.yaml"), text);
    Story story = new ScenarioReader(TestVocabulary.vocabulary()).read("story.yaml", file);
    return new Replayer(this::world).replay(story, ReplayAudience.NONE);
  }

  private World world(World.Setting setting) {
    worlds.add(new FakeWorld(setting));
    return world();
  }

  private FakeWorld world() {
    return worlds.get(worlds.size() - 1);
  }

  private List<String> steps(String steps) throws IOException {
    replay("buckets: { b: {} }\nsteps:\n" + steps);
    return world().happened.subList(1, world().happened.size());
  }

  private StepReport lastStep(String steps) throws IOException {
    List<StepReport> reports = replay("buckets: { b: {} }\nsteps:\n" + steps).steps();
    return reports.get(reports.size() - 1);
  }

  @Test
  void setsTheWorld_whenTopOfFileSaysHow() throws IOException {
    StoryReport report =
        replay(
            """
            name: A story
            account: "222222222222"
            region: eu-west-1
            seed: 7
            settle: PT2S
            concurrency: 500
            buckets:
              mine: {}
              theirs: { owner: "333333333333", region: us-east-1 }
            steps:
              - PublishVersion: { FunctionName: f }
            """);

    assertThat(world().setting)
        .isEqualTo(
            new World.Setting(
                "222222222222",
                "eu-west-1",
                7,
                Duration.ofSeconds(2),
                500,
                folder,
                world().setting.objects()));
    assertThat(world().happened)
        .containsExactly(
            "00:00 CreateBucket by 222222222222 {\"Bucket\":\"mine\",\"CreateBucketConfiguration\""
                + ":{\"LocationConstraint\":\"eu-west-1\"}}",
            "00:00 CreateBucket by 333333333333 {\"Bucket\":\"theirs\"}",
            "00:00 PublishVersion by 222222222222 {\"FunctionName\":\"f\"}");
    assertThat(world().closed).isTrue();
    assertThat(report.name()).isEqualTo("A story");
    assertThat(report.start()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(report.passed()).isTrue();
  }

  @Test
  void takesDefaults_whenTopOfFileSaysNothing() throws IOException {
    StoryReport report = replay("steps: [ PublishVersion: {} ]\n");

    assertThat(world().setting)
        .isEqualTo(
            new World.Setting(
                "111111111111",
                "us-east-1",
                1,
                Duration.ZERO,
                1000,
                folder,
                world().setting.objects()));
    assertThat(report.name()).isEqualTo("story.yaml");
  }

  @Test
  void callsAsAnotherAccount_whenStepNamesOne() throws IOException {
    assertThat(steps("  - PublishVersion: {}\n    account: \"222222222222\"\n"))
        .containsExactly("00:00 PublishVersion by 222222222222 {}");
  }

  @Test
  void drawsOtherwise_whenSeedIsGiven() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "steps: [ PublishVersion: {} ]\n");
    Story story = new ScenarioReader(TestVocabulary.vocabulary()).read(file).withSeed(99);

    StoryReport report = new Replayer(this::world).replay(story, ReplayAudience.NONE);

    assertThat(world().setting.seed()).isEqualTo(99);
    assertThat(report.seed()).isEqualTo(99);
  }

  @Test
  void changesObjectsAsS3Does_whenEventStepsAreDone() throws IOException {
    Files.writeString(folder.resolve("body.txt"), "hello");

    assertThat(
            steps(
                """
                  - PutObject: { Bucket: b, Key: a b.txt, Body: hello }
                  - PutObject: { Bucket: b, Key: empty }
                  - PutObject: { Bucket: b, Key: file, BodyFile: body.txt }
                  - CopyObject: { Bucket: b, Key: copy, CopySource: /b/a b.txt }
                  - CompleteMultipartUpload: { Bucket: b, Key: big, Size: 20000000 }
                  - CopyObject: { Bucket: b, Key: copy, CopySource: b/big }
                  - DeleteObject: { Bucket: b, Key: copy }
                  - DeleteObject: { Bucket: b, Key: copy }
                """))
        .containsExactly(
            "00:00 ObjectCreated:Put b/a b.txt 5 " + HELLO,
            "00:02 ObjectCreated:Put b/empty 0 " + EMPTY,
            "00:04 ObjectCreated:Put b/file 5 " + HELLO,
            "00:06 ObjectCreated:Copy b/copy 5 " + HELLO,
            "00:08 ObjectCreated:CompleteMultipartUpload b/big 20000000"
                + " 5b1a4fbe67a6eae29578b37412c2e09d-3",
            "00:10 ObjectCreated:Copy b/copy 20000000 19d21e97150a77c8af06fe1f2f5bd2cf",
            "00:12 ObjectRemoved:Delete b/copy");
  }

  @Test
  void answersAsS3Does_whenCopySourceIsMissing() throws IOException {
    StepReport step =
        lastStep(
            """
              - CopyObject: { Bucket: b, Key: copy, CopySource: b/none }
                expectError: { Code: NoSuchKey, Message: The specified key does not exist., Key: none }
            """);

    assertThat(step.failures()).isEmpty();
    assertThat(step.error()).map(ErrorReport::httpStatus).contains(404);
  }

  @Test
  void answersAsS3Does_whenObjectIsCopiedToItself() throws IOException {
    assertThat(
            lastStep(
                    """
                      - PutObject: { Bucket: b, Key: k }
                      - CopyObject: { Bucket: b, Key: k, CopySource: b/k }
                        expectError: { Code: InvalidRequest, Message: "This copy request is illegal …" }
                    """)
                .failures())
        .isEmpty();
  }

  @Test
  void answersAsS3Does_whenBucketIsMissing() throws IOException {
    assertThat(
            lastStep(
                    """
                      - PutObject: { Bucket: none, Key: k }
                        expectError: { Code: NoSuchBucket, Message: The specified bucket does not exist, BucketName: none }
                    """)
                .failures())
        .isEmpty();
  }

  @Test
  void answersAsS3Does_whenKeyIsTooLong() throws IOException {
    String key = "ä".repeat(513);

    assertThat(
            lastStep(
                    "  - PutObject: { Bucket: b, Key: %s }\n    expectError: { Code: KeyTooLongError }\n"
                        .formatted(key))
                .failures())
        .isEmpty();
  }

  @Test
  void refusesToDeleteBucket_whenItHoldsObjects() throws IOException {
    assertThat(
            steps(
                """
                  - PutObject: { Bucket: b, Key: k }
                  - DeleteBucket: { Bucket: b }
                    expectError: { Code: BucketNotEmpty }
                  - DeleteBucket: { Bucket: b }
                    account: "222222222222"
                  - DeleteObject: { Bucket: b, Key: k }
                """))
        .as("another account's call is the simulator's to refuse")
        .contains("00:02 DeleteBucket by 222222222222 {\"Bucket\":\"b\"}")
        .doesNotContain("00:02 DeleteBucket by 111111111111 {\"Bucket\":\"b\"}");
  }

  @Test
  void deletesBucket_whenItsObjectsAreGone() throws IOException {
    assertThat(
            steps(
                """
                  - PutObject: { Bucket: b, Key: k }
                  - DeleteObject: { Bucket: b, Key: k }
                  - DeleteBucket: { Bucket: b }
                """))
        .contains("00:04 DeleteBucket by 111111111111 {\"Bucket\":\"b\"}");
  }

  @Test
  void passesNotificationOn_whenItIsInlineOrInFile() throws IOException {
    Files.writeString(folder.resolve("event.json"), "{ \"Records\": [ ] }\n");

    assertThat(
            steps(
                """
                  - Notify: { Notification: { Records: [ { eventName: x } ] } }
                  - Notify: { File: event.json }
                """))
        .containsExactly(
            "00:00 Notify {\"Records\":[{\"eventName\":\"x\"}]}",
            "00:00 Notify { \"Records\": [ ] }\n");
  }

  @Test
  void letsTimePass_whenStepAdvances() throws IOException {
    assertThat(steps("  - Advance: PT3M\n  - PublishVersion: {}\n"))
        .containsExactly("03:00 PublishVersion by 111111111111 {}");
  }

  @Test
  void settlesBetween_whenStepIsRepeated() throws IOException {
    StepReport step = lastStep("  - PutObject: { Bucket: b, Key: k }\n    repeat: 20\n");

    assertThat(world().happened).hasSize(21).last().asString().startsWith("00:38 ");
    assertThat(step.pushes()).hasSize(1);
    assertThat(step.repeated().orElseThrow())
        .isEqualTo(
            new RepeatReport(
                20,
                20,
                20,
                0,
                0,
                1,
                java.util.Map.of("succeeded", 20),
                java.util.Map.of(),
                java.util.Map.of("1", 18, "2", 2)));
  }

  @Test
  void keepsTheRate_whenStepIsRepeatedEverySecond() throws IOException {
    StepReport step =
        lastStep("  - PutObject: { Bucket: b, Key: k }\n    repeat: 5\n    every: PT1S\n");

    assertThat(world().happened.subList(1, 6))
        .extracting(line -> line.substring(0, 5))
        .containsExactly("00:00", "00:01", "00:02", "00:03", "00:04");
    assertThat(step.pushes()).hasSize(1);
    assertThat(step.repeated().orElseThrow().deliveries()).isEqualTo(5);
  }

  @Test
  void pushesAllAtOnce_whenStepIsRepeatedEveryNoTime() throws IOException {
    steps("  - PutObject: { Bucket: b, Key: k }\n    repeat: 5\n    every: PT0S\n");

    assertThat(world().happened.subList(1, 6))
        .allSatisfy(line -> assertThat(line).startsWith("00:00 "));
  }

  @Test
  void goesOn_whenStepFails() throws IOException {
    StoryReport report =
        replay("steps:\n  - AddPermission: { FunctionName: f }\n  - PublishVersion: {}\n");

    assertThat(report.passed()).isFalse();
    assertThat(report.steps()).extracting(StepReport::passed).containsExactly(false, true);
    assertThat(report.steps().get(0).failures())
        .containsExactly(
            new FailureReport(
                "AddPermission",
                2,
                5,
                "no error",
                "ResourceNotFoundException: Function not found: helloworld"));
    assertThat(report.steps().get(0).error()).map(ErrorReport::expected).contains(false);
  }

  @Test
  void numbersAndPlacesSteps_whenTheyAreReported() throws IOException {
    StoryReport report = replay("steps:\n  # first\n  - PublishVersion: {}\n\n  - Advance: PT1S\n");

    assertThat(report.steps()).extracting(StepReport::number).containsExactly(1, 2);
    assertThat(report.steps()).extracting(StepReport::line).containsExactly(3, 5);
    assertThat(report.steps())
        .extracting(StepReport::operation)
        .containsExactly("PublishVersion", "Advance");
  }

  @Test
  void refusesStory_whenBucketCannotBe() {
    assertThatThrownBy(() -> replay("buckets:\n  Bad: {}\nsteps: [ PublishVersion: {} ]\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "story.yaml:2:3: bucket \"Bad\" cannot be: InvalidBucketName: The specified bucket is"
                + " not valid.");
    assertThat(world().closed).isTrue();
  }

  @Test
  void givesTheSameReport_whenReplayedTwice() throws IOException {
    String story =
        """
        buckets: { b: {} }
        steps:
          - PutObject: { Bucket: b, Key: k }
          - PutObject: { Bucket: b, Key: k }
            repeat: 30
            every: PT0.5S
        """;

    assertThat(replay(story)).isEqualTo(replay(story));
  }
}
