package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.DeliveryAccount.Outcome;
import io.pushsim.journal.DeliveryQuery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.testing.TestResource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wherever pushsim ended: at the next start, what is owed is done, and nothing else. */
class ResumeTest {
  private static final String PUT = new TestResource("minio-events/01-put.json").text();

  private final SimpleWorld world = new SimpleWorld(DuplicateWindow.usual());
  private final List<Entry> told = new ArrayList<>();

  /** An event, its delivery, and its redelivery: all that is told of them. */
  @BeforeEach
  void tell() {
    world.hear(PUT);
    CompletionStage<String> onItsWay =
        world.simulation().router().redeliver(world.deliveries().get(0).delivery().id());
    world.simulation().time().runDue();
    assertThat(onItsWay).isCompleted();
    world
        .simulation()
        .journal()
        .read(
            entry -> {
              if (!(entry instanceof Entry.OfState)) {
                told.add(entry);
              }
            });
    assertThat(told)
        .extracting(Entry::getClass)
        .extracting(Class::getSimpleName)
        .containsExactly(
            "EventAccepted",
            "EventRouted",
            "DeliveryBegun",
            "DeliveryEnded",
            "RedeliveryAsked",
            "DeliveryBegun",
            "DeliveryEnded");
  }

  /** A journal that ends after so many entries. */
  private Journal after(int entries) {
    Journal journal = new MemoryJournal();
    told.subList(0, entries).forEach(journal::append);
    return journal;
  }

  private EventRouter resumed(Journal journal) {
    EventRouter router = world.simulation().router(journal, DuplicateWindow.usual());
    router.resume();
    world.simulation().time().runDue();
    return router;
  }

  private static List<DeliveryAccount> deliveries(Journal journal) {
    return journal.history().deliveries(DeliveryQuery.ALL, OptionalLong.empty(), 10).items();
  }

  @Test
  void eachDeliveryEndsOnce_whereverItWasCutOff() {
    for (int entries = 1; entries <= told.size(); entries++) {
      Journal journal = after(entries);
      List<String> before = deliveries(journal).stream().map(some -> some.delivery().id()).toList();

      resumed(journal);

      assertThat(journal.history().owed()).as("after %d entries", entries).isEmpty();
      assertThat(deliveries(journal))
          .as("after %d entries", entries)
          .hasSize(entries < 5 ? 1 : 2)
          .extracting(DeliveryAccount::outcome)
          .containsOnly(Outcome.SUCCEEDED);
      assertThat(deliveries(journal)).extracting(some -> some.delivery().id()).containsAll(before);
    }
  }

  @Test
  void aRedeliveryHasTheIdThatItWasPromised() {
    Journal journal = after(5);

    resumed(journal);

    assertThat(deliveries(journal).get(0).delivery().id())
        .isEqualTo(((Entry.RedeliveryAsked) told.get(4)).deliveryId());
    assertThat(deliveries(journal).get(0).redeliveryOf()).isPresent();
  }

  @Test
  void aDeliveryIsNotDecidedAnew() {
    world
        .simulation()
        .call(
            "RemovePermission",
            TestResource.json("{\"FunctionName\": \"fn\", \"StatementId\": \"s3\"}"));
    Journal journal = after(3);

    resumed(journal);

    assertThat(deliveries(journal)).hasSize(1);
    assertThat(deliveries(journal).get(0).outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(journal.history().owed()).isEmpty();
  }

  @Test
  void aDeliveryGoesOn_whenItsBucketIsGone() {
    world.simulation().call("DeleteBucket", TestResource.json("{\"Bucket\": \"examplebucket\"}"));
    Journal journal = after(3);

    resumed(journal);

    assertThat(deliveries(journal).get(0).outcome()).isEqualTo(Outcome.SUCCEEDED);
  }

  @Test
  void anEventComesToNothing_whenItsBucketIsGone() {
    world.simulation().call("DeleteBucket", TestResource.json("{\"Bucket\": \"examplebucket\"}"));
    for (int entries = 1; entries <= 2; entries++) {
      Journal journal = after(entries);

      resumed(journal);

      assertThat(deliveries(journal)).isEmpty();
      assertThat(journal.history().owed()).isEmpty();
    }
  }

  @Test
  void anEventOfLateIsKnown_whenItIsToldAgain() {
    EventRouter router = resumed(after(4));

    assertThat(router.accept(new NotificationReader().readEach(PUT)).toCompletableFuture().join())
        .isEqualTo(new Receipt(0, 0, 1, 0));
  }
}
