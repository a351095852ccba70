package io.pushsim.eventsource;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.DeliveryQuery;
import io.pushsim.journal.EventAccount;
import io.pushsim.journal.EventQuery;
import io.pushsim.journal.History;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A function that may be told of every new object in examplebucket, and is. */
final class SimpleWorld {
  private static final int ALL = 2000;

  private final Simulation simulation;

  SimpleWorld(DuplicateWindow window) {
    this(new Simulation(Duration.ZERO, Map.of("one", "1"), window));
    build();
  }

  /** Not built yet. */
  SimpleWorld(Simulation simulation) {
    this.simulation = simulation;
  }

  Simulation simulation() {
    return simulation;
  }

  void build() {
    call(
        "CreateFunction",
        """
        {"FunctionName": "fn", "Runtime": "nodejs22.x", "Handler": "index.handler",
         "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "zip:one"}}""");
    call("CreateBucket", "{\"Bucket\": \"examplebucket\"}");
    call(
        "AddPermission",
        """
        {"FunctionName": "fn", "StatementId": "s3", "Principal": "s3.amazonaws.com",
         "Action": "lambda:InvokeFunction"}""");
    call(
        "PutBucketNotificationConfiguration",
        """
        {"Bucket": "examplebucket",
         "NotificationConfiguration": {"LambdaFunctionConfigurations": [
           {"LambdaFunctionArn": "arn:aws:lambda:us-west-2:111111111111:function:fn",
            "Events": ["s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:ObjectTagging:*"]}]}}""");
  }

  private void call(String operation, String parameters) {
    simulation.call(operation, TestResource.json(parameters));
  }

  /** Hears a message, and does at once what is due then. */
  Receipt hear(String message) {
    return hear(new NotificationReader().readEach(message));
  }

  Receipt hear(List<BucketNotification> notifications) {
    Receipt receipt = simulation.router().accept(notifications).toCompletableFuture().join();
    simulation.time().runDue();
    return receipt;
  }

  /** Newest first. */
  List<EventAccount> events() {
    return history().events(EventQuery.ALL, OptionalLong.empty(), ALL).items();
  }

  /** Newest first. */
  List<DeliveryAccount> deliveries() {
    return history().deliveries(DeliveryQuery.ALL, OptionalLong.empty(), ALL).items();
  }

  /** The events that were pushed, as often as they were. */
  List<ObjectEvent> pushed() {
    return deliveries().stream().map(account -> account.event().orElseThrow().event()).toList();
  }

  private History history() {
    return simulation.journal().history();
  }
}
