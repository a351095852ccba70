package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Handlers that get what their server wrote, while all decisions are made on what AWS would. */
class NativeEventsTest {
  private static final String PUT = new TestResource("minio-events/01-put.json").text();
  private static final NotificationReader AWS = new NotificationReader();
  private static final NotificationReader NATIVE = AWS.keepingOriginals(true);

  @TestFactory
  Stream<DynamicTest> everyCapturedRecordReachesTheHandlerAsItWasWritten() {
    return CapturedNotificationsTest.bodies().stream()
        .map(body -> DynamicTest.dynamicTest(body, () -> check(body)));
  }

  private static void check(String body) {
    SimpleWorld plain = world();
    SimpleWorld native_ = world();

    Receipt ofPlain = plain.hear(AWS.readEach(body));
    Receipt ofNative = native_.hear(NATIVE.readEach(body));

    assertThat(ofNative).isEqualTo(ofPlain);
    assertThat(native_.pushed()).isEqualTo(plain.pushed()).hasSize(ofPlain.accepted());
    assertThat(native_.events())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "deliveryIds")
        .isEqualTo(plain.events());
    for (DeliveryAccount delivery : native_.deliveries()) {
      String record = body.substring(body.indexOf("\"Records\":[") + 11, body.lastIndexOf("]"));
      assertThat(delivery.delivery().payload()).isEqualTo("{\"Records\":[" + record + "]}");
      assertThat(delivery.event().orElseThrow().original()).contains(record);
    }
  }

  /** All buckets of captured notifications, which tell one function of every event. */
  private static SimpleWorld world() {
    Simulation simulation = new Simulation(Duration.ZERO, Map.of("one", "1"));
    SimpleWorld world = new SimpleWorld(simulation);
    world.build();
    for (String bucket : List.of("versioned", "photos")) {
      simulation.call("CreateBucket", TestResource.json("{\"Bucket\": \"" + bucket + "\"}"));
    }
    for (String bucket : List.of("examplebucket", "versioned", "photos")) {
      simulation.call(
          "PutBucketNotificationConfiguration",
          TestResource.json(
              """
              {"Bucket": "%s",
               "NotificationConfiguration": {"LambdaFunctionConfigurations": [
                 {"LambdaFunctionArn": "arn:aws:lambda:us-west-2:111111111111:function:fn",
                  "Events": ["s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:ObjectTagging:*",
                    "s3:LifecycleExpiration:*"]}]}}"""
                  .formatted(bucket)));
    }
    return world;
  }

  /** Every character counts: escapes, spaces, the order of members, digits of numbers. */
  @Test
  void keepsEachRecordCharacterByCharacter_whenAMessageHasSeveral() {
    String first =
        PUT.substring(PUT.indexOf('[') + 1, PUT.lastIndexOf(']'))
            .replace(
                "\"size\":1024", "\"size\" : 1024, \"more\":\"\\u0026 ]}\\\"\", \"n\":1.50E+3");
    String second = first.replace("HappyFace.jpg", "SadFace.jpg");
    String message =
        "{\"Records\":[7],\"other\":{\"Records\":[1]},\n\"Records\": [ %s ,\n%s\n] }"
            .formatted(first, second);

    List<BucketNotification> read = NATIVE.readEach(message);

    assertThat(read)
        .extracting(notification -> ((AwsEvent) notification).original().orElseThrow())
        .containsExactly(first, second);
  }

  @Test
  void isTheInnerRecord_whenAServiceOfAwsHasWrappedIt() {
    for (Enveloped envelope : Enveloped.values()) {
      for (BucketNotification read : NATIVE.readEach(envelope.around(PUT))) {
        assertThat(((AwsEvent) read).original())
            .as(envelope.name())
            .contains(PUT.substring(PUT.indexOf('[') + 1, PUT.lastIndexOf(']')));
      }
    }
  }

  /** What an EventBridge event tells is no record that any server wrote. */
  @Test
  void isTheAwsRecord_whenNoServerWroteOne() {
    assertThat(NATIVE.readEach(EventBridgeEventsTest.PUT))
        .singleElement()
        .satisfies(read -> assertThat(((AwsEvent) read).original()).isEmpty());
    SimpleWorld world = world();
    world
        .simulation()
        .router()
        .accept(((AwsEvent) AWS.read(PUT).get(0)).event())
        .toCompletableFuture()
        .join();
    world.simulation().time().runDue();

    String payload = world.deliveries().get(0).delivery().payload();
    assertThat(TestResource.json(payload).at("/Records/0/eventSource").textValue())
        .isEqualTo("aws:s3");
  }

  @Test
  void isRejected_whenTheRecordCanNeverBeDelivered() {
    String tooLong =
        PUT.replace("\"key\":\"HappyFace.jpg\"", "\"key\":\"" + "k".repeat(1025) + "\"");

    assertThat(world().hear(NATIVE.readEach(tooLong))).isEqualTo(new Receipt(0, 0, 0, 1));
  }

  @Test
  void isKnownAsADuplicate_whateverElseItsServerWroteTheSecondTime() {
    SimpleWorld world = new SimpleWorld(DuplicateWindow.usual());

    world.hear(NATIVE.readEach(PUT));

    assertThat(world.hear(NATIVE.readEach(PUT.replace("image/jpeg", "image/png"))))
        .isEqualTo(new Receipt(0, 0, 1, 0));
  }

  /** A record as its server wrote it is pushed again as it was. */
  @Test
  void isTheSame_whenItIsPushedOnceMore() {
    SimpleWorld world = world();
    world.hear(NATIVE.readEach(PUT));
    DeliveryAccount first = world.deliveries().get(0);

    world.simulation().router().redeliver(first.delivery().id());
    world.simulation().time().runDue();

    assertThat(world.deliveries())
        .hasSize(2)
        .allSatisfy(
            account ->
                assertThat(account.delivery().payload()).isEqualTo(first.delivery().payload()));
  }

  @Test
  void costsNothing_whenItIsNotAskedFor() {
    assertThat(((AwsEvent) AWS.read(PUT).get(0)).original()).isEqualTo(Optional.empty());
  }
}
