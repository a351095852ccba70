package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.testing.TestResource;
import org.junit.jupiter.api.Test;

/** Events stay what they are, and share what is the same in all of them. */
class RecurringTextsTest {
  private final RecurringTexts recurring = new RecurringTexts();

  private static ObjectEvent put(String bucketName) {
    String text = new TestResource("minio-events/01-put.json").text();
    return ((AwsEvent)
            new NotificationReader().read(text.replace("examplebucket", bucketName)).get(0))
        .event();
  }

  @Test
  void leavesAnEventAsItIs() {
    assertThat(recurring.in(put("examplebucket"))).isEqualTo(put("examplebucket"));
  }

  @Test
  void holdsATextOnce() {
    ObjectEvent first = recurring.in(put("examplebucket"));
    ObjectEvent second = recurring.in(put("examplebucket"));

    assertThat(second.bucketName()).isSameAs(first.bucketName());
    assertThat(second.request().principalId()).isSameAs(first.request().principalId());
    assertThat(second.request().sourceIpAddress()).isSameAs(first.request().sourceIpAddress());
    assertThat(second.request().hostId().orElseThrow())
        .isSameAs(first.request().hostId().orElseThrow());
  }

  @Test
  void forgets_ratherThanToHoldAllThereEverWere() {
    ObjectEvent first = recurring.in(put("examplebucket"));
    for (int i = 0; i < 2000; i++) {
      recurring.in(put("examplebucket-" + i));
    }

    assertThat(recurring.in(put("examplebucket")).bucketName())
        .isEqualTo(first.bucketName())
        .isNotSameAs(first.bucketName());
  }
}
