package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Records of failures that a function wants in a bucket are objects there. */
class FailureRecordsAcceptanceTest {
  private final LiveServer server = new LiveServer();
  private final S3Client s3 = server.s3(LiveServer.ACCOUNT, LiveServer.REGION);

  @AfterEach
  void stop() {
    s3.close();
    server.close();
  }

  private void createFailing() {
    byte[] zip = Zips.ofHandler("(() => { throw new Error('boom'); })()");
    server.call("CreateBucket", "{\"Bucket\": \"records\"}");
    server.call(
        "CreateFunction",
        """
        {"FunctionName": "fn", "Runtime": "nodejs22.x", "Handler": "index.handler", "Timeout": 60,
         "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "%s"}}\
        """
            .formatted(Base64.getEncoder().encodeToString(zip)));
    server.call(
        "PutFunctionEventInvokeConfig",
        """
        {"FunctionName": "fn", "MaximumRetryAttempts": 0,
         "DestinationConfig": {"OnFailure": {"Destination": "arn:aws:s3:::records"}}}\
        """);
  }

  private void invokeAndSettle() throws IOException, InterruptedException {
    server.call(
        "Invoke",
        "{\"FunctionName\": \"fn\", \"InvocationType\": \"Event\", \"Payload\": \"{\\\"a\\\":"
            + " 1}\"}");
    assertThat(get("/_pushsim/settled?timeout=60s").path("settled").asBoolean()).isTrue();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.endpoint().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestResource.json(answer.body());
  }

  private List<S3Object> objects() {
    return s3.listObjectsV2(request -> request.bucket("records")).contents();
  }

  @Test
  void oneIsAnObjectOfTheBucket() throws IOException, InterruptedException {
    createFailing();

    invokeAndSettle();

    assertThat(objects()).hasSize(1);
    String key = objects().get(0).key();
    assertThat(key)
        .matches(
            "aws/lambda/async/fn/\\d{4}/\\d\\d/\\d\\d/\\d{4}-\\d\\d-\\d\\dT\\d\\d\\.\\d\\d\\.\\d\\d-[0-9a-f-]{36}");
    JsonNode record =
        TestResource.json(
            s3.getObjectAsBytes(request -> request.bucket("records").key(key)).asUtf8String());
    assertThat(record.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
    assertThat(record.at("/requestPayload/a").asInt()).isEqualTo(1);
    assertThat(record.at("/responsePayload/errorMessage").asText()).isEqualTo("boom");
  }

  @Test
  void aFunctionThatIsToldOfItsOwn_isStoppedAfterSixteenRuns()
      throws IOException, InterruptedException {
    createFailing();
    server.call(
        "AddPermission",
        """
        {"FunctionName": "fn", "StatementId": "s3", "Action": "lambda:InvokeFunction",
         "Principal": "s3.amazonaws.com", "SourceArn": "arn:aws:s3:::records"}\
        """);
    server.call(
        "PutBucketNotificationConfiguration",
        """
        {"Bucket": "records", "NotificationConfiguration": {"LambdaFunctionConfigurations": [
          {"LambdaFunctionArn": "arn:aws:lambda:us-west-2:111111111111:function:fn",
           "Events": ["s3:ObjectCreated:*"]}]}}\
        """);

    invokeAndSettle();

    // Sixteen runs fail and are told of, and that the seventeenth is stopped.
    assertThat(objects()).hasSize(17);
    assertThat(server.faults()).isEmpty();
  }
}
