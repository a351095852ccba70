package io.pushsim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.cli.ServeSettings;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A served simulator behind AWS's own SDK for Java: real HTTP, real time, real JavaScript. */
final class OverHttp implements Service {
  private final LiveServer server;
  private final RawResponses responses = new RawResponses();
  private final LambdaClient lambda;
  private final S3Client s3;
  private final SqsClient sqs;

  OverHttp(Duration settle) {
    server = new LiveServer(ServeSettings.onFreePort().withSettle(settle));
    ClientOverrideConfiguration overrides =
        ClientOverrideConfiguration.builder()
            .addExecutionInterceptor(responses)
            .retryStrategy(DefaultRetryStrategy.doNotRetry())
            .build();
    lambda =
        server.configured(
            LambdaClient.builder().overrideConfiguration(overrides),
            LiveServer.ACCOUNT,
            LiveServer.REGION);
    s3 =
        server.configured(
            S3Client.builder().forcePathStyle(true).overrideConfiguration(overrides),
            LiveServer.ACCOUNT,
            LiveServer.REGION);
    sqs =
        server.configured(
            SqsClient.builder().overrideConfiguration(overrides),
            LiveServer.ACCOUNT,
            LiveServer.REGION);
  }

  @Override
  public Reply call(String operation, ObjectNode parameters) {
    SdkClient client = client(operation);
    Method method = method(client, operation).orElseThrow();
    try {
      Object builder = method.getParameterTypes()[0].getMethod("builder").invoke(null);
      return answered(
          (AwsResponse) method.invoke(client, SdkShapes.built((SdkPojo) builder, parameters)));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof AwsServiceException refusal) {
        return refused(refusal);
      }
      throw new AssertionError(operation + " did not get through the SDK", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(operation + " is not as the SDK's operations are", e);
    }
  }

  private SdkClient client(String operation) {
    return Stream.of(lambda, s3, sqs)
        .filter(client -> method(client, operation).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Method> method(SdkClient client, String operation) {
    String name = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
    return Arrays.stream(client.getClass().getInterfaces())
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
        .filter(method -> SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
        .findFirst();
  }

  private Reply answered(AwsResponse response) {
    RawResponses.Raw raw = responses.last();
    ObjectNode members = SdkShapes.json(response);
    if (isJsonOfMembers(raw, members)) {
      // The SDK passes over what it does not know.
      assertThat(TestResource.json(SdkShapes.bodyJson(response).toString()))
          .as("what the SDK read, of what was sent")
          .isEqualTo(TestResource.json(text(raw)));
    }
    return new Reply.Answered(response.sdkHttpResponse().statusCode(), members, raw.headers());
  }

  private static boolean isJsonOfMembers(RawResponses.Raw raw, JsonNode members) {
    return raw.body().length > 0
        && "application/json".equals(raw.headers().get("content-type"))
        && !members.has("Payload");
  }

  private Reply refused(AwsServiceException refusal) {
    RawResponses.Raw raw = responses.last();
    ObjectNode fields =
        refusal instanceof S3Exception
            ? S3Errors.fields(raw.body())
            : (ObjectNode) TestResource.json(text(raw));
    String code = refusal.awsErrorDetails().errorCode();
    if (refusal instanceof LambdaException) {
      assertThat(raw.headers()).containsEntry("x-amzn-errortype", code);
    }
    return new Reply.Refused(
        refusal.statusCode(),
        code,
        Stream.of(LambdaException.class, S3Exception.class)
            .noneMatch(general -> general.equals(refusal.getClass())),
        fields,
        raw.body().length,
        raw.headers());
  }

  private static String text(RawResponses.Raw raw) {
    return new String(raw.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void awaitSettled(String function) {
    lambda.waiter().waitUntilFunctionActiveV2(request -> request.functionName(function));
    lambda.waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(function));
  }

  @Override
  public void pass(Duration duration) {
    throw new UnsupportedOperationException(
        "in real time nobody waits for %s: the story is to be told in-process-only"
            .formatted(duration));
  }

  @Override
  public void close() {
    lambda.close();
    s3.close();
    sqs.close();
    server.close();
    assertThat(server.faults()).as("faults of pushsim's own").isEmpty();
  }
}
