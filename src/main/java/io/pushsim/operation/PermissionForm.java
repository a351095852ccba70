package io.pushsim.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.shape.Shape;
import io.pushsim.policy.PolicyDocument;
import java.util.Map;

/** AWS's constraints on the parameters of AddPermission, for who does not call it. */
public final class PermissionForm {
  private static final Shape SHAPE = Shape.of(PolicyOperations.Add.class);

  private PermissionForm() {}

  /**
   * Holds parameters against AWS's constraints; absent ones are passed over.
   *
   * @param parameters by AWS's names
   * @throws SimulatorException ValidationException in AWS's words
   */
  public static void check(Map<String, String> parameters) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    parameters.forEach(json::put);
    SHAPE.checkValues(json);
  }

  /** The bytes that a policy takes of the 20,480 that it may have. */
  public static int size(PolicyDocument document) {
    return PolicyOperations.size(document);
  }
}
