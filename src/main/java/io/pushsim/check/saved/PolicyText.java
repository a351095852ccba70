package io.pushsim.check.saved;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Nodes;
import io.pushsim.document.DocumentException;
import io.pushsim.document.Documents;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy's statements with their places. A policy that is a text within an answer has its place
 * there: the text is one line.
 */
record PolicyText(PolicyDocument document, List<Place> places) {
  private static final Documents.Limits LIMITS =
      new Documents.Limits(
          1 << 20,
          50,
          0,
          false,
          new Documents.Words(
              "a policy", "a policy has a Statement", "it has 20,480 bytes at most"));

  /** The policy of get-policy's answer, as far as it can be read. */
  static Optional<PolicyText> ofAnswer(ScalarNode policy, Gathering gathering) {
    return within(policy, gathering).map(root -> of(root, Optional.of(policy.place()), gathering));
  }

  /** The policy that a document itself is. */
  static PolicyText ofDocument(MappingNode root, Gathering gathering) {
    return of(root, Optional.empty(), gathering);
  }

  /** The one statement of add-permission's answer. */
  static Optional<PolicyText> ofStatement(ScalarNode statement, Gathering gathering) {
    return within(statement, gathering)
        .map(
            root -> {
              Reading reading = new Reading(Optional.of(statement.place()), gathering);
              reading.add(root);
              return reading.text(Map.of());
            });
  }

  private static Optional<MappingNode> within(ScalarNode text, Gathering gathering) {
    try {
      Node root = Documents.parse("policy.json", text.text(), LIMITS);
      if (Nodes.mapping(root).isEmpty()) {
        gathering.problem(
            Problem.at(text.place(), "the policy is no JSON object: save the answer anew"));
      }
      return Nodes.mapping(root);
    } catch (DocumentException malformed) {
      Problem first = malformed.problems().get(0);
      gathering.problem(
          Problem.at(
              text.place(),
              "the policy's text is no JSON (at its character %d: %s): save the answer anew"
                  .formatted(first.column(), first.message())));
      return Optional.empty();
    }
  }

  private static PolicyText of(MappingNode root, Optional<Place> place, Gathering gathering) {
    Reading reading = new Reading(place, gathering);
    Optional<Node> statement = root.get("Statement");
    if (statement.isEmpty()) {
      reading.problem(root, "The policy has no Statement: save the answer anew");
    }
    statement
        .map(node -> node instanceof SequenceNode list ? list.items() : List.of(node))
        .orElse(List.of())
        .forEach(reading::add);
    Map<String, @Nullable Object> around = new LinkedHashMap<>(PlainValues.of(root));
    around.remove("Statement");
    return reading.text(around);
  }

  /** Reads statement by statement, so that a bad one does not hide the others. */
  private static final class Reading {
    private final Optional<Place> place;
    private final Gathering gathering;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private int number;

    Reading(Optional<Place> place, Gathering gathering) {
      this.place = place;
      this.gathering = gathering;
    }

    void add(Node node) {
      number++;
      Optional<MappingNode> mapping = Nodes.mapping(node);
      if (mapping.isEmpty()) {
        problem(
            node,
            "statement %d is none: a statement is a map with Effect, Principal, Action and Resource"
                .formatted(number));
        return;
      }
      try {
        Map<String, Object> policy = Map.of("Statement", List.of(PlainValues.of(mapping.get())));
        statements.addAll(PolicyDocument.fromPlain(policy).statements());
        places.add(place.orElse(node.place()));
      } catch (IllegalArgumentException noStatement) {
        String why = String.valueOf(noStatement.getMessage());
        problem(node, why.replaceFirst("^Statement 1", "statement " + number));
      }
    }

    void problem(Node node, String message) {
      gathering.problem(Problem.at(place.orElse(node.place()), message));
    }

    PolicyText text(Map<String, @Nullable Object> around) {
      return new PolicyText(
          new PolicyDocument(
              Optional.ofNullable(around.get("Version")).map(String::valueOf),
              Optional.ofNullable(around.get("Id")).map(String::valueOf),
              statements),
          places);
    }
  }
}
