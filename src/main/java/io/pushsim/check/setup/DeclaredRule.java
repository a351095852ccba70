package io.pushsim.check.setup;

import io.pushsim.bucket.TargetKind;
import java.util.List;
import java.util.Optional;

/**
 * One configuration of a bucket's notification configuration, which need not be one that S3 would
 * take.
 *
 * @param bucket the bucket's name
 * @param id absent where S3 makes one
 * @param target the ARN that is to be notified, as written
 * @param events by S3's names, such as {@code s3:ObjectCreated:*}
 * @param filter the rules on keys, by {@code prefix} or {@code suffix} in any case of letters
 */
public record DeclaredRule(
    Text bucket,
    Optional<Text> id,
    TargetKind kind,
    Text target,
    List<Text> events,
    List<Filter> filter,
    Origin origin) {
  public DeclaredRule {
    events = List.copyOf(events);
    filter = List.copyOf(filter);
  }

  /** A rule on keys. */
  public record Filter(Text name, Text value) {}
}
