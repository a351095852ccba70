package io.pushsim.check.terraform;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.check.input.InputForm;
import io.pushsim.check.input.Nodes;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;

/**
 * What {@code terraform show -json} and {@code tofu show -json} print of a plan or of a state
 * (Terraform documentation, JSON output format).
 */
public final class TerraformForm implements InputForm {
  private static final String PRINT = "terraform show -json tfplan > plan.json";

  @Override
  public boolean recognises(Node root) {
    return Nodes.mapping(root)
        .filter(mapping -> isShown(mapping) || isStateFile(mapping) || isLog(mapping))
        .isPresent();
  }

  private static boolean isShown(MappingNode root) {
    return root.has("format_version")
        && (root.has("terraform_version")
            || root.has("planned_values")
            || root.has("resource_changes")
            || root.has("values"));
  }

  private static boolean isStateFile(MappingNode root) {
    return root.has("terraform_version") && root.has("lineage") && root.has("serial");
  }

  private static boolean isLog(MappingNode root) {
    return root.has("@level") && root.has("@message") && root.has("@module");
  }

  @Override
  public void read(InputFile file, Gathering gathering) {
    Nodes.mapping(file.root()).ifPresent(root -> read(root, gathering));
  }

  private static void read(MappingNode root, Gathering gathering) {
    if (isStateFile(root)) {
      refuse(
          root,
          "is Terraform's own state file, whose form changes: write terraform show -json > state.json, and give that",
          gathering);
    } else if (isLog(root)) {
      // One document a line: the first alone speaks for all.
      if (Nodes.text(root, "type").filter("version"::equals).isPresent()) {
        refuse(
            root,
            "is the log of terraform plan -json, which has no plan: write terraform plan -out tfplan, then "
                + PRINT,
            gathering);
      }
    } else if (isKnown(root, gathering)) {
      readShown(root, gathering);
    }
  }

  private static boolean isKnown(MappingNode root, Gathering gathering) {
    String version = Nodes.text(root, "format_version").orElse("");
    boolean known = version.startsWith("0.") || version.startsWith("1.");
    if (!known) {
      Node at = root.get("format_version").orElse(root);
      refuse(
          at,
          "format_version is '%s', of which pushsim knows 0.x and 1.x: print the plan with a Terraform or OpenTofu of a version 1"
              .formatted(version),
          gathering);
    }
    return known;
  }

  private static void readShown(MappingNode root, Gathering gathering) {
    if (!root.has("planned_values") && !root.has("values")) {
      refuse(
          root,
          root.has("resource_changes")
              ? "the plan has no planned_values: give the whole of it, as " + PRINT + " writes it"
              : "the state is empty: apply first, or give a plan (" + PRINT + ")",
          gathering);
      return;
    }
    tellIncomplete(root, gathering);
    new Reader(root, gathering).read();
  }

  // What is missing in such a plan could be what opens, or closes, a target.
  private static void tellIncomplete(MappingNode root, Gathering gathering) {
    if (Nodes.isTrue(root, "errored")) {
      refuse(
          root.get("errored").orElse(root),
          "the plan ended in an error, so it is not all that would be: mend the configuration and plan again",
          gathering);
    } else if (Nodes.text(root, "complete").filter("false"::equals).isPresent()) {
      refuse(
          root.get("complete").orElse(root),
          "the plan is not complete, since it was made for a target or puts changes off: plan without -target, or apply and plan again",
          gathering);
    }
  }

  private static void refuse(Node at, String message, Gathering gathering) {
    gathering.problem(Problem.at(at.place(), message));
  }
}
