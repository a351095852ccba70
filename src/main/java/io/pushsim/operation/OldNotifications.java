package io.pushsim.operation;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.NotificationConfigurationDraft;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.bucket.TargetKind;
import io.pushsim.operation.StateOperation.Decided;
import io.pushsim.operation.shape.NotSimulated;
import io.pushsim.operation.shape.Required;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The old form of the notification configuration, with one function at the most and no filter. What
 * is kept is the same as in the new form: either form replaces, and answers, what the other put.
 */
final class OldNotifications {
  private OldNotifications() {}

  /** PutBucketNotification. */
  @NotSimulated({"ChecksumAlgorithm", "ContentMD5"})
  record Put(
      @Required String bucket,
      @Required Configuration notificationConfiguration,
      Optional<String> expectedBucketOwner) {}

  /** A notification configuration, in a request as in an answer. */
  @NotSimulated({"QueueConfiguration", "TopicConfiguration"})
  record Configuration(Optional<CloudFunction> cloudFunctionConfiguration) {}

  /**
   * The one rule. A function is invoked by what its policy grants, never by a role.
   *
   * @param event one event's name, beside {@code events}; an answer has the first one here
   * @param cloudFunction the function's ARN
   */
  @NotSimulated("InvocationRole")
  record CloudFunction(
      Optional<String> id,
      Optional<String> event,
      Optional<List<String>> events,
      Optional<String> cloudFunction) {
    private NotificationConfigurationDraft.Target draft() {
      List<String> several = events.orElse(List.of());
      // An answer says its first event twice; so may what is made of one.
      Optional<String> another = event.filter(name -> !several.contains(name));
      return new NotificationConfigurationDraft.Target(
          id,
          TargetKind.LAMBDA,
          cloudFunction,
          Stream.concat(another.stream(), several.stream()).toList(),
          List.of());
    }

    private static CloudFunction of(TargetConfiguration target) {
      List<String> events = target.events().names();
      return new CloudFunction(
          Optional.of(target.id()),
          events.stream().findFirst(),
          Optional.of(events),
          Optional.of(target.target()));
    }
  }

  static Decided put(Put request, Call call) {
    Bucket bucket =
        BucketOperations.ownBucket(request.bucket(), request.expectedBucketOwner(), call);
    NotificationConfigurationDraft draft =
        new NotificationConfigurationDraft(
            request.notificationConfiguration().cloudFunctionConfiguration().stream()
                .map(CloudFunction::draft)
                .toList(),
            false);
    return BucketOperations.replace(bucket, draft, false, call);
  }

  /** The first rule, without its filter, which the old form cannot show. */
  static Decided get(BucketOperations.Named request, Call call) {
    Bucket bucket =
        BucketOperations.ownBucket(request.bucket(), request.expectedBucketOwner(), call);
    return Decided.answer(
        new Configuration(
            bucket.notificationConfiguration().targets(TargetKind.LAMBDA).stream()
                .findFirst()
                .map(CloudFunction::of)));
  }
}
