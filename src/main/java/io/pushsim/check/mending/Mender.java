package io.pushsim.check.mending;

import io.pushsim.check.decision.Inventory;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import java.util.List;
import java.util.Optional;

/** Tells mending steps in the forms that people can use. */
public final class Mender {
  private final Commands commands;
  private final Expressions expressions;

  public Mender(Inventory inventory) {
    this.commands = new Commands(inventory.reading());
    this.expressions = new Expressions(inventory);
  }

  /** The AWS CLI commands; none where a step has none. */
  public List<String> commands(List<MendingStep> steps) {
    return commands.of(steps);
  }

  /**
   * The lines for the input.
   *
   * @param origin where the fault is
   */
  public Optional<Lines> lines(List<MendingStep> steps, Origin origin) {
    Dialect dialect = origin.dialect();
    return switch (dialect) {
      case CLOUDFORMATION, SAM -> new TemplateLines(expressions, origin).of(steps);
      case TERRAFORM -> new TerraformLines(expressions, origin).of(steps);
      case SCENARIO -> new ScenarioLines(expressions, origin).of(steps);
      case CLI_OUTPUT, ENDPOINT -> Optional.empty();
    };
  }
}
