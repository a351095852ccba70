package io.pushsim.check.template;

import io.pushsim.check.setup.Dialect;
import io.pushsim.document.MappingNode;
import io.pushsim.document.MappingNode.Entry;
import io.pushsim.document.NearestWord;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes a template apart into its sections. */
final class TemplateReader {
  private static final List<String> SECTIONS =
      List.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Rules",
          "Mappings",
          "Conditions",
          "Transform",
          "Hooks",
          "Globals",
          "Resources",
          "Outputs");

  private static final List<String> TYPES =
      List.of(
          Resource.FUNCTION,
          Resource.VERSION,
          Resource.ALIAS,
          Resource.PERMISSION,
          Resource.BUCKET,
          Resource.SERVERLESS_FUNCTION,
          Resource.CDK_NOTIFICATIONS);

  private final String file;
  private final TemplateProblems problems;
  private final MappingNode root;
  private final Transforms transforms;
  private boolean open;

  TemplateReader(String file, MappingNode root, TemplateProblems problems) {
    this.file = file;
    this.root = root;
    this.problems = problems;
    this.transforms = Transforms.of(root, problems);
  }

  /** The template, or empty where nothing can be said of it as it is written. */
  Optional<Template> read() {
    if (transforms.isUnknown()) {
      return Optional.empty();
    }
    for (Entry entry : root.entries()) {
      if (!SECTIONS.contains(entry.key())) {
        problems.at(
            entry.keyPlace(),
            "a template has no section "
                + entry.key()
                + problems.meant(entry.key(), SECTIONS, "it has " + String.join(", ", SECTIONS)));
      }
    }
    if (!root.has("Resources")) {
      problems.at(root.place(), "the template has no Resources: is it complete?");
    }
    Map<String, MappingNode> parameters =
        section("Parameters", entry -> mapping(entry.value(), "the parameter " + entry.key()));
    Map<String, Resource> resources = section("Resources", this::resource);
    return Optional.of(
        new Template(
            file,
            transforms.isSam() || resources.values().stream().anyMatch(this::needsSam)
                ? Dialect.SAM
                : Dialect.CLOUDFORMATION,
            parameters,
            section("Mappings", Optional::of),
            section("Conditions", Optional::of),
            resources,
            open,
            root.get("Globals").flatMap(globals -> mapping(globals, "Globals"))));
  }

  private <T> Map<String, T> section(String name, Function<Entry, Optional<T>> read) {
    Map<String, T> section = new LinkedHashMap<>();
    Optional<MappingNode> node = root.get(name).flatMap(found -> mapping(found, name));
    for (Entry entry : node.map(MappingNode::entries).orElse(List.of())) {
      if (!Transforms.isCall(entry.key())) {
        read.apply(entry).ifPresent(value -> section.put(entry.key(), value));
      } else if (name.equals("Resources")) {
        open = true;
        transforms.call(entry);
      }
    }
    return section;
  }

  private Optional<MappingNode> mapping(Node node, String what) {
    if (node instanceof MappingNode mapping && mapping.tag().isEmpty()) {
      return Optional.of(mapping);
    }
    problems.at(node.place(), what + " is no mapping: write its keys below it, indented further");
    return Optional.empty();
  }

  private Optional<Resource> resource(Entry entry) {
    return mapping(entry.value(), "the resource " + entry.key())
        .flatMap(node -> resource(entry, node));
  }

  private Optional<Resource> resource(Entry entry, MappingNode node) {
    Optional<String> type =
        node.get("Type")
            .filter(ScalarNode.class::isInstance)
            .map(scalar -> ((ScalarNode) scalar).text());
    if (type.isEmpty()) {
      problems.at(
          entry.keyPlace(), entry.key() + " has no Type: write one, such as " + Resource.BUCKET);
      return Optional.empty();
    }
    return Optional.of(
        new Resource(
            entry.key(),
            known(type.get(), node),
            entry.keyPlace(),
            node,
            node.get("Properties").flatMap(found -> properties(entry.key(), found)),
            node.get("Condition").flatMap(found -> condition(entry.key(), found))));
  }

  /** The type; one that is nearly one of ours is told and taken for it. */
  private String known(String type, MappingNode node) {
    if (TYPES.contains(type) || !type.startsWith("AWS::")) {
      return type;
    }
    for (String ours : TYPES) {
      if (Math.abs(ours.length() - type.length()) <= 2 && isSlip(type, ours)) {
        problems.at(
            node.get("Type").orElse(node).place(),
            "CloudFormation has no type " + type + "; did you mean " + ours + "?");
        return ours;
      }
    }
    return type;
  }

  private static boolean isSlip(String type, String ours) {
    return type.equalsIgnoreCase(ours)
        || type.equals(ours + "s")
        || NearestWord.to(type, List.of(ours)).isPresent();
  }

  private Optional<MappingNode> properties(String id, Node node) {
    return mapping(node, "Properties of " + id);
  }

  private Optional<ScalarNode> condition(String id, Node node) {
    if (node instanceof ScalarNode scalar && scalar.tag().isEmpty()) {
      return Optional.of(scalar);
    }
    problems.at(node.place(), "Condition of " + id + " is no name of a condition: write its name");
    return Optional.empty();
  }

  private boolean needsSam(Resource resource) {
    boolean needs = resource.isServerlessFunction();
    if (needs) {
      problems.at(
          resource.place(),
          resource.type() + " needs \"Transform: " + Transforms.SAM + "\" at the template's top");
    }
    return needs;
  }
}
