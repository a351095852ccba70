package io.pushsim.api.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.S3Address.Level;
import io.pushsim.testing.TestResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3RoutesTest {
  private static final List<JsonNode> REQUESTS = new TestResource("s3-xml/operations.yaml").cases();
  private static final Set<String> HOSTS = Set.of("localhost", "s3.localhost", "127.0.0.1");

  private final S3Routes routes = S3Routes.ofModel();

  @TestFactory
  Stream<DynamicTest> findsTheOperation_ofARequestThatBotocoreMade() {
    return REQUESTS.stream()
        .map(
            request ->
                DynamicTest.dynamicTest(
                    request.toString(),
                    () ->
                        assertThat(operation(request))
                            .isEqualTo(request.get("operation").asText())));
  }

  private String operation(JsonNode request) {
    Exchange exchange =
        Requests.of(
            request.get("method").asText(),
            request.get("uri").asText(),
            request.has("header") ? Map.of(request.get("header").asText(), "x") : Map.of());
    return routes
        .find(exchange, S3Address.of(exchange, HOSTS).level())
        .map(S3Route::operation)
        .orElse("none");
  }

  @Test
  void knowsNoOperationsButThoseOfTheModel_andAFormsUpload() {
    Set<String> model =
        REQUESTS.stream()
            .map(request -> request.get("operation").asText())
            .collect(Collectors.toSet());
    model.add("PostObject");

    assertThat(routes.operations()).doesNotHaveDuplicates().hasSameElementsAs(model);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          localhost:4580,                  /,             SERVICE, -
          localhost,                       /examplebucket,  BUCKET,  examplebucket
          localhost,                       /examplebucket/, BUCKET,  examplebucket
          127.0.0.1:4580,                  /examplebucket/a/b, KEY,  examplebucket
          [::1]:4580,                      /examplebucket/a, KEY,    examplebucket
          s3.localhost:4580,               /examplebucket,  BUCKET,  examplebucket
          examplebucket.localhost:4580,    /,               BUCKET,  examplebucket
          ExampleBucket.LocalHost,         /,               BUCKET,  examplebucket
          examplebucket.localhost:4580,    /a/b,            KEY,     examplebucket
          examplebucket.s3.localhost,      /,               BUCKET,  examplebucket
          example.bucket.localhost:4580,   /,               BUCKET,  example.bucket
          examplebucket.example.com,       /other,          BUCKET,  other
          examplebucket.s3.amazonaws.com,  /a/b,            KEY,     examplebucket
          a.b.s3.us-west-2.amazonaws.com,  /,               BUCKET,  a.b
          s3.us-west-2.amazonaws.com,      /examplebucket,  BUCKET,  examplebucket
          localhost,                       /a%2Fb,          BUCKET,  a/b
          localhost,                       /a+b,            BUCKET,  a+b
          """)
  void findsTheBucket_inHostOrPath(String host, String path, Level level, String bucket) {
    S3Address address = S3Address.of(Requests.of("GET", path, Map.of("Host", host)), HOSTS);

    assertThat(address.level()).isEqualTo(level);
    assertThat(address.bucket().orElse(null)).isEqualTo(bucket);
  }
}
