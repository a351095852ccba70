package io.pushsim.cli;

import io.pushsim.operation.OperationTable;
import io.pushsim.scenario.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of scenario files: the operations of the table, and those that are refused by name. */
final class ScenarioVocabulary {
  private ScenarioVocabulary() {}

  static Vocabulary ofOperations() {
    Map<String, String> operations = new LinkedHashMap<>();
    OperationTable.notSimulated().forEach(name -> operations.put(name, name + " is not simulated"));
    Map<String, String> parameters = new LinkedHashMap<>();
    OperationTable.parametersNotSimulated()
        .forEach(
            (operation, names) ->
                names.forEach(
                    name ->
                        parameters.put(
                            operation + "." + name,
                            "%s.%s is not simulated; leave it out".formatted(operation, name))));
    return new Vocabulary(OperationTable.schemas(), operations, parameters);
  }
}
