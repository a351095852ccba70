package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/**
 * What a caller may do: everything in its own account, and elsewhere what a resource policy grants.
 */
final class Access {
  private Access() {}

  /** Refuses what is another account's. */
  static void checkSameAccount(Scope caller, String operation, FunctionArn arn) {
    if (!arn.account().equals(caller.account())) {
      throw denied(caller, operation, arn);
    }
  }

  /** The action that a caller of the operation must be allowed to take. */
  static String action(String operation) {
    return "lambda:" + (operation.equals("Invoke") ? "InvokeFunction" : operation);
  }

  /** Lambda's answer where no statement lets another account's caller pass. */
  static SimulatorException denied(Scope caller, String operation, FunctionArn arn) {
    return new SimulatorException(
        ErrorCode.ACCESS_DENIED,
        "User: arn:%s:iam::%s:root is not authorized to perform: %s on resource: %s because no resource-based policy allows the %3$s action"
            .formatted(caller.partition().id(), caller.account(), action(operation), arn));
  }
}
