package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.testing.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a listen stream tells beside what the webhook is told. */
class ListenedEventsTest {
  private static final String LINE =
      new TestResource("minio-events/listen-stream.ndjson").text().lines().toList().get(1);
  private static final String RAW = "\"key\":\"in/a b+c%20é日本\\u0026\\u003c\\u003e'\\\"~*.txt\"";

  /** The two write the key in two ways. */
  @Test
  void areTheSame_whenTheServerPostsThemToo() {
    assertThat(LINE).contains(RAW);
    String posted =
        "{\"EventName\":\"s3:ObjectCreated:Put\",\"Key\":\"whatever\","
            + LINE.substring(1)
                .replace(
                    RAW,
                    "\"key\":\"in%2Fa+b%2Bc%2520%C3%A9%E6%97%A5%E6%9C%AC%26%3C%3E%27%22~%2A.txt\"");
    SimpleWorld world = new SimpleWorld(DuplicateWindow.usual());

    Receipt first = world.hear(NotificationReader.ofListenStream().readEach(LINE));
    Receipt second = world.hear(posted);

    assertThat(first).isEqualTo(new Receipt(1, 0, 0, 0));
    assertThat(second).isEqualTo(new Receipt(0, 0, 1, 0));
    assertThat(world.deliveries()).hasSize(1);
  }

  @Test
  void areRejected_whereTheStreamHasRecordsOfAnotherKind() {
    String both = LINE.replace("]}", ",{\"eventSource\":\"aws:s3\",\"eventName\":\"x\"}]}");

    List<BucketNotification> read = NotificationReader.ofListenStream().readEach(both);

    assertThat(read).hasSize(2);
    assertThat(read.get(0)).isInstanceOf(BucketNotification.AwsEvent.class);
    assertThat(read.get(1))
        .isInstanceOfSatisfying(
            BucketNotification.Undeliverable.class,
            other -> assertThat(other.reason()).contains("the event source 'aws:s3'"));
  }
}
