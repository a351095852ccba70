package io.pushsim.benchmark;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.BucketRegistry;
import io.pushsim.bucket.DestinationCheck;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.NotificationConfigurationDraft;
import io.pushsim.bucket.NotificationConfigurationDraft.Rule;
import io.pushsim.bucket.NotificationConfigurationDraft.Target;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Event;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.bucket.TargetKind;
import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.eventsource.S3EventWriter;
import io.pushsim.testing.TestResource;
import io.pushsim.time.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one notification costs until its target is known: reading, matching, writing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BucketMatchBenchmark {
  @Param({"10", "100000"})
  public int buckets = 10;

  @Param({"1", "100"})
  public int configurations = 1;

  private final BucketRegistry registry = new BucketRegistry();
  private final NotificationReader reader = new NotificationReader();
  private final S3EventWriter writer = new S3EventWriter();
  private final String message = new TestResource("minio-events/02-put-user-metadata.json").text();
  private final ObjectEvent event = event(reader.read(message));

  /** One configuration for each prefix, the matching one last, in every bucket. */
  @Setup
  public void fill() {
    var draft =
        new NotificationConfigurationDraft(
            IntStream.range(0, configurations).mapToObj(this::target).toList(), false);
    for (int number = 0; number < buckets; number++) {
      String name = number == buckets / 2 ? "examplebucket" : "bucket-" + number;
      registry.apply(
          registry.decideCreate(name, "111111111111", "us-west-2", Instant.EPOCH).orElseThrow());
      NotificationConfigurationDraft own =
          name.equals("examplebucket") || buckets <= 10
              ? draft
              : new NotificationConfigurationDraft(List.of(draft.targets().get(0)), false);
      registry.apply(
          registry.decideNotificationConfiguration(
              name, own, DestinationCheck.SKIPPED, Ids.random()));
    }
  }

  private Target target(int number) {
    String prefix = number == configurations - 1 ? "images/" : "other-" + number + "/";
    return new Target(
        Optional.of("id-" + number),
        TargetKind.LAMBDA,
        Optional.of("arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD"),
        List.of("s3:ObjectCreated:*"),
        List.of(new Rule(Optional.of("prefix"), Optional.of(prefix))));
  }

  /** Finds the bucket and the configuration that wants the event. */
  @Benchmark
  public List<TargetConfiguration> match() {
    return registry
        .require("examplebucket")
        .notificationConfiguration()
        .match(EventType.OBJECT_CREATED_PUT, "images/cat.png");
  }

  /** Reads a message captured from MinIO. */
  @Benchmark
  public List<BucketNotification> read() {
    return reader.read(message);
  }

  /** Writes the record that a handler gets. */
  @Benchmark
  public String write() {
    Bucket bucket = registry.require("examplebucket");
    return writer.write(S3Event.of(event, bucket, "prod"));
  }

  private static ObjectEvent event(List<BucketNotification> notifications) {
    return ((AwsEvent) notifications.get(0)).event();
  }
}
