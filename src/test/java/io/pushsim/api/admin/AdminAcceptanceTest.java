package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;

/** pushsim's own paths but for explain and the lists of deliveries and events. */
class AdminAcceptanceTest {
  private final LiveServer server = new LiveServer();
  private final AdminClient admin = new AdminClient(server);
  private final SmallWorld world = new SmallWorld(server);

  @AfterEach
  void close() {
    server.close();
    assertThat(server.faults()).isEmpty();
  }

  @Test
  void saysThatItIsWell_andSinceWhen() {
    JsonNode health = admin.found("health");

    assertThat(health.path("status").asText()).isEqualTo("ok");
    assertThat(health.path("version").asText()).isNotEmpty();
    assertThat(Instant.parse(health.path("since").asText()))
        .isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS));
    assertThat(health.path("uptimeSeconds").asDouble(-1)).isBetween(0.0, 60.0);
  }

  @Test
  void namesThePathsThatThereAre_whenOneIsUnknown() {
    JsonNode refusal = AdminClient.json(admin.get("helth"), 404);

    assertThat(refusal.path("error").asText()).isEqualTo("ResourceNotFoundException");
    assertThat(refusal.path("message").asText())
        .startsWith("There is no /_pushsim/helth. There are: GET /_pushsim/health, ")
        .contains("POST /_pushsim/deliveries/{id}/redeliver");
  }

  @Test
  void namesTheMethodsThatThereAre_whenOneIsNot() {
    HttpResponse<String> refusal = admin.send("DELETE", "events", "");

    assertThat(AdminClient.json(refusal, 405).path("error").asText()).isEqualTo("MethodNotAllowed");
    assertThat(refusal.headers().firstValue("Allow")).contains("GET, HEAD, POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"health?x=1", "health?a=%zz", "deliveries/%zz", "code/%zz"})
  void refusesWhatIsNotWellWritten(String path) throws IOException {
    assertThat(raw("GET /_pushsim/" + path + " HTTP/1.1\r\nHost: localhost\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  private String raw(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void answersServersThatOnlyKnock() {
    assertThat(admin.get("events").statusCode()).isEqualTo(200);
    assertThat(admin.send("HEAD", "events", "").statusCode()).isEqualTo(200);
    assertThat(admin.post("events", "").statusCode()).isEqualTo(200);
    assertThat(admin.found("events").path("events")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello                        | no JSON
          {"getObjectContext": {}}     | a GetObject transform request
          {"TopicArn": "x"}            | an SNS envelope
          []                           | a JSON list
          {"Records": [{"a": 1}]}      | a record without an eventSource
          """)
  void saysWhatCame_whenItIsNoNotification(String body, String what) {
    JsonNode refusal = AdminClient.json(admin.post("events", body), 400);

    assertThat(refusal.path("error").asText()).isEqualTo("InvalidRequestContentException");
    assertThat(refusal.path("message").asText()).contains(what);
  }

  @Test
  void refusesBodiesThatAreNoTextOrTooLarge() {
    HttpResponse<String> bytes = admin.send("POST", "events", new byte[] {'{', (byte) 0xff, '}'});
    HttpResponse<String> large = admin.post("events", "x".repeat(1_048_577));
    HttpResponse<String> unwanted = admin.post("reset", "{}");

    assertThat(AdminClient.json(bytes, 400).path("message").asText()).contains("UTF-8");
    assertThat(AdminClient.json(large, 413).path("message").asText()).contains("1048576 bytes");
    assertThat(AdminClient.json(unwanted, 413).path("message").asText()).contains("no body");
  }

  @Test
  void takesTestEvents() {
    JsonNode answer =
        AdminClient.json(
            admin.post(
                "events",
                "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"examplebucket\"}"),
            200);

    assertThat(answer)
        .isEqualTo(
            TestResource.json(
"""
{"accepted": 0, "ignored": 0, "duplicates": 0, "rejected": 0}"""));
  }

  @Test
  void settlesAtOnce_whenNothingIsUnderWay() {
    assertThat(admin.found("settled").path("settled").asBoolean()).isTrue();
    assertThat(admin.get("settled?timeout=PT0S").statusCode()).isEqualTo(200);
  }

  @Test
  void waitsForEventsThatAreAccepted_untilTheirHandlersHaveEnded() {
    world.build("await new Promise(done => setTimeout(done, 300))");
    for (int i = 0; i < 20; i++) {
      admin.post("events", SmallWorld.put(i));

      assertThat(admin.get("settled?timeout=30s").statusCode()).isEqualTo(200);
      assertThat(admin.found("deliveries?outcome=succeeded&count=true").path("count").asInt())
          .isEqualTo(i + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "16m", "-1s", "", "PT-3S", "99999999999s"})
  void refusesTimeoutsThatItCannotKeep(String timeout) {
    JsonNode refusal = AdminClient.json(admin.get("settled?timeout=" + timeout), 400);

    assertThat(refusal.path("message").asText()).contains("'" + timeout + "'").contains("PT15M");
  }

  @Test
  void endsTheWait_whenTheClientHasGone() throws IOException {
    world.build("await new Promise(done => setTimeout(done, 4000))");
    admin.post("events", SmallWorld.PUT);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /_pushsim/settled HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      awaitMetric("pushsim_settled_waiting ", 1);
    }

    awaitMetric("pushsim_settled_waiting ", 0);

    assertThat(metric("pushsim_invocations_active ")).isEqualTo(1);
  }

  private void awaitMetric(String name, double value) {
    Instant end = Instant.now().plusSeconds(3);
    while (metric(name) != value && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(metric(name)).isEqualTo(value);
  }

  @Test
  void letsEverythingGo() {
    world.build("await new Promise(done => setTimeout(done, 700))");
    admin.post("events", SmallWorld.PUT);
    assertThat(admin.get("settled?timeout=100ms").statusCode()).isEqualTo(408);

    HttpResponse<String> reset = admin.post("reset", "");

    assertThat(reset.statusCode()).isEqualTo(204);
    assertThat(admin.found("deliveries").path("deliveries")).isEmpty();
    assertThat(admin.found("events").path("events")).isEmpty();
    assertThat(server.call("ListFunctions", "{}").path("Functions")).isEmpty();
    admin.settle();
    assertThat(admin.found("deliveries").path("deliveries")).isEmpty();
    world.build("'new'");
    admin.post("events", SmallWorld.PUT);
    admin.settle();
    JsonNode delivery = admin.found("deliveries").at("/deliveries/0");
    assertThat(delivery.at("/attempts/0/result").asText()).isEqualTo("new");
    assertThat(delivery.at("/attempts/0/coldStart").asBoolean()).isTrue();
  }

  @Test
  void givesTheCode_byTheLinkOfGetFunction() throws GeneralSecurityException {
    world.build("1");
    GetFunctionResponse function;
    try (LambdaClient lambda = server.lambda()) {
      function = lambda.getFunction(request -> request.functionName("helloworld"));
    }
    String location = function.code().location();

    HttpResponse<byte[]> zip = AdminClient.download(location);

    assertThat(zip.statusCode()).isEqualTo(200);
    assertThat(
            Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(zip.body())))
        .isEqualTo(function.configuration().codeSha256());
    assertThat(zip.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(zip.headers().firstValue("Content-Length"))
        .contains(Integer.toString(zip.body().length));
    assertThat(zip.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"");
    HttpResponse<String> head =
        admin.send("HEAD", location.substring(location.indexOf("code/")), "");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length"))
        .contains(Integer.toString(zip.body().length));
    HttpResponse<String> forged =
        admin.get(
            location.substring(location.indexOf("code/")).replace("Signature=", "Signature=0"));
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.body()).contains("<Code>SignatureDoesNotMatch</Code>");
  }

  @Test
  void refusesCode_whenTheLinkHasExpiredOrIsNone() {
    HttpResponse<String> expired = admin.get("code/abc?Expires=1&Signature=0");
    HttpResponse<String> bare = admin.get("code/abc");

    assertThat(expired.statusCode()).isEqualTo(403);
    assertThat(expired.headers().firstValue("Content-Type")).contains("application/xml");
    assertThat(expired.body())
        .contains("<Error><Code>AccessDenied</Code><Message>Request has expired</Message>");
    assertThat(bare.statusCode()).isEqualTo(403);
    assertThat(bare.body()).contains("<Code>AccessDenied</Code><Message>Access Denied</Message>");
  }

  @Test
  void countsWhatHappens() {
    world.build("event.fail ? missing : 1");
    try (LambdaClient lambda = server.lambda()) {
      lambda.invoke(request -> request.functionName("helloworld").qualifier("PROD"));
      lambda.invoke(
          request ->
              request
                  .functionName("helloworld")
                  .qualifier("PROD")
                  .payload(SdkBytes.fromUtf8String("{\"fail\":1}")));
    }
    admin.post("events", SmallWorld.PUT);
    admin.settle();
    world.revoke();
    admin.post("events", SmallWorld.put(2));
    admin.settle();
    admin.get("nothing");

    HttpResponse<String> metrics = admin.get("metrics");
    assertThat(metrics.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(
            metric(
                "pushsim_requests_seconds_count{operation=\"Invoke\",service=\"lambda\",status=\"200\"}"))
        .isEqualTo(2);
    assertThat(
            metric(
                "pushsim_requests_seconds_count{operation=\"AcceptEvents\",service=\"pushsim\",status=\"200\"}"))
        .isEqualTo(2);
    assertThat(
            metric(
                "pushsim_requests_seconds_count{operation=\"unknown\",service=\"pushsim\",status=\"404\"}"))
        .isEqualTo(1);
    assertThat(metric("pushsim_request_received_bytes_total{operation=\"AcceptEvents\""))
        .isEqualTo(2.0 * SmallWorld.PUT.getBytes(StandardCharsets.UTF_8).length);
    String prod = "function=\"helloworld\",outcome=\"%s\",qualifier=\"PROD\"}";
    assertThat(metric("pushsim_invocations_seconds_count{" + prod.formatted("success")))
        .isEqualTo(2);
    assertThat(metric("pushsim_invocations_seconds_count{" + prod.formatted("functionError")))
        .isEqualTo(1);
    assertThat(metric("pushsim_invocations_seconds_sum{" + prod.formatted("success"))).isPositive();
    assertThat(metric("pushsim_cold_starts_total{")).isEqualTo(1);
    assertThat(metric("pushsim_deliveries_total{decision=\"allowed\"}")).isEqualTo(1);
    assertThat(metric("pushsim_deliveries_total{decision=\"implicitDeny\"}")).isEqualTo(1);
    assertThat(metric("pushsim_deliveries_total{decision=\"explicitDeny\"}")).isZero();
    assertThat(metric("pushsim_invocations_active ")).isZero();
    assertThat(metric("pushsim_threads_abandoned ")).isZero();
    assertThat(metric("jvm_memory_used_bytes{area=\"heap\"")).isPositive();
    assertThat(metric("jvm_threads_live_threads ")).isPositive();
    assertThat(metric("jvm_gc_collections_seconds_count{")).isNotNegative();
  }

  /** The value of the first line that begins so. */
  private double metric(String beginning) {
    List<String> lines = admin.get("metrics").body().lines().toList();
    return lines.stream()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .orElseThrow(() -> new AssertionError("no " + beginning + " in " + lines));
  }
}
