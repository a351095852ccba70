package io.pushsim.cli;

import io.pushsim.scenario.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code pushsim schema}. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of scenario files, for editors and checkers.")
final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal
        .out()
        .println(ScenarioSchema.document(ScenarioVocabulary.ofOperations()).toPrettyString());
    terminal.out().flush();
    return 0;
  }
}
