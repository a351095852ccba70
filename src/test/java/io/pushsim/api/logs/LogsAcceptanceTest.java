package io.pushsim.api.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.Zips;
import io.pushsim.api.admin.AdminClient;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** The AWS SDK finds on the port, as CloudWatch Logs, what functions logged. */
class LogsAcceptanceTest {
  private static final String HANDLER =
      "exports.handler = async (e) => { console.log('key =', e.key); console.error('two\\nlines'); console.debug('fine'); return 1; };";

  private static LiveServer server;
  private static LambdaClient lambda;
  private static CloudWatchLogsClient logs;

  @BeforeAll
  static void start() {
    server = new LiveServer();
    lambda = server.lambda();
    logs = client(LiveServer.ACCOUNT);
  }

  private static CloudWatchLogsClient client(String account) {
    return server.configured(CloudWatchLogsClient.builder(), account, LiveServer.REGION);
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(server.faults()).isEmpty();
  }

  @AfterAll
  static void stop() {
    logs.close();
    lambda.close();
    server.close();
  }

  /** Its log group, which no other test has. */
  private static String function(String name, String handler, String loggingConfig) {
    server.call(
        "CreateFunction",
        """
        {"FunctionName": "%s", "Runtime": "nodejs22.x", "Handler": "index.handler",
         "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "%s"},
         "LoggingConfig": %s}"""
            .formatted(
                name,
                Base64.getEncoder().encodeToString(Zips.of("index.js", handler)),
                loggingConfig));
    return "/aws/lambda/" + name;
  }

  private static String function(String name) {
    return function(name, HANDLER, "{}");
  }

  private static InvokeResponse invoke(String function, String payload) {
    return lambda.invoke(r -> r.functionName(function).payload(SdkBytes.fromUtf8String(payload)));
  }

  private static List<String> messages(String group, String pattern) {
    return logs.filterLogEvents(r -> r.logGroupName(group).filterPattern(pattern)).events().stream()
        .map(FilteredLogEvent::message)
        .toList();
  }

