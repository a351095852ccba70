package io.pushsim.check.template;

import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what a template's transforms leave of it as it is written. */
final class Transforms {
  static final String SAM = "AWS::Serverless-2016-10-31";
  private static final String LANGUAGE_EXTENSIONS = "AWS::LanguageExtensions";

  /** Those of AWS that touch neither functions nor buckets. */
  private static final Set<String> HARMLESS =
      Set.of(
          "AWS::SecretsManager-2020-07-23",
          "AWS::SecretsManager-2024-09-16",
          "AWS::CodeDeployBlueGreen");

  /** What to give instead of a template that CloudFormation would rewrite. */
  static final String GIVE_PROCESSED =
      "give what CloudFormation makes of it instead:"
          + " aws cloudformation get-template --stack-name NAME --template-stage Processed"
          + " --query TemplateBody > processed.json";

  private final TemplateProblems problems;
  private boolean sam;
  private boolean unknown;

  private Transforms(TemplateProblems problems) {
    this.problems = problems;
  }

  static Transforms of(MappingNode root, TemplateProblems problems) {
    Transforms transforms = new Transforms(problems);
    root.get("Transform").ifPresent(transforms::read);
    return transforms;
  }

  /** Whether SAM rewrites the template. */
  boolean isSam() {
    return sam;
  }

  /** Whether something rewrites it of which it is not known what it makes. */
  boolean isUnknown() {
    return unknown;
  }

  private void read(Node node) {
    if (node instanceof SequenceNode list) {
      list.items().forEach(this::read);
      return;
    }
    name(node)
        .ifPresentOrElse(
            name -> read(name, node.place()),
            () ->
                problems.at(
                    node.place(), "Transform is no name and no list of names: write " + SAM));
  }

  private static Optional<String> name(Node node) {
    Optional<Node> name =
        node instanceof MappingNode mapping ? mapping.get("Name") : Optional.of(node);
    return name.filter(ScalarNode.class::isInstance).map(scalar -> ((ScalarNode) scalar).text());
  }

  private void read(String name, Place place) {
    if (name.equals(SAM)) {
      sam = true;
    } else if (name.startsWith("AWS::Serverless")) {
      sam = true;
      problems.at(place, "there is no transform " + name + "; did you mean " + SAM + "?");
    } else if (!name.equals(LANGUAGE_EXTENSIONS) && !HARMLESS.contains(name)) {
      unknown = true;
      problems.at(
          place, "what " + name + " makes of the template cannot be known: " + GIVE_PROCESSED);
    }
  }

  /** Whether an entry of Resources is a call that stands for resources. */
  static boolean isCall(String key) {
    return key.startsWith("Fn::");
  }

  /** Reads a call that stands for resources: what it makes is not known. */
  void call(MappingNode.Entry entry) {
    if (!entry.key().startsWith("Fn::ForEach") || makesOurs(entry.value())) {
      problems.at(
          entry.keyPlace(),
          "which resources " + entry.key() + " makes cannot be known: " + GIVE_PROCESSED);
    }
  }

  private static boolean makesOurs(Node node) {
    if (node instanceof SequenceNode list) {
      return list.items().stream().anyMatch(Transforms::makesOurs);
    }
    if (!(node instanceof MappingNode mapping)) {
      return false;
    }
    Optional<Node> type = mapping.get("Type");
    return type.isPresent()
        ? mayBeOurs(type.get())
        : mapping.entries().stream().map(MappingNode.Entry::value).anyMatch(Transforms::makesOurs);
  }

  private static boolean mayBeOurs(Node type) {
    List<String> ours = List.of("AWS::Lambda::", "AWS::S3::", Resource.SERVERLESS, "Custom::");
    return !(type instanceof ScalarNode scalar)
        || scalar.text().contains("${")
        || ours.stream().anyMatch(scalar.text()::startsWith);
  }
}
