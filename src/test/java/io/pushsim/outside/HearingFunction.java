package io.pushsim.outside;

import io.pushsim.api.Zips;
import io.pushsim.testing.SdkClients;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;

/**
 * A function that {@code examplebucket} tells of its events, in the account 111111111111 and the
 * region us-east-1.
 *
 * @param answer the JavaScript expression that it answers
 * @param events that it is told of
 */
record HearingFunction(String answer, List<String> events) {

  void build(SdkClients clients) {
    LambdaFunctionConfiguration rule =
        LambdaFunctionConfiguration.builder()
            .lambdaFunctionArn("arn:aws:lambda:us-east-1:111111111111:function:hears")
            .eventsWithStrings(events)
            .build();
    try (LambdaClient lambda = clients.lambda();
        S3Client s3 = clients.s3()) {
      lambda.createFunction(
          request ->
              request
                  .functionName("hears")
                  .runtime("nodejs22.x")
                  .role("arn:aws:iam::111111111111:role/any")
                  .handler("index.handler")
                  .code(code -> code.zipFile(SdkBytes.fromByteArray(Zips.ofHandler(answer)))));
      lambda.addPermission(
          request ->
              request
                  .functionName("hears")
                  .statementId("s3")
                  .principal("s3.amazonaws.com")
                  .action("lambda:InvokeFunction")
                  .sourceArn("arn:aws:s3:::examplebucket"));
      s3.putBucketNotificationConfiguration(
          request ->
              request
                  .bucket("examplebucket")
                  .notificationConfiguration(all -> all.lambdaFunctionConfigurations(rule)));
    }
  }
}
