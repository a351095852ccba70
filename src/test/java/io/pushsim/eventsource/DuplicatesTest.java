package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.EventAccount;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server says twice. */
class DuplicatesTest {
  private static final String PUT = new TestResource("minio-events/01-put.json").text();
  private static final String TAGGING = new TestResource("minio-events/15-put-tagging.json").text();
  private static final String REQUEST_ID = "\"x-amz-request-id\":\"18EA89DBFA75C975\",";
  private static final String ANONYMOUS_PUT = PUT.replace(REQUEST_ID, "");

  private final SimpleWorld world = new SimpleWorld(DuplicateWindow.usual());

  @Test
  void isPushedOnce_andTheSecondNamesTheFirst() {
    Receipt first = world.hear(PUT);
    Receipt second = world.hear(PUT);

    assertThat(first).isEqualTo(new Receipt(1, 0, 0, 0));
    assertThat(second).isEqualTo(new Receipt(0, 0, 1, 0));
    assertThat(world.deliveries()).hasSize(1);
    EventAccount accepted = world.events().get(1);
    EventAccount duplicate = world.events().get(0);
    assertThat(accepted.duplicateOf()).isEmpty();
    assertThat(duplicate.outcome()).isEqualTo(EventAccount.Outcome.DUPLICATE);
    assertThat(duplicate.duplicateOf()).isPresent().isEqualTo(accepted.id());
    assertThat(duplicate.id()).isEmpty();
    assertThat(duplicate.key()).isEqualTo("HappyFace.jpg");
    assertThat(duplicate.eventName()).isEqualTo("ObjectCreated:Put");
    assertThat(duplicate.deliveryIds()).isEmpty();
  }

  @Test
  void isPushedOnce_whenOneMessageSaysItTwice() {
    List<BucketNotification> once = new NotificationReader().readEach(PUT);

    Receipt receipt = world.hear(List.of(once.get(0), once.get(0)));

    assertThat(receipt).isEqualTo(new Receipt(1, 0, 1, 0));
    assertThat(world.deliveries()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "minio-events/01-put.json, 18EA89DBFA75C975, 18EA89DBFA75C976",
    "minio-events/01-put.json, 18EA89DBFA80568F, 18EA89DBFA805690",
    "minio-events/01-put.json, HappyFace.jpg, SadFace.jpg",
    "minio-events/01-put.json, examplebucket, otherbucket",
    "minio-events/01-put.json, ObjectCreated:Put, ObjectCreated:Post",
    "minio-events/05-put-versioned.json, '\"versionId\":\"', '\"versionId\":\"0'"
  })
  void isNone_whenItDiffersInOneMember(String file, String right, String other) {
    String message = new TestResource(file).text();
    assertThat(message).contains(right);

    world.hear(message);

    assertThat(world.hear(message.replace(right, other))).isEqualTo(new Receipt(1, 0, 0, 0));
  }

  /** MinIO's tagging events repeat the sequencer of their object. */
  @Test
  void isNone_whenAnObjectIsTaggedAgain() {
    world.hear(PUT);
    world.hear(TAGGING);
    world.hear(TAGGING.replace("18EA89DDA0F2D86F", "18EA89DDA0F2D870"));

    assertThat(world.deliveries()).hasSize(3);
  }

  @Test
  void isNone_whenTheWindowIsOver() {
    world.hear(PUT);
    world.simulation().time().advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(world.hear(PUT).duplicates()).isEqualTo(1);

    world.simulation().time().advance(Duration.ofMillis(1));

    assertThat(world.hear(PUT).accepted()).isEqualTo(1);
    assertThat(world.hear(PUT).duplicates()).isEqualTo(1);
    assertThat(world.deliveries()).hasSize(2);
    assertThat(world.events().get(0).duplicateOf()).isEqualTo(world.events().get(1).id());
  }

  @Test
  void isNone_whenTheFirstIsTheOldestOfTooMany() {
    SimpleWorld small = new SimpleWorld(new DuplicateWindow(Duration.ofMinutes(10), 2));
    String second = PUT.replace("HappyFace", "a");
    String third = PUT.replace("HappyFace", "b");

    small.hear(PUT);
    small.hear(second);
    small.hear(third);

    assertThat(small.hear(third).duplicates()).isEqualTo(1);
    assertThat(small.hear(second).duplicates()).isEqualTo(1);
    assertThat(small.hear(PUT).accepted()).isEqualTo(1);
  }

