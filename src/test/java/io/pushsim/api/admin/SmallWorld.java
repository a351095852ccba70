package io.pushsim.api.admin;

import static io.pushsim.testing.LiveServer.ACCOUNT;
import static io.pushsim.testing.LiveServer.REGION;

import io.pushsim.api.Zips;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.util.Base64;

/**
 * What the tests of pushsim's own paths are about: the function {@code helloworld} with its alias
 * PROD, which examplebucket notifies of new objects, and may.
 */
public final class SmallWorld {
  static final String FUNCTION =
      "arn:aws:lambda:%s:%s:function:helloworld".formatted(REGION, ACCOUNT);
  static final String PROD = FUNCTION + ":PROD";
  static final String PUT = new TestResource("minio-events/01-put.json").text();
  static final String ANOTHER_PUT =
      new TestResource("minio-events/02-put-user-metadata.json").text();

  private static final String REQUEST_ID = "18EA89DBFA75C975";

  private final LiveServer server;

  public SmallWorld(LiveServer server) {
    this.server = server;
  }

  /** The same notification of another request: {@link #PUT} twice would be one event. */
  static String put(int request) {
    return PUT.replace(REQUEST_ID, "%016X".formatted(request));
  }

  /** With a handler that answers what the JavaScript expression is. */
  public SmallWorld build(String expression) {
    function(expression);
    grant();
    server.call("CreateBucket", "{\"Bucket\": \"examplebucket\"}");
    notifies("prod", PROD, "s3:ObjectCreated:*");
    return this;
  }

  void function(String expression) {
    server.call(
        "CreateFunction",
        """
        {"FunctionName": "helloworld", "Runtime": "nodejs22.x", "Handler": "index.handler",
         "Role": "arn:aws:iam::111111111111:role/any", "Publish": true, "Code": {"ZipFile": "%s"}}
        """
            .formatted(Base64.getEncoder().encodeToString(Zips.ofHandler(expression))));
    server.call(
        "CreateAlias",
        """
        {"FunctionName": "helloworld", "Name": "PROD", "FunctionVersion": "1"}""");
  }

  /** Publishes version 2, too. */
  public void secondVersion(String expression) {
    server.call(
        "UpdateFunctionCode",
        """
        {"FunctionName": "helloworld", "Publish": true, "ZipFile": "%s"}"""
            .formatted(Base64.getEncoder().encodeToString(Zips.ofHandler(expression))));
  }

  void grant() {
    server.call(
        "AddPermission",
        """
        {"FunctionName": "helloworld", "Qualifier": "PROD", "StatementId": "s3",
         "Principal": "s3.amazonaws.com", "Action": "lambda:InvokeFunction",
         "SourceArn": "arn:aws:s3:::examplebucket", "SourceAccount": "111111111111"}
        """);
  }

  public void revoke() {
    server.call(
        "RemovePermission",
        """
        {"FunctionName": "helloworld", "Qualifier": "PROD", "StatementId": "s3"}""");
  }

  void notifies(String id, String target, String event) {
    server.call(
        "PutBucketNotificationConfiguration",
        """
        {"Bucket": "examplebucket", "SkipDestinationValidation": true,
         "NotificationConfiguration": {"LambdaFunctionConfigurations": [
           {"Id": "%s", "LambdaFunctionArn": "%s", "Events": ["%s"]}]}}
        """
            .formatted(id, target, event));
  }
}
