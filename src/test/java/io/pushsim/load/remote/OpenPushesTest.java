package io.pushsim.load.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.Shot;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose a delivery is: by the request that it names, or by its object. Times are seconds. */
class OpenPushesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TargetClock CLOCK = new TargetClock(0, START, Duration.ofMillis(1));

  private final OpenPushes open = new OpenPushes(2);

  private static FollowedPush push(long number, int sent) {
    ObjectEvent template =
        new ObjectEvent(
            EventType.OBJECT_CREATED_PUT,
            Instant.EPOCH,
            "bucket",
            new S3Object(
                "key", Optional.of(1L), Optional.of("e"), Optional.empty(), Optional.empty()),
            new ObjectEvent.Request("me", "127.0.0.1", Optional.empty(), Optional.empty()),
            Optional.empty());
    long nanos = Duration.ofSeconds(sent).toNanos();
    Shot shot = new Shot(number, nanos, true, new LoadEvent(template, 1), "key");
    return new FollowedPush(shot, nanos, Optional.of(CLOCK));
  }

  private FollowedPush sent(long number, int second) {
    FollowedPush push = push(number, second);
    open.add(push);
    return push;
  }

  /** Of a server that names a request, or none. */
  private static JsonNode delivery(String id, int received, String request) {
    return TestResource.json(
        """
        {"id": "%s", "receivedAt": "%s", "eventName": "ObjectCreated:Put", "bucket": "bucket",
         "key": "key", "s3RequestId": "%s"}"""
            .formatted(id, START.plusSeconds(received), request));
  }

  @Test
  void isOfTheRequestThatItNames_onceTheAnswerHasToldThat() {
    FollowedPush first = sent(1, 1);
    FollowedPush second = sent(2, 2);
    assertThat(open.of(delivery("d", 3, "B"))).isEmpty();

    open.answered(second, Optional.of("B"));

    assertThat(open.of(delivery("d", 3, "B"))).contains(second);
    assertThat(open.of(delivery("e", 3, "OTHER"))).isEmpty();
    assertThat(open.of(delivery("f", 3, ""))).contains(first);
  }

  @Test
  void isOfTheOldestPushOfItsObject_whereItNamesNoRequest() {
    FollowedPush first = sent(1, 1);
    FollowedPush second = sent(2, 2);

    assertThat(open.of(delivery("a", 3, ""))).contains(first);
    assertThat(open.of(delivery("b", 3, ""))).contains(second);
    assertThat(open.of(delivery("a", 3, ""))).contains(first);
    assertThat(open.of(delivery("c", 3, ""))).isEmpty();
  }

  @Test
  void isOfNoPushThatWasSentAfterItCame() {
    sent(1, 5);

    assertThat(open.of(delivery("a", 4, ""))).isEmpty();
  }

  @Test
  void isOfAPushWhoseAnswerNamedNoRequest() {
    FollowedPush nameless = sent(1, 1);
    open.answered(nameless, Optional.empty());

    assertThat(open.of(delivery("a", 2, "A"))).contains(nameless);
  }

  @Test
  void isNoOthers_whenItsPushHasEnded() {
    FollowedPush first = sent(1, 1);
    FollowedPush second = sent(2, 1);
    assertThat(open.of(delivery("a", 3, ""))).contains(first);

    assertThat(open.remove(first)).isTrue();

    assertThat(open.remove(first)).isFalse();
    assertThat(open.of(delivery("a", 3, ""))).isEmpty();
    assertThat(open.of(delivery("b", 3, ""))).contains(second);
    assertThat(open.oldest()).hasValue(second.sent());
  }
}
