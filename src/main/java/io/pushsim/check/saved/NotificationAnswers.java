package io.pushsim.check.saved;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredRule.Filter;
import io.pushsim.check.setup.Text;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import io.pushsim.document.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads notification configurations, in the present form and in the old one. */
final class NotificationAnswers {
  private static final List<Member> MEMBERS =
      List.of(
          new Member("LambdaFunctionConfigurations", "LambdaFunctionArn", TargetKind.LAMBDA),
          new Member("QueueConfigurations", "QueueArn", TargetKind.QUEUE),
          new Member("TopicConfigurations", "TopicArn", TargetKind.TOPIC));
  private static final List<Member> OLD_MEMBERS =
      List.of(
          new Member("CloudFunctionConfiguration", "CloudFunction", TargetKind.LAMBDA),
          new Member("QueueConfiguration", "Queue", TargetKind.QUEUE),
          new Member("TopicConfiguration", "Topic", TargetKind.TOPIC));

  private final Gathering gathering;

  /** A member of the answer, and how a configuration in it calls its target. */
  private record Member(String name, String target, TargetKind kind) {}

  NotificationAnswers(Gathering gathering) {
    this.gathering = gathering;
  }

  /** The functions that a configuration names. */
  static Stream<FunctionArn> targets(MappingNode configuration) {
    return Nodes.items(configuration, "LambdaFunctionConfigurations").stream()
        .flatMap(item -> Nodes.mapping(item).stream())
        .flatMap(rule -> Nodes.text(rule, "LambdaFunctionArn").stream())
        .flatMap(arn -> FunctionArn.parse(arn).stream());
  }

  void read(MappingNode configuration, String bucket) {
    gathering.setUp().addConfigured(Text.of(bucket));
    for (Member member : MEMBERS) {
      Optional<Node> list = configuration.get(member.name());
      if (list.isPresent() && !(list.get() instanceof SequenceNode)) {
        problem(list.get(), member.name() + " is no list: save the answer anew");
      }
      Nodes.items(configuration, member.name()).forEach(item -> rule(item, member, bucket));
    }
    for (Member member : OLD_MEMBERS) {
      configuration.get(member.name()).ifPresent(item -> rule(item, member, bucket));
    }
  }

  private void rule(Node item, Member member, String bucket) {
    Optional<MappingNode> rule = Nodes.mapping(item);
    Optional<String> target = rule.flatMap(found -> Nodes.text(found, member.target()));
    if (rule.isEmpty() || target.isEmpty()) {
      problem(
          item,
          "a configuration of %s has no %s: save the answer anew"
              .formatted(bucket, member.target()));
      return;
    }
    gathering
        .setUp()
        .add(
            new DeclaredRule(
                Text.of(bucket),
                Nodes.text(rule.get(), "Id").map(Text::of),
                member.kind(),
                Text.of(target.get()),
                events(rule.get()),
                filter(rule.get()),
                Saved.origin(item)));
  }

  // The old form says its first event twice.
  private static List<Text> events(MappingNode rule) {
    List<Text> events = new ArrayList<>();
    for (Node event : Nodes.items(rule, "Events")) {
      Nodes.scalar(event).ifPresent(name -> events.add(Text.of(name.text())));
    }
    Nodes.text(rule, "Event")
        .map(Text::of)
        .filter(name -> !events.contains(name))
        .ifPresent(events::add);
    return events;
  }

  private List<Filter> filter(MappingNode rule) {
    List<Filter> filter = new ArrayList<>();
    Optional<Node> written = rule.get("Filter");
    Optional<MappingNode> key =
        written.flatMap(Nodes::mapping).flatMap(node -> Nodes.mapping(node, "Key"));
    if (written.isPresent() && key.isEmpty()) {
      problem(written.get(), "a Filter without Key and FilterRules: save the answer anew");
    }
    for (Node item : key.map(node -> Nodes.items(node, "FilterRules")).orElse(List.of())) {
      Optional<MappingNode> each = Nodes.mapping(item);
      Optional<String> name = each.flatMap(node -> Nodes.text(node, "Name"));
      Optional<String> value = each.flatMap(node -> Nodes.text(node, "Value"));
      if (name.isPresent() && value.isPresent()) {
        filter.add(new Filter(Text.of(name.get()), Text.of(value.get())));
      } else {
        problem(item, "a FilterRule without Name or Value: save the answer anew");
      }
    }
    return filter;
  }

  private void problem(Node at, String message) {
    gathering.problem(Problem.at(at.place(), message));
  }
}
