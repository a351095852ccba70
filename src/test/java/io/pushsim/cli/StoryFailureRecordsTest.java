package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.Zips;
import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.StoredObjects;
import io.pushsim.scenario.World;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In a replay, records of failures are objects of the story. */
class StoryFailureRecordsTest {
  private static final String ACCOUNT = "111111111111";

  private final StoredObjects written = new StoredObjects();
  private final JavaScriptEngine engine = new JavaScriptEngine();
  private final StoryWorld world =
      new StoryWorld(
          new World.Setting(
              ACCOUNT, "us-west-2", 7, Duration.ZERO, 1000, Path.of("").toAbsolutePath(), written),
          engine);

  @AfterEach
  void stop() {
    world.close();
  }

  private void call(String operation, String parameters) {
    world.call(ACCOUNT, operation, (ObjectNode) TestResource.json(parameters), Duration.ZERO);
  }

  @Test
  void areWritten_andTheirEventsPushed_untilTheLoopIsStopped() throws IOException {
    byte[] zip = Zips.ofHandler("(() => { throw new Error('boom'); })()");
    call("CreateBucket", "{\"Bucket\": \"records\"}");
    call(
        "CreateFunction",
        """
        {"FunctionName": "fn", "Runtime": "nodejs22.x", "Handler": "index.handler",
         "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "%s"}}\
        """
            .formatted(Base64.getEncoder().encodeToString(zip)));
    call(
        "PutFunctionEventInvokeConfig",
        """
        {"FunctionName": "fn", "MaximumRetryAttempts": 0,
         "DestinationConfig": {"OnFailure": {"Destination": "arn:aws:s3:::records"}}}\
        """);
    call(
        "AddPermission",
        """
        {"FunctionName": "fn", "StatementId": "s3", "Action": "lambda:InvokeFunction",
         "Principal": "s3.amazonaws.com", "SourceArn": "arn:aws:s3:::records"}\
        """);
    call(
        "PutBucketNotificationConfiguration",
        """
        {"Bucket": "records", "NotificationConfiguration": {"LambdaFunctionConfigurations": [
          {"LambdaFunctionArn": "arn:aws:lambda:us-west-2:111111111111:function:fn",
           "Events": ["s3:ObjectCreated:*"]}]}}\
        """);

    call("Invoke", "{\"FunctionName\": \"fn\", \"InvocationType\": \"Event\"}");
    world.settle();

    Set<String> keys = written.list("records").keySet();
    assertThat(keys).hasSize(17);
    String first = keys.iterator().next();
    assertThat(first).startsWith("aws/lambda/async/fn/2026/01/01/2026-01-01T00.");
    String record =
        new String(
            written.open("records", first, Optional.empty()).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(TestResource.json(record).at("/requestContext/condition").asText())
        .isEqualTo("RetriesExhausted");
    assertThat(world.takePushes().stream().flatMap(push -> push.key().stream()).toList())
        .containsExactlyInAnyOrderElementsOf(keys);
  }
}
