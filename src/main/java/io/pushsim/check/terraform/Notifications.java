package io.pushsim.check.terraform;

import io.pushsim.bucket.TargetKind;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code aws_s3_bucket_notification}: a bucket's whole notification configuration. */
final class Notifications {
  /** A type of blocks, and how they call their target. */
  private record Blocks(String type, String target, TargetKind kind) {}

  private static final List<Blocks> BLOCKS =
      List.of(
          new Blocks("lambda_function", "lambda_function_arn", TargetKind.LAMBDA),
          new Blocks("queue", "queue_arn", TargetKind.QUEUE),
          new Blocks("topic", "topic_arn", TargetKind.TOPIC));

  private final Values values;
  private final Gathering gathering;
  private final Map<Text, Instance> byBucket = new HashMap<>();

  Notifications(Values values, Gathering gathering) {
    this.values = values;
    this.gathering = gathering;
  }

  void read(Instance notification) {
    Text bucket = values.of(notification, "bucket");
    Instance other = byBucket.putIfAbsent(bucket, notification);
    if (other != null) {
      gathering.problem(
          Problem.at(
              notification.node().place(),
              "%s configures the bucket %s, as %s in line %d does: each replaces what the other put; put all blocks into one"
                  .formatted(
                      notification.address(),
                      bucket,
                      other.address(),
                      other.node().place().line())));
    }
    BLOCKS.forEach(blocks -> read(notification, bucket, blocks));
  }

  private void read(Instance notification, Text bucket, Blocks blocks) {
    if (notification.isUnknown(blocks.type())) {
      gathering.problem(
          Problem.at(
              notification.node().place(),
              "the %s blocks of %s are known after apply only: apply the plan, and give terraform show -json without a plan file"
                  .formatted(blocks.type(), notification.address())));
      return;
    }
    for (Block block : Block.of(notification, blocks.type())) {
      gathering
          .setUp()
          .add(
              new DeclaredRule(
                  bucket,
                  set(notification, block, "id"),
                  blocks.kind(),
                  values.inBlock(notification, block, blocks.target()).orElse(Text.of("")),
                  events(notification, block),
                  filter(notification, block),
                  notification.origin(block.values())));
    }
  }

  private static List<Text> events(Instance notification, Block block) {
    List<Text> events = new ArrayList<>();
    for (Node event : Nodes.items(block.values(), "events")) {
      events.add(
          Nodes.scalar(event)
              .map(name -> Text.of(name.text()))
              .orElseGet(() -> Values.unknown(notification, block.name() + ".events")));
    }
    if (events.isEmpty() && block.isUnknown("events")) {
      events.add(Values.unknown(notification, block.name() + ".events"));
    }
    return events;
  }

  private List<DeclaredRule.Filter> filter(Instance notification, Block block) {
    List<DeclaredRule.Filter> filter = new ArrayList<>();
    for (String name : List.of("prefix", "suffix")) {
      set(notification, block, "filter_" + name)
          .ifPresent(value -> filter.add(new DeclaredRule.Filter(Text.of(name), value)));
    }
    return filter;
  }

  // The provider leaves out what is empty.
  private Optional<Text> set(Instance notification, Block block, String attribute) {
    return values.inBlock(notification, block, attribute).filter(text -> !text.equals(Text.of("")));
  }
}
