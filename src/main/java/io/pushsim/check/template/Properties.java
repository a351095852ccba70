package io.pushsim.check.template;

import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Absent;
import io.pushsim.check.template.Value.Field;
import io.pushsim.check.template.Value.Fields;
import io.pushsim.document.MappingNode;
import io.pushsim.document.NearestWord;
import io.pushsim.document.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of a resource that bear on who may invoke what. */
final class Properties {
  private final Resource resource;
  private final Evaluator evaluator;
  private final TemplateProblems problems;

  Properties(Resource resource, Evaluator evaluator) {
    this.resource = resource;
    this.evaluator = evaluator;
    this.problems = evaluator.world().problems();
  }

  /** Tells of properties that there are not, where these are all that there are. */
  void requireKnown(List<String> known) {
    for (MappingNode.Entry entry : entries()) {
      if (!known.contains(entry.key())) {
        problems.at(
            entry.keyPlace(),
            "%s has no property %s%s"
                .formatted(
                    resource.type(),
                    entry.key(),
                    problems.meant(entry.key(), known, "it has " + String.join(", ", known))));
      }
    }
  }

  /** Tells of properties that are nearly one of these, where there are others of no concern. */
  void requireSpelling(List<String> concerned) {
    for (MappingNode.Entry entry : entries()) {
      if (entry.key().equals("Fn::Transform")) {
        problems.at(
            entry.keyPlace(),
            "what Fn::Transform makes cannot be known: " + Transforms.GIVE_PROCESSED);
      } else if (!concerned.contains(entry.key())) {
        Optional<String> nearest =
            NearestWord.to(entry.key(), concerned).filter(word -> !isOther(entry.key()));
        nearest.ifPresent(
            word ->
                problems.at(
                    entry.keyPlace(),
                    "%s has no property %s; did you mean %s?"
                        .formatted(resource.type(), entry.key(), word)));
      }
    }
  }

  private static boolean isOther(String property) {
    return property.equals("Code");
  }

  private List<MappingNode.Entry> entries() {
    return resource.properties().map(MappingNode::entries).orElse(List.of());
  }

  /** Whether all of these are there; which is not is told. */
  boolean require(String... names) {
    boolean complete = true;
    for (String name : names) {
      if (resource.property(name).isEmpty()) {
        problems.at(
            resource.place(),
            "%s has no %s, which %s must have".formatted(resource.id(), name, resource.type()));
        complete = false;
      }
    }
    return complete;
  }

  /** A property as a text, where it is there. */
  Optional<Text> text(String name) {
    return resource.property(name).flatMap(node -> text(node, name));
  }

  /** A part of a property as a text, where it is there. */
  Optional<Text> text(Node node, String name) {
    return text(evaluator, evaluator.evaluate(node), name + " of " + resource.id());
  }

  /** A value as a text, where it is there. */
  static Optional<Text> text(Evaluator evaluator, Value value, String what) {
    return value instanceof Absent ? Optional.empty() : Optional.of(evaluator.text(value, what));
  }

  /** Some properties as a value, so that it can be read under conditions. */
  Fields some(List<String> names) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (MappingNode.Entry entry : entries()) {
      if (names.contains(entry.key())) {
        Value value = evaluator.evaluate(entry.value());
        if (!(value instanceof Absent)) {
          fields.put(entry.key(), new Field(entry.keyPlace(), value));
        }
      }
    }
    return new Fields(fields, resource.place());
  }
}
