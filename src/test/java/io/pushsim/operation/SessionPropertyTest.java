package io.pushsim.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.LambdaFunction;
import io.pushsim.journal.State;
import io.pushsim.policy.ResourcePolicy;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is true after any session of operations, sensible or not. */
class SessionPropertyTest {
  /** Calls with holes: a function, a qualifier, another one, a version, a bucket. */
  private static final List<String> CALLS =
      List.of(
          "CreateFunction {FunctionName: F, Runtime: nodejs22.x, Role: 'arn:aws:iam::111111111111:role/one', Handler: i.h, Publish: true, Code: {ZipFile: 'zip:one'}}",
          "CreateFunction {FunctionName: F, Runtime: nodejs22.x, Role: 'arn:aws:iam::111111111111:role/one', Handler: i.h, Code: {ZipFile: 'zip:one'}}",
          "UpdateFunctionCode {FunctionName: F, ZipFile: 'zip:V'}",
          "UpdateFunctionCode {FunctionName: F, ZipFile: 'zip:V', Publish: true}",
          "UpdateFunctionConfiguration {FunctionName: F, Description: 'Q'}",
          "PublishVersion {FunctionName: F}",
          "TagResource {Resource: 'arn:aws:lambda:us-west-2:111111111111:function:F', Tags: {Q: 'V'}}",
          "UntagResource {Resource: 'arn:aws:lambda:us-west-2:111111111111:function:F', TagKeys: [Q]}",
          "DeleteFunction {FunctionName: F}",
          "DeleteFunction {FunctionName: F, Qualifier: 'V'}",
          "CreateAlias {FunctionName: F, Name: Q, FunctionVersion: 'V'}",
          "CreateAlias {FunctionName: F, Name: Q, FunctionVersion: 'V', RoutingConfig: {AdditionalVersionWeights: {'2': 0.5}}}",
          "UpdateAlias {FunctionName: F, Name: Q, FunctionVersion: 'V', RoutingConfig: {AdditionalVersionWeights: {}}}",
          "DeleteAlias {FunctionName: F, Name: Q}",
          "AddPermission {FunctionName: F, StatementId: Q, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com}",
          "AddPermission {FunctionName: F, Qualifier: Q, StatementId: s3, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com}",
          "AddPermission {FunctionName: F, Qualifier: 'V', StatementId: s3, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com, SourceArn: 'arn:aws:s3:::BUCKET'}",
          "RemovePermission {FunctionName: F, StatementId: Q}",
          "RemovePermission {FunctionName: F, Qualifier: Q, StatementId: s3}",
          "CreateBucket {Bucket: BUCKET}",
          "DeleteBucket {Bucket: BUCKET}",
          "PutBucketNotificationConfiguration {Bucket: BUCKET, NotificationConfiguration: {LambdaFunctionConfigurations: [{LambdaFunctionArn: 'arn:aws:lambda:us-west-2:111111111111:function:F:Q', Events: ['s3:ObjectCreated:*']}]}}",
          "PutBucketNotificationConfiguration {Bucket: BUCKET, SkipDestinationValidation: true, NotificationConfiguration: {LambdaFunctionConfigurations: [{LambdaFunctionArn: 'arn:aws:lambda:us-west-2:111111111111:function:F:V', Events: ['s3:ObjectRemoved:*']}]}}",
          "PutBucketNotificationConfiguration {Bucket: BUCKET, NotificationConfiguration: {}}",
          "PutBucketNotification {Bucket: BUCKET, NotificationConfiguration: {CloudFunctionConfiguration: {CloudFunction: 'arn:aws:lambda:us-west-2:111111111111:function:F:Q', Event: 's3:ObjectCreated:*'}}}",
          "GetFunction {FunctionName: F, Qualifier: Q}",
          "Invoke {FunctionName: F, Qualifier: Q}");

  @Provide
  Arbitrary<List<String>> sessions() {
    return Combinators.combine(
            Arbitraries.of(CALLS),
            Arbitraries.of("one", "two"),
            Arbitraries.of("PROD", "BETA"),
            Arbitraries.of("1", "2", "3"),
            Arbitraries.of("bucket-one", "bucket-two"))
        .as(
            (call, function, qualifier, version, bucket) ->
                call.replace("F,", function + ",")
                    .replace("F}", function + "}")
                    .replace(":F:", ":" + function + ":")
                    .replace(":F'", ":" + function + "'")
                    .replaceAll("\\bQ\\b", qualifier)
                    .replaceAll("\\bV\\b", version)
                    .replace("BUCKET", bucket))
        .list()
        .ofMinSize(5)
        .ofMaxSize(60);
  }

  @Property(tries = 200)
  void isToldByTheJournal_whateverTheStateIs(@ForAll("sessions") List<String> session) {
    Simulation simulation = new Simulation();
    session.forEach(call -> tryCall(simulation, call));

    State told = State.of(simulation.journal());

    assertThat(content(told)).isEqualTo(content(simulation.state()));
  }

  @Property(tries = 200)
  void leavesPublishedVersionsAsTheyWere(@ForAll("sessions") List<String> session) {
    Simulation simulation = new Simulation();
    Map<String, JsonNode> published = new HashMap<>();
    for (String call : session) {
      tryCall(simulation, call);
      for (LambdaFunction function : simulation.state().functions().list(Simulation.CALLER)) {
        for (String number : function.versions().keySet()) {
          String key = function.arn().functionName() + ":" + number;
          JsonNode now =
              simulation
                  .call(
                      "GetFunctionConfiguration",
                      TestResource.json(
                          "{\"FunctionName\":\"%s:%s\"}"
                              .formatted(function.arn().functionName(), number)))
                  .body();
          assertThat(published.computeIfAbsent(key, first -> now)).isEqualTo(now);
        }
      }
      if (call.startsWith("DeleteFunction") && !call.contains("Qualifier")) {
        published.clear();
      }
    }
  }

  @Property(tries = 200)
  void changesNothing_whenAnOperationIsRefused(@ForAll("sessions") List<String> session) {
    Simulation simulation = new Simulation();
    for (String call : session) {
      Map<String, Object> before = content(simulation.state());
      List<Object> entries = entries(simulation);
      if (!tryCall(simulation, call)) {
        assertThat(content(simulation.state())).isEqualTo(before);
        assertThat(entries(simulation)).isEqualTo(entries);
      }
    }
  }

  private static List<Object> entries(Simulation simulation) {
    List<Object> entries = new ArrayList<>();
    simulation.journal().read(entries::add);
    return entries;
  }

  private static boolean tryCall(Simulation simulation, String call) {
    int space = call.indexOf(' ');
    try {
      simulation.call(call.substring(0, space), TestResource.yaml(call.substring(space)));
      return true;
    } catch (SimulatorException refused) {
      return false;
    }
  }

  private static Map<String, Object> content(State state) {
    Map<String, Object> content = new HashMap<>();
    Scope scope = Simulation.CALLER;
    List<LambdaFunction> functions = state.functions().list(scope);
    content.put("functions", functions);
    for (Bucket bucket : state.buckets().ownedBy(scope.account())) {
      content.put(bucket.name(), bucket);
    }
    for (String name : List.of("one", "two")) {
      FunctionArn.parse("arn:aws:lambda:us-west-2:111111111111:function:" + name)
          .map(state.policies()::policiesOf)
          .ifPresent(policies -> policies.forEach((arn, policy) -> put(content, arn, policy)));
    }
    return content;
  }

  private static void put(Map<String, Object> content, FunctionArn arn, ResourcePolicy policy) {
    content.put(arn.toString(), List.of(policy.revisionId(), policy.document().toPlain()));
  }
}
