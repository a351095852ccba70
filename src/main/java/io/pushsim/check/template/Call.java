package io.pushsim.check.template;

import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A call of an intrinsic function, be it written as a tag or as a mapping of one key.
 *
 * @param name as the mapping has it: {@code Ref}, {@code Fn::Sub}
 * @param argument with the tag that is the call itself, where there is one
 * @param tagged whether it is written as a tag
 */
record Call(String name, Node argument, boolean tagged, Place place) {
  private static final String FN = "Fn::";

  /** Functions of which the value is worked out. */
  static final Set<String> FUNCTIONS =
      new TreeSet<>(
          List.of(
              "Ref",
              "Condition",
              "Fn::And",
              "Fn::Base64",
              "Fn::Cidr",
              "Fn::Equals",
              "Fn::FindInMap",
              "Fn::GetAZs",
              "Fn::GetAtt",
              "Fn::If",
              "Fn::ImportValue",
              "Fn::Join",
              "Fn::Length",
              "Fn::Not",
              "Fn::Or",
              "Fn::Select",
              "Fn::Split",
              "Fn::Sub",
              "Fn::ToJsonString",
              "Fn::Transform"));

  /** The call that the node is, or empty. */
  static Optional<Call> of(Node node) {
    if (node.tag().isPresent()) {
      String tag = node.tag().get().substring(1);
      String name = tag.equals("Ref") || tag.equals("Condition") ? tag : FN + tag;
      return Optional.of(new Call(name, node, true, node.place()));
    }
    return untagged(node);
  }

  /** The call that the node is but for its tag, or empty. */
  static Optional<Call> untagged(Node node) {
    if (node instanceof MappingNode mapping && mapping.entries().size() == 1) {
      MappingNode.Entry entry = mapping.entries().get(0);
      if (entry.key().equals("Ref") || entry.key().startsWith(FN)) {
        return Optional.of(new Call(entry.key(), entry.value(), false, entry.keyPlace()));
      }
    }
    return Optional.empty();
  }

  /** The call as it is written: {@code !Sub}, {@code Fn::Sub}. */
  String written() {
    return tagged ? tag(name) : name;
  }

  /** All that could have been written so. */
  List<String> others() {
    return FUNCTIONS.stream().map(function -> tagged ? tag(function) : function).toList();
  }

  private static String tag(String function) {
    return "!" + (function.startsWith(FN) ? function.substring(FN.length()) : function);
  }

  /** The arguments, where they are a list. */
  Optional<List<Node>> list() {
    return argument instanceof SequenceNode list && (tagged || list.tag().isEmpty())
        ? Optional.of(list.items())
        : Optional.empty();
  }

  /** The argument, where it is a text that no other function makes. */
  Optional<String> literal() {
    return argument instanceof ScalarNode scalar && (tagged || scalar.tag().isEmpty())
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
