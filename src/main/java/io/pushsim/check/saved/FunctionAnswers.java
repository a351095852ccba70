package io.pushsim.check.saved;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Text;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import io.pushsim.document.ScalarNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what answers say of functions, versions and aliases. */
final class FunctionAnswers {
  private static final String LATEST = "$LATEST";

  private final Gathering gathering;
  private final Names names;
  private final Set<FunctionArn> configured = new HashSet<>();
  private final Map<FunctionArn, DeclaredAlias> aliases = new HashMap<>();

  FunctionAnswers(Gathering gathering, Names names) {
    this.gathering = gathering;
    this.names = names;
  }

  void read(Saved saved) {
    MappingNode root = saved.root();
    switch (saved.answer()) {
      case FUNCTIONS -> each(saved, "Functions").forEach(this::configuration);
      case VERSIONS -> each(saved, "Versions").forEach(this::configuration);
      case ALIASES -> each(saved, "Aliases").forEach(this::alias);
      case FUNCTION -> Nodes.mapping(root, "Configuration").ifPresent(this::configuration);
      case CONFIGURATION -> configuration(root);
      case ALIAS -> alias(root);
      default -> {}
    }
  }

  private List<Node> each(Saved saved, String key) {
    Lists.requireWhole(saved, gathering);
    return Nodes.items(saved.root(), key);
  }

  private void configuration(Node node) {
    Optional<FunctionArn> arn = arn(node, "FunctionArn");
    if (arn.isEmpty()) {
      return;
    }
    MappingNode configuration = Nodes.mapping(node).orElseThrow();
    Text function = Text.of(arn.get().unqualified().toString());
    Optional<Text> role = text(configuration, "Role");
    Optional<Text> deadLetters =
        Nodes.mapping(configuration, "DeadLetterConfig")
            .flatMap(config -> text(config, "TargetArn"));
    String version = Nodes.text(configuration, "Version").orElse(LATEST);
    FunctionArn exact = arn.get().withQualifier(Qualifier.parse(version));
    names.addFunction(arn.get());
    names.addFunction(exact);
    if (!configured.add(exact)) {
      return; // Several commands answer with the same configuration.
    }
    if (version.equals(LATEST)) {
      gathering.setUp().add(new DeclaredFunction(function, role, deadLetters, Saved.origin(node)));
    } else {
      gathering
          .setUp()
          .add(
              new DeclaredVersion(
                  function, Text.of(version), role, deadLetters, Saved.origin(node)));
    }
  }

  private void alias(Node node) {
    Optional<FunctionArn> arn = arn(node, "AliasArn");
    if (arn.isEmpty()) {
      return;
    }
    MappingNode mapping = Nodes.mapping(node).orElseThrow();
    Optional<Text> version = text(mapping, "FunctionVersion");
    if (version.isEmpty()) {
      gathering.problem(
          Problem.at(
              node.place(),
              "the alias %s has no FunctionVersion: save the answer anew"
                  .formatted(arn.get().shortName())));
      return;
    }
    names.addFunction(arn.get());
    DeclaredAlias alias =
        new DeclaredAlias(
            Text.of(arn.get().unqualified().toString()),
            Text.of(arn.get().qualifier().toString()),
            version.get(),
            weights(mapping),
            Saved.origin(node));
    DeclaredAlias other = aliases.putIfAbsent(arn.get(), alias);
    if (other == null) {
      gathering.setUp().add(alias);
    } else if (!(other.functionVersion().equals(alias.functionVersion())
        && other.additionalVersionWeights().equals(alias.additionalVersionWeights()))) {
      gathering.problem(
          Problem.at(
              node.place(),
              "the alias %s points to %s here, and otherwise in %s: delete the older of the two answers"
                  .formatted(arn.get().shortName(), version.get(), other.origin().place())));
    }
  }

  private Map<Text, Double> weights(MappingNode alias) {
    Map<Text, Double> weights = new HashMap<>();
    for (MappingNode.Entry entry :
        Nodes.mapping(alias, "RoutingConfig")
            .flatMap(routing -> Nodes.mapping(routing, "AdditionalVersionWeights"))
            .map(MappingNode::entries)
            .orElse(List.of())) {
      Optional<Number> weight = Nodes.scalar(entry.value()).flatMap(ScalarNode::number);
      if (weight.isPresent()) {
        weights.put(Text.of(entry.key()), weight.get().doubleValue());
      } else {
        gathering.problem(
            Problem.at(
                entry.value().place(),
                "the weight of version %s is no number: save the answer anew"
                    .formatted(entry.key())));
      }
    }
    return weights;
  }

  private Optional<FunctionArn> arn(Node node, String key) {
    Optional<String> written = Nodes.mapping(node).flatMap(mapping -> Nodes.text(mapping, key));
    Optional<FunctionArn> arn = written.flatMap(FunctionArn::parse);
    if (arn.isEmpty()) {
      gathering.problem(
          Problem.at(
              node.place(),
              "%s is '%s', which is no ARN of a function: save the answer anew"
                  .formatted(key, Problem.shortened(written.orElse("")))));
    }
    return arn;
  }

  private static Optional<Text> text(MappingNode mapping, String key) {
    return Nodes.text(mapping, key).filter(text -> !text.isEmpty()).map(Text::of);
  }
}