  @Test
  void isOnlyMarked_whenNobodyKnowsOfWhichRequestItIs() {
    for (int i = 0; i < 3; i++) {
      assertThat(world.hear(ANONYMOUS_PUT)).isEqualTo(new Receipt(1, 0, 0, 0));
      world.simulation().time().advance(Duration.ofMinutes(9));
    }

    assertThat(world.deliveries()).hasSize(3);
    List<EventAccount> events = world.events();
    assertThat(events).extracting(EventAccount::outcome).containsOnly(EventAccount.Outcome.MATCHED);
    assertThat(events.get(2).duplicateOf()).isEmpty();
    assertThat(events.get(1).duplicateOf()).isPresent().isEqualTo(events.get(2).id());
    assertThat(events.get(0).duplicateOf()).isPresent().isEqualTo(events.get(2).id());
  }

  @Test
  void isNone_whenEverythingIsGone() {
    world.hear(PUT);
    world.simulation().reset();
    world.build();

    assertThat(world.hear(PUT).accepted()).isEqualTo(1);
    assertThat(world.hear(PUT).duplicates()).isEqualTo(1);
    assertThat(world.deliveries()).hasSize(1);
  }

  @Test
  void isNone_whenSomebodyAsksForARedelivery() {
    world.hear(PUT);
    String delivery = world.deliveries().get(0).delivery().id();

    for (int i = 0; i < 2; i++) {
      world.simulation().router().redeliver(delivery);
      world.simulation().time().runDue();
    }

    assertThat(world.deliveries())
        .extracting(DeliveryAccount::outcome)
        .containsExactly(
            DeliveryAccount.Outcome.SUCCEEDED,
            DeliveryAccount.Outcome.SUCCEEDED,
            DeliveryAccount.Outcome.SUCCEEDED);
  }

  /** As replays do. */
  @Test
  void isPushedTwice_whereNothingIsRemembered() {
    SimpleWorld forgetful = new SimpleWorld(DuplicateWindow.none());

    forgetful.hear(PUT);
    Receipt second = forgetful.hear(PUT);

    assertThat(second).isEqualTo(new Receipt(1, 0, 0, 0));
    assertThat(forgetful.deliveries()).hasSize(2);
    assertThat(forgetful.events()).allMatch(event -> event.duplicateOf().isEmpty());
  }

  @Property(tries = 200)
  void everyDistinctEventIsPushedOnce_howeverOftenAndInWhateverOrderItComes(
      @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 31) Integer> events,
      @ForAll @IntRange(min = 1, max = 4) int copies,
      @ForAll @IntRange(min = 1, max = 5) int perMessage,
      @ForAll long seed) {
    SimpleWorld fresh = new SimpleWorld(DuplicateWindow.usual());
    List<Integer> said = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      said.addAll(events);
    }
    Collections.shuffle(said, new Random(seed));

    Receipt sum = Receipt.OF_NOTHING;
    for (int from = 0; from < said.size(); from += perMessage) {
      List<Integer> some = said.subList(from, Math.min(said.size(), from + perMessage));
      sum = sum.plus(fresh.hear(some.stream().map(DuplicatesTest::event).toList()));
      fresh.simulation().time().advance(Duration.ofSeconds(5));
    }

    int distinct = new HashSet<>(events).size();
    assertThat(sum).isEqualTo(new Receipt(distinct, 0, said.size() - distinct, 0));
    assertThat(fresh.pushed())
        .containsExactlyInAnyOrderElementsOf(
            new HashSet<>(events)
                .stream().map(number -> ((AwsEvent) event(number)).event()).toList());
  }

  /** One of 32 that differ from each other in one to five members. */
  private static BucketNotification event(int number) {
    String[][] members = {
      {"18EA89DBFA75C975", "18EA89DBFA75C976"},
      {"18EA89DBFA80568F", "18EA89DBFA805690"},
      {"HappyFace.jpg", "SadFace.jpg"},
      {"s3:ObjectCreated:Put", "s3:ObjectCreated:Post"},
      {"\"sequencer\"", "\"versionId\":\"v\",\"sequencer\""}
    };
    String message = PUT;
    for (int bit = 0; bit < members.length; bit++) {
      if ((number >> bit & 1) == 1) {
        message = message.replace(members[bit][0], members[bit][1]);
      }
    }
    return new NotificationReader().readEach(message).get(0);
  }
}
