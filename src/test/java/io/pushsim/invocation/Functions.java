package io.pushsim.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.function.LambdaFunction;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.DeliveryQuery;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Makes the functions of a test, and changes them. */
record Functions(Simulation simulation) {

  /**
   * A function whose package answers as the simulation says of that name; version 1 is published.
   */
  void create(String name, String answers) {
    simulation.call("CreateFunction", created(name, answers));
  }

  /** Such a function of another account or region. */
  LambdaFunction in(Scope owner, String name) {
    simulation.call("CreateFunction", created(name, "any"), owner);
    return simulation
        .state()
        .functions()
        .require(FunctionArn.of(owner, name, Qualifier.UNQUALIFIED));
  }

  private static JsonNode created(String name, String answers) {
    return TestResource.json(
        """
        {"FunctionName": "%s", "Runtime": "nodejs22.x", "Handler": "index.handler", "Publish": true,
         "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "zip:%s"}}\
        """
            .formatted(name, answers));
  }

  /** What came of all functions' asynchronous invocations, oldest first. */
  List<Delivery> deliveries() {
    List<Delivery> deliveries =
        new ArrayList<>(
            simulation
                .journal()
                .history()
                .deliveries(DeliveryQuery.ALL, OptionalLong.empty(), 3000)
                .items()
                .stream()
                .map(DeliveryAccount::delivery)
                .toList());
    Collections.reverse(deliveries);
    return deliveries;
  }

  void call(String operation, String parameters) {
    simulation.call(operation, TestResource.json(parameters));
  }

  /** Sets how many of its invocations may run at once. */
  void reserve(String name, int reserved) {
    call(
        "PutFunctionConcurrency",
        "{\"FunctionName\": \"%s\", \"ReservedConcurrentExecutions\": %d}"
            .formatted(name, reserved));
  }

  /** Keeps environments ready for version 1. */
  void provision(String name, int provisioned) {
    provision(name, "1", provisioned);
  }

  /** Keeps environments ready for a version or an alias. */
  void provision(String name, String qualifier, int provisioned) {
    call(
        "PutProvisionedConcurrencyConfig",
        "{\"FunctionName\": \"%s\", \"Qualifier\": \"%s\", \"ProvisionedConcurrentExecutions\": %d}"
            .formatted(name, qualifier, provisioned));
  }

  LambdaFunction get(String name) {
    return simulation
        .state()
        .functions()
        .require(FunctionArn.of(Simulation.CALLER, name, Qualifier.UNQUALIFIED));
  }
}
