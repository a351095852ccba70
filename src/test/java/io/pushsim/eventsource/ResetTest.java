package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.DeliveryQuery;
import io.pushsim.journal.EventQuery;
import io.pushsim.journal.History;
import io.pushsim.journal.State;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What was on its way when everything went is on its way to nobody. */
class ResetTest {
  private static final ObjectEvent EVENT =
      ((BucketNotification.AwsEvent)
              new NotificationReader()
                  .read(new TestResource("minio-events/01-put.json").text())
                  .get(0))
          .event();

  private final Simulation simulation = new Simulation(Duration.ofSeconds(2), Map.of("one", "1"));
  private final SimpleWorld world = new SimpleWorld(simulation);
  private final History history = simulation.journal().history();

  @Test
  void forgetsAnEventThatIsNotPushedYet_evenWhereItsBucketIsBack() {
    world.build();
    simulation.time().advance(Duration.ofSeconds(3));
    simulation.router().accept(EVENT);

    simulation.reset();
    world.build();
    simulation.time().advance(Duration.ofMinutes(1));

    assertThat(history.count(EventQuery.ALL)).isZero();
    assertThat(history.count(DeliveryQuery.ALL)).isZero();
  }

  @Test
  void forgetsAPushThatWaitsForItsFunction_evenWhereThatIsBack() {
    world.build();
    simulation.router().accept(EVENT);
    simulation.time().runDue();
    assertThat(history.count(DeliveryQuery.running())).isEqualTo(1);

    simulation.reset();
    world.build();
    simulation.router().accept(EVENT);
    simulation.time().advance(Duration.ofMinutes(1));

    History.Page<DeliveryAccount> page =
        history.deliveries(DeliveryQuery.ALL, OptionalLong.empty(), 10);
    assertThat(page.items())
        .extracting(DeliveryAccount::outcome)
        .containsExactly(DeliveryAccount.Outcome.SUCCEEDED);
  }

  @Test
  void foldsToTheSame_whenTheJournalIsReadAgain() {
    world.build();
    simulation.reset();
    simulation.call("CreateBucket", TestResource.json("{\"Bucket\": \"pears-of-a-new-world\"}"));

    State state = State.of(simulation.journal());

    assertThat(state.functions().list(Simulation.CALLER)).isEmpty();
    assertThat(state.buckets().ownedBy(Simulation.CALLER.account()))
        .extracting(bucket -> bucket.name())
        .containsExactly("pears-of-a-new-world");
    assertThat(simulation.state().functions().list(Simulation.CALLER)).isEmpty();
  }
}
