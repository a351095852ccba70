package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.EventSelection;
import io.pushsim.bucket.KeyFilter;
import io.pushsim.bucket.NotificationConfiguration;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.bucket.TargetKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DestinationsTest {
  private static final String PROD = "arn:aws:lambda:us-west-2:111111111111:function:fn:PROD";

  private final Destinations destinations = new Destinations();

  @Test
  void asksInTheNameOfTheBucketAndItsOwner() {
    Destinations.Destination of = destinations.of(bucket("apples", "111111111111"), target(PROD));

    assertThat(of.target()).hasToString(PROD);
    assertThat(of.request().resource()).isEqualTo(PROD);
    assertThat(of.request().values("aws:SourceArn")).containsExactly("arn:aws:s3:::apples");
    assertThat(of.request().values("aws:SourceAccount")).containsExactly("111111111111");
  }

  @Test
  void areOne_ofTheSameBucketAndTarget_andOthersOfOthers() {
    Destinations.Destination of = destinations.of(bucket("apples", "111111111111"), target(PROD));

    assertThat(destinations.of(bucket("apples", "111111111111"), target(PROD))).isSameAs(of);
    assertThat(destinations.of(bucket("pears", "111111111111"), target(PROD))).isNotEqualTo(of);
    assertThat(destinations.of(bucket("apples", "222222222222"), target(PROD))).isNotEqualTo(of);
    assertThat(
            destinations.of(bucket("apples", "111111111111"), target(PROD.replace("PROD", "BETA"))))
        .isNotEqualTo(of);
  }

  @Test
  void areRight_howeverManyThereAre() {
    for (int i = 0; i < 25_000; i++) {
      assertThat(
              destinations
                  .of(bucket("bucket-" + i, "111111111111"), target(PROD))
                  .request()
                  .values("aws:SourceArn"))
          .containsExactly("arn:aws:s3:::bucket-" + i);
    }
  }

  private static Bucket bucket(String name, String owner) {
    return new Bucket(name, owner, "us-west-2", Instant.EPOCH, NotificationConfiguration.EMPTY);
  }

  private static TargetConfiguration target(String arn) {
    return new TargetConfiguration(
        "id",
        TargetKind.LAMBDA,
        arn,
        new EventSelection(List.of("s3:ObjectCreated:*")),
        KeyFilter.NONE);
  }
}
