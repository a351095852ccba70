package io.pushsim.outside;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.testing.SdkClients;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;

/**
 * A function whose alias {@code live} a bucket of the function's name tells of every new object, as
 * a person sets it up.
 *
 * @param handler as Lambda has it, such as {@code index.handler}
 */
record TriggeredFunction(URI endpoint, String name, String handler) {
  private static final String ACCOUNT = "111111111111";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private SdkClients clients() {
    return new SdkClients(endpoint, "us-west-2", ACCOUNT, "any");
  }

  /** Creates the bucket and the function, which is not tried again. */
  void deploy(byte[] zip) {
    try (LambdaClient lambda = clients().lambda();
        S3Client s3 = clients().s3()) {
      s3.createBucket(request -> request.bucket(name));
      lambda.createFunction(
          request ->
              request
                  .functionName(name)
                  .runtime("nodejs20.x")
                  .handler(handler)
                  .role("arn:aws:iam::%s:role/any".formatted(ACCOUNT))
                  .timeout(60)
                  .publish(true)
                  .code(code -> code.zipFile(SdkBytes.fromByteArray(zip))));
      lambda.putFunctionEventInvokeConfig(
          request -> request.functionName(name).qualifier("1").maximumRetryAttempts(0));
      String alias =
          lambda
              .createAlias(request -> request.functionName(name).name("live").functionVersion("1"))
              .aliasArn();
      lambda.putFunctionEventInvokeConfig(
          request -> request.functionName(name).qualifier("live").maximumRetryAttempts(0));
      lambda.addPermission(
          request ->
              request
                  .functionName(name)
                  .qualifier("live")
                  .statementId("s3")
                  .principal("s3.amazonaws.com")
                  .action("lambda:InvokeFunction")
                  .sourceArn("arn:aws:s3:::" + name)
                  .sourceAccount(ACCOUNT));
      LambdaFunctionConfiguration rule =
          LambdaFunctionConfiguration.builder()
              .lambdaFunctionArn(alias)
              .events(Event.S3_OBJECT_CREATED)
              .build();
      s3.putBucketNotificationConfiguration(
          request ->
              request
                  .bucket(name)
                  .notificationConfiguration(all -> all.lambdaFunctionConfigurations(rule)));
    }
  }

  /**
   * Uploads an object and waits until the function has been told of it.
   *
   * @return how that came out
   */
  String upload(String key, String type, String content) {
    try (S3Client s3 = clients().s3()) {
      s3.putObject(
          request -> request.bucket(name).key(key).contentType(type),
          RequestBody.fromString(content));
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    String outcome = outcome();
    while (List.of("", "waiting", "running").contains(outcome)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("%s is not done: '%s'".formatted(name, outcome));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      outcome = outcome();
    }
    return outcome;
  }

  private String outcome() {
    JsonNode page = new AdminClient(endpoint).found("deliveries?bucket=" + name);
    return page.at("/deliveries/0/outcome").asText();
  }

  /** What it logged itself, without time, request id and level. */
  List<String> logged() {
    try (CloudWatchLogsClient logs = clients().configured(CloudWatchLogsClient.builder()).build()) {
      return logs
          .filterLogEvents(request -> request.logGroupName("/aws/lambda/" + name))
          .events()
          .stream()
          .map(FilteredLogEvent::message)
          .filter(message -> message.contains("\t"))
          .map(message -> message.split("\t", 4))
          .filter(parts -> parts.length == 4 && parts[0].endsWith("Z"))
          .map(parts -> parts[3].strip())
          .toList();
    }
  }

  /** The objects of another bucket: their keys, types and texts. */
  List<String> objects(String bucket) {
    try (S3Client s3 = clients().s3()) {
      return s3.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
          .map(object -> s3.getObjectAsBytes(request -> request.bucket(bucket).key(object.key())))
          .map(object -> object.response().contentType() + ": " + object.asUtf8String())
          .toList();
    }
  }
}
