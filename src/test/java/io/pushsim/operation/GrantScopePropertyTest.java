package io.pushsim.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.error.SimulatorException;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A grant opens the exact ARN that it is for, and no other way to the same code. */
class GrantScopePropertyTest {
  private static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:fn";

  /** Every way to the function's code. "$LATEST" takes no policy, so no grant can open it. */
  private static final List<String> QUALIFIERS =
      List.of("", ":$LATEST", ":1", ":2", ":PROD", ":CANARY");

  @Provide
  Arbitrary<Set<String>> granted() {
    return Arbitraries.of(QUALIFIERS).filter(qualifier -> !qualifier.equals(":$LATEST")).set();
  }

  @Property(tries = 64)
  void opensItsOwnQualifierOnly(@ForAll("granted") Set<String> granted) {
    Simulation simulation = world();
    granted.forEach(qualifier -> grant(simulation, qualifier));

    for (String target : QUALIFIERS) {
      assertThat(accepts(simulation, target))
          .as("a push at fn%s, with grants on %s", target, granted)
          .isEqualTo(granted.contains(target));
    }
  }

  @Property(tries = 64)
  void closesItsOwnQualifierOnly_whenItIsRemoved(@ForAll("granted") Set<String> removed) {
    Simulation simulation = world();
    QUALIFIERS.stream()
        .filter(qualifier -> !qualifier.equals(":$LATEST"))
        .forEach(qualifier -> grant(simulation, qualifier));
    removed.forEach(
        qualifier ->
            call(
                simulation,
                "RemovePermission",
                "{FunctionName: 'fn%s', StatementId: s3}".formatted(qualifier)));

    for (String target : QUALIFIERS) {
      assertThat(accepts(simulation, target))
          .isEqualTo(!removed.contains(target) && !target.equals(":$LATEST"));
    }
  }

  private static Simulation world() {
    Simulation simulation = new Simulation();
    call(
        simulation,
        "CreateFunction",
        "{FunctionName: fn, Runtime: nodejs22.x, Role: 'arn:aws:iam::111111111111:role/one', Handler: i.h, Publish: true, Code: {ZipFile: 'zip:one'}}");
    call(simulation, "UpdateFunctionCode", "{FunctionName: fn, ZipFile: 'zip:two', Publish: true}");
    call(simulation, "CreateAlias", "{FunctionName: fn, Name: PROD, FunctionVersion: '1'}");
    call(
        simulation,
        "CreateAlias",
        "{FunctionName: fn, Name: CANARY, FunctionVersion: '1', RoutingConfig: {AdditionalVersionWeights: {'2': 0.5}}}");
    call(simulation, "CreateBucket", "{Bucket: examplebucket}");
    return simulation;
  }

  private static void grant(Simulation simulation, String qualifier) {
    call(
        simulation,
        "AddPermission",
        "{FunctionName: 'fn%s', StatementId: s3, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com, SourceArn: 'arn:aws:s3:::examplebucket', SourceAccount: '111111111111'}"
            .formatted(qualifier));
  }

  /** Whether S3 keeps a configuration with this target. */
  private static boolean accepts(Simulation simulation, String qualifier) {
    try {
      call(
          simulation,
          "PutBucketNotificationConfiguration",
          "{Bucket: examplebucket, NotificationConfiguration: {LambdaFunctionConfigurations: [{LambdaFunctionArn: '%s%s', Events: ['s3:ObjectCreated:*']}]}}"
              .formatted(ARN, qualifier));
      return true;
    } catch (SimulatorException refusal) {
      assertThat(refusal.details())
          .isEqualTo(
              Map.of(
                  "ArgumentName1", ARN + qualifier + ", null",
                  "ArgumentValue1", "Not authorized to invoke function [" + ARN + qualifier + "]"));
      return false;
    }
  }

  private static void call(Simulation simulation, String operation, String parameters) {
    simulation.call(operation, TestResource.yaml(parameters));
  }
}
