package io.pushsim.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.journal.Entry;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations do, or leave undone, beside answering: runs, deliveries, sums. */
class SideEffectsTest {
  private static final String CREATE =
      "{FunctionName: fn, Runtime: nodejs22.x, Role: 'arn:aws:iam::111111111111:role/one', Handler: i.h, Publish: true, Code: {ZipFile: 'zip:one'}}";
  private static final String GRANT =
      "{FunctionName: fn, StatementId: s3, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com}";

  private final Simulation simulation =
      new Simulation(Duration.ZERO, Map.of("one", "\"$count\"", "two", "[\"$count\", 2]"));

  private JsonNode call(String operation, String parameters) {
    return simulation.call(operation, TestResource.yaml(parameters)).body();
  }

  /** How often the function had run in its environment before. */
  private int earlierRuns() {
    return call("Invoke", "{FunctionName: fn}").path("Payload").asInt();
  }

  @Test
  void runsOnce_whenInvokedInTheOldAsynchronousForm() {
    call("CreateFunction", CREATE);

    call("InvokeAsync", "{FunctionName: fn, InvokeArgs: '{}'}");
    simulation.time().runDue();

    assertThat(earlierRuns()).isEqualTo(1);
  }

  @Test
  void refusesTheOldAsynchronousForm_whenThePayloadIsLongerThanItsLimit() {
    call("CreateFunction", CREATE);
    String longest = "a".repeat(262_142);

    call("InvokeAsync", "{FunctionName: fn, InvokeArgs: '\"%s\"'}".formatted(longest));

    assertThatThrownBy(
            () ->
                call("InvokeAsync", "{FunctionName: fn, InvokeArgs: '\"a%s\"'}".formatted(longest)))
        .hasMessage(
            "262145 byte payload is too large for the Event invocation type (limit 262144 bytes)");
  }

  @Test
  void refusesAClientContext_whenItIsLongerThanAHeaderMayBe() {
    call("CreateFunction", CREATE);
    String json = "{\"a\":\"%s\"}".formatted("b".repeat(2677));
    String encoded = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    String longer =
        Base64.getEncoder().encodeToString((json + " ").getBytes(StandardCharsets.UTF_8));
    assertThat(encoded).hasSize(3580);
    assertThat(longer).hasSize(3584);

    call("Invoke", "{FunctionName: fn, ClientContext: '%s'}".formatted(encoded));

    assertThatThrownBy(
            () -> call("Invoke", "{FunctionName: fn, ClientContext: '%s'}".formatted(longer)))
        .hasMessage("Client context must be no longer than 3583 bytes of Base64, and has 3584.");
  }

  /** s3:TestEvent goes to queues and topics only (contract 8.2). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PutBucketNotificationConfiguration {Bucket: examplebucket, NotificationConfiguration: {LambdaFunctionConfigurations: [{LambdaFunctionArn: 'arn:aws:lambda:us-west-2:111111111111:function:fn', Events: ['s3:ObjectCreated:*']}]}}",
        "PutBucketNotification {Bucket: examplebucket, NotificationConfiguration: {CloudFunctionConfiguration: {CloudFunction: 'arn:aws:lambda:us-west-2:111111111111:function:fn', Event: 's3:ObjectCreated:*'}}}"
      })
  void deliversNothing_whenABucketIsToldWhatToNotify(String put) {
    call("CreateFunction", CREATE);
    call("AddPermission", GRANT);
    call("CreateBucket", "{Bucket: examplebucket}");

    call(put.substring(0, put.indexOf(' ')), put.substring(put.indexOf(' ')));
    simulation.time().advance(Duration.ofDays(1));

    assertThat(entries()).hasSize(4).hasOnlyElementsOfType(Entry.OperationDone.class);
    assertThat(earlierRuns()).isZero();
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    simulation.journal().read(entries::add);
    return entries;
  }

  @Test
  void countsEveryVersionsCode_inTheAccountsUsage() {
    long one = call("CreateFunction", CREATE).path("CodeSize").asLong();
    long two =
        call("UpdateFunctionCode", "{FunctionName: fn, ZipFile: 'zip:two'}")
            .path("CodeSize")
            .asLong();
    assertThat(usage("TotalCodeSize")).as("version 1 and $LATEST").isEqualTo(one + two);

    call("PublishVersion", "{FunctionName: fn}");
    assertThat(usage("TotalCodeSize")).as("version 2 too").isEqualTo(one + 2 * two);
    assertThat(usage("FunctionCount")).isEqualTo(1);

    call("DeleteFunction", "{FunctionName: fn, Qualifier: '1'}");
    assertThat(usage("TotalCodeSize")).isEqualTo(2 * two);

    call("DeleteFunction", "{FunctionName: fn}");
    assertThat(usage("TotalCodeSize")).isZero();
    assertThat(usage("FunctionCount")).isZero();
  }

  private long usage(String member) {
    return call("GetAccountSettings", "{}").path("AccountUsage").path(member).asLong();
  }
}