  @Test
  void showsWhatAFunctionWrote_asSoonAsItHasAnswered() {
    String group = function("shows");
    String id = invoke("shows", "{\"key\": \"ü\"}").responseMetadata().requestId();

    FilterLogEventsResponse found = logs.filterLogEvents(r -> r.logGroupName(group));

    assertThat(found.events())
        .extracting(FilteredLogEvent::message)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("INIT_START Runtime Version: nodejs:22.v"),
            line -> assertThat(line).isEqualTo("START RequestId: " + id + " Version: $LATEST\n"),
            line -> assertThat(line).endsWith("\t" + id + "\tINFO\tkey = ü\n"),
            line -> assertThat(line).endsWith("\t" + id + "\tERROR\ttwo\nlines\n"),
            line -> assertThat(line).endsWith("\t" + id + "\tDEBUG\tfine\n"),
            line -> assertThat(line).isEqualTo("END RequestId: " + id + "\n"),
            line ->
                assertThat(line)
                    .startsWith("REPORT RequestId: " + id + "\tDuration: ")
                    .endsWith(" ms\t\n"));
    assertThat(found.events())
        .extracting(FilteredLogEvent::eventId)
        .doesNotHaveDuplicates()
        .isSorted()
        .allMatch(eventId -> eventId.matches("\\d{56}"));
    assertThat(found.events())
        .allSatisfy(
            event -> {
              assertThat(event.logStreamName())
                  .matches("\\d{4}/\\d\\d/\\d\\d/\\[\\$LATEST][0-9a-f]{32}");
              assertThat(event.timestamp()).isLessThanOrEqualTo(event.ingestionTime());
            });
    assertThat(found.nextToken()).isNull();
    assertThat(found.searchedLogStreams()).isEmpty();
  }

  @Test
  void aPushedFunctionsLogIsThere_too() {
    String group = function("pushed");
    server.call("CreateBucket", "{\"Bucket\": \"pushed\"}");
    server.call(
        "AddPermission",
        """
        {"FunctionName": "pushed", "StatementId": "1", "Principal": "s3.amazonaws.com",
         "Action": "lambda:InvokeFunction", "SourceArn": "arn:aws:s3:::pushed"}""");
    server.call(
        "PutBucketNotificationConfiguration",
        """
        {"Bucket": "pushed", "NotificationConfiguration": {"LambdaFunctionConfigurations": [
          {"LambdaFunctionArn": "arn:aws:lambda:us-west-2:111111111111:function:pushed",
           "Events": ["s3:ObjectCreated:*"]}]}}""");
    try (var s3 = server.s3(LiveServer.ACCOUNT, LiveServer.REGION)) {
      s3.putObject(
          r -> r.bucket("pushed").key("k"),
          software.amazon.awssdk.core.sync.RequestBody.fromString("x"));
    }
    new AdminClient(server.endpoint()).get("settled?timeout=10s");

    assertThat(messages(group, "key")).singleElement().asString().endsWith("key = undefined\n");
  }

  @Test
  void tellsOfGroups_byPrefixOrPattern_inPages() {
    List<String> groups = List.of(function("groups-b"), function("groups-a"), function("groups-c"));
    assertThat(logs.describeLogGroups(r -> r.logGroupNamePrefix("/aws/lambda/groups-")).logGroups())
        .isEmpty();
    groups.forEach(group -> invoke(group.substring("/aws/lambda/".length()), "{}"));

    List<LogGroup> found = new ArrayList<>();
    logs.describeLogGroupsPaginator(r -> r.logGroupNamePrefix("/aws/lambda/groups-").limit(1))
        .logGroups()
        .forEach(found::add);

    assertThat(found)
        .extracting(LogGroup::logGroupName)
        .containsExactly("/aws/lambda/groups-a", "/aws/lambda/groups-b", "/aws/lambda/groups-c");
    LogGroup first = found.get(0);
    String arn = "arn:aws:logs:us-west-2:111111111111:log-group:/aws/lambda/groups-a";
    assertThat(first.arn()).isEqualTo(arn + ":*");
    assertThat(first.logGroupArn()).isEqualTo(arn);
    assertThat(first.storedBytes())
        .isEqualTo(
            logs.filterLogEvents(r -> r.logGroupIdentifier(arn)).events().stream()
                .mapToLong(event -> 26 + event.message().length())
                .sum());
    assertThat(logs.describeLogGroups(r -> r.logGroupNamePattern("oups-c")).logGroups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.logGroupName()).isEqualTo("/aws/lambda/groups-c");
              assertThat(group.storedBytes()).isNull();
            });
    try (CloudWatchLogsClient stranger = client("222222222222")) {
      assertThat(stranger.describeLogGroups().logGroups()).isEmpty();
      assertThatThrownBy(() -> stranger.filterLogEvents(r -> r.logGroupIdentifier(arn)))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Test
  void tellsOfStreams_oneForEachEnvironment() {
    String group = function("streams");
    invoke("streams", "{}");
    server.call(
        "UpdateFunctionConfiguration",
        "{\"FunctionName\": \"streams\", \"Description\": \"another environment\"}");
    invoke("streams", "{}");

    List<LogStream> found =
        logs.describeLogStreams(
                r -> r.logGroupName(group).orderBy(OrderBy.LAST_EVENT_TIME).descending(true))
            .logStreams();

    assertThat(found).hasSize(2);
    assertThat(found.get(0).lastEventTimestamp())
        .isGreaterThanOrEqualTo(found.get(1).lastEventTimestamp());
    assertThat(found)
        .allSatisfy(
            stream -> {
              assertThat(stream.arn())
                  .isEqualTo(
                      "arn:aws:logs:us-west-2:111111111111:log-group:%s:log-stream:%s"
                          .formatted(group, stream.logStreamName()));
              assertThat(stream.firstEventTimestamp())
                  .isLessThanOrEqualTo(stream.lastEventTimestamp());
            });
    String newest = found.get(0).logStreamName();
    assertThat(
            logs.describeLogStreams(r -> r.logGroupName(group).logStreamNamePrefix(newest))
                .logStreams())
        .extracting(LogStream::logStreamName)
        .containsExactly(newest);
    assertThat(logs.filterLogEvents(r -> r.logGroupName(group).logStreamNames(newest)).events())
        .hasSize(7)
        .allMatch(event -> event.logStreamName().equals(newest));
  }

  @Test
  void readsAStream_fromItsEndAndOn() {
    String group = function("reads");
    invoke("reads", "{\"key\": 1}");
    String stream =
        logs.describeLogStreams(r -> r.logGroupName(group)).logStreams().get(0).logStreamName();

    GetLogEventsResponse last =
        logs.getLogEvents(r -> r.logGroupName(group).logStreamName(stream).limit(2));
    assertThat(last.events())
        .extracting(OutputLogEvent::message)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("END "),
            line -> assertThat(line).startsWith("REPORT "));
    GetLogEventsResponse nothingNew =
        logs.getLogEvents(
            r -> r.logGroupName(group).logStreamName(stream).nextToken(last.nextForwardToken()));
    assertThat(nothingNew.events()).isEmpty();
    assertThat(nothingNew.nextForwardToken()).isEqualTo(last.nextForwardToken());

    invoke("reads", "{\"key\": 2}");

    assertThat(
            logs.getLogEvents(
                    r ->
                        r.logGroupName(group)
                            .logStreamName(stream)
                            .nextToken(nothingNew.nextForwardToken()))
                .events())
        .extracting(OutputLogEvent::message)
        .hasSize(6)
        .first()
        .asString()
        .startsWith("START ");
    assertThat(
            logs.getLogEvents(
                    r ->
                        r.logGroupName(group)
                            .logStreamName(stream)
                            .nextToken(last.nextBackwardToken()))
                .events())
        .hasSize(5);
  }

  @Test
  void timesBoundWhatIsFound() {
    String group = function("times");
    invoke("times", "{}");
    List<FilteredLogEvent> all = logs.filterLogEvents(r -> r.logGroupName(group)).events();
    long last = all.get(all.size() - 1).timestamp();
    String stream = all.get(0).logStreamName();

    assertThat(logs.filterLogEvents(r -> r.logGroupName(group).startTime(last + 1)).events())
        .isEmpty();
    assertThat(
            logs.filterLogEvents(r -> r.logGroupName(group).startTime(last).endTime(last)).events())
        .isNotEmpty()
        .allMatch(event -> event.timestamp() == last);
    assertThat(
            logs.getLogEvents(
                    r -> r.logGroupName(group).logStreamName(stream).startTime(last).endTime(last))
                .events())
        .isEmpty();
  }

  @Test
  void logsJson_ofTheLevelsAndInTheGroupOfTheConfiguration() {
    function(
        "json",
        "exports.handler = async (e) => { console.info('i'); console.warn({ user: { id: e.id } }); if (e.id > 1) throw new Error('no'); };",
        "{\"LogFormat\": \"JSON\", \"ApplicationLogLevel\": \"WARN\", \"SystemLogLevel\": \"WARN\", \"LogGroup\": \"shared/logs\"}");
    invoke("json", "{\"id\": 1}");

    assertThat(messages("shared/logs", ""))
        .singleElement()
        .satisfies(
            line -> {
              JsonNode entry = TestResource.json(line);
              assertThat(entry.path("level").asText()).isEqualTo("WARN");
              assertThat(entry.at("/message/user/id").asInt()).isEqualTo(1);
            });

    invoke("json", "{\"id\": 2}");

    assertThat(messages("shared/logs", "{ $.message.user.id = 2 }")).hasSize(1);
    assertThat(messages("shared/logs", "{ $.type = platform.report && $.record.status = error }"))
        .hasSize(1);
    assertThat(messages("shared/logs", "{ $.level = \"ERROR\" || $.level = FATAL }")).hasSize(1);
    assertThat(logs.describeLogGroups(r -> r.logGroupNamePrefix("/aws/lambda/json")).logGroups())
        .isEmpty();
  }

  @Test
  void aDeletedFunctionsLogStays_untilEverythingIsReset() throws Exception {
    try (LiveServer own = new LiveServer();
        LambdaClient functions = own.lambda();
        CloudWatchLogsClient reader =
            own.configured(CloudWatchLogsClient.builder(), LiveServer.ACCOUNT, LiveServer.REGION)) {
      own.call(
          "CreateFunction",
          """
          {"FunctionName": "gone", "Runtime": "nodejs22.x", "Handler": "index.handler",
           "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "%s"}}"""
              .formatted(Base64.getEncoder().encodeToString(Zips.ofHandler("1"))));
      functions.invoke(r -> r.functionName("gone"));
      functions.deleteFunction(r -> r.functionName("gone"));

      assertThat(reader.filterLogEvents(r -> r.logGroupName("/aws/lambda/gone")).events())
          .hasSize(4);

      new AdminClient(own.endpoint()).post("reset", "");

      assertThat(reader.describeLogGroups().logGroups()).isEmpty();
      assertThat(own.faults()).isEmpty();
    }
  }

  @Test
  void refusesInCloudWatchLogsWords() {
    String group = function("refuses");
    invoke("refuses", "{}");

    assertThatThrownBy(() -> logs.filterLogEvents(r -> r.logGroupName("/no/such")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(
            "The specified log group does not exist. (Service: CloudWatchLogs, Status Code: 400");
    assertThatThrownBy(() -> logs.getLogEvents(r -> r.logGroupName(group).logStreamName("s")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("The specified log stream does not exist.");
    assertThatThrownBy(() -> logs.filterLogEvents(r -> r.logGroupName(group).logStreamNames("s")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> logs.describeLogGroups(r -> r.limit(51)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(
            "1 validation error detected: Value '51' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 50");
    assertThatThrownBy(
            () ->
                logs.describeLogStreams(
                    r ->
                        r.logGroupName(group)
                            .logStreamNamePrefix("2")
                            .orderBy(OrderBy.LAST_EVENT_TIME)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Cannot order by LastEventTime with a logStreamNamePrefix.");
    assertThatThrownBy(() -> logs.filterLogEvents(r -> r.logGroupName(group).nextToken("x")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("The specified nextToken is invalid.");
    assertThatThrownBy(() -> logs.filterLogEvents(r -> r.filterPattern("x")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Value null at 'logGroupName'");
    assertThatThrownBy(
            () -> logs.filterLogEvents(r -> r.logGroupName(group).logGroupIdentifier(group)))
        .isInstanceOf(CloudWatchLogsException.class)
        .hasMessageContaining("mutually exclusive");
  }

  @Test
  void refusesByName_whatIsNotSimulated() {
    assertThatThrownBy(() -> logs.createLogGroup(r -> r.logGroupName("mine")))
        .isInstanceOf(CloudWatchLogsException.class)
        .hasMessageContaining("CloudWatch Logs' operation CreateLogGroup is not simulated")
        .hasMessageContaining("Status Code: 501");
    assertThatThrownBy(() -> logs.describeLogGroups(r -> r.includeLinkedAccounts(true)))
        .isInstanceOf(CloudWatchLogsException.class)
        .hasMessageContaining("includeLinkedAccounts is not simulated");
  }
}
