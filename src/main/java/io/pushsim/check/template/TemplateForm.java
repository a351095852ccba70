package io.pushsim.check.template;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.check.input.InputForm;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import java.util.Optional;

/**
 * CloudFormation and SAM templates, as YAML or JSON, and what {@code aws cloudformation
 * get-template} answers.
 */
public final class TemplateForm implements InputForm {

  @Override
  public boolean recognises(Node root) {
    return root instanceof MappingNode mapping
        && (isTemplate(mapping) || isAnswer(mapping) || declaresResources(mapping));
  }

  private static boolean isTemplate(MappingNode root) {
    return root.has("AWSTemplateFormatVersion");
  }

  private static boolean isAnswer(MappingNode root) {
    return root.has("TemplateBody");
  }

  /** Whether something in Resources has a type such as {@code AWS::S3::Bucket}. */
  private static boolean declaresResources(MappingNode root) {
    return root.get("Resources").filter(MappingNode.class::isInstance).stream()
        .flatMap(node -> ((MappingNode) node).entries().stream())
        .anyMatch(entry -> Transforms.isCall(entry.key()) || hasType(entry.value()));
  }

  private static boolean hasType(Node resource) {
    return resource instanceof MappingNode mapping
        && mapping.get("Type").filter(TemplateForm::isType).isPresent();
  }

  private static boolean isType(Node type) {
    return type instanceof ScalarNode scalar && scalar.text().contains("::");
  }

  @Override
  public void read(InputFile file, Gathering gathering) {
    TemplateProblems problems = new TemplateProblems(gathering);
    try {
      template(file, problems)
          .flatMap(root -> new TemplateReader(file.name(), root, problems).read())
          .ifPresent(template -> new Declarations(template, gathering, problems).declare());
    } catch (TooMuchException tooMuch) {
      problems.tell(tooMuch.problem());
    }
  }

  private static Optional<MappingNode> template(InputFile file, TemplateProblems problems) {
    MappingNode root = (MappingNode) file.root();
    Optional<Node> body = root.get("TemplateBody");
    if (body.isEmpty()) {
      return Optional.of(root);
    }
    if (body.get() instanceof MappingNode template) {
      return Optional.of(template);
    }
    problems.at(
        body.get().place(),
        "TemplateBody holds the template as one text: save it alone, with --query TemplateBody"
            + " --output text");
    return Optional.empty();
  }
}
