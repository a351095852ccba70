package io.pushsim.scenario.report;

import static io.pushsim.scenario.report.SampleDeliveries.allowed;
import static io.pushsim.scenario.report.SampleDeliveries.cutRun;
import static io.pushsim.scenario.report.SampleDeliveries.denied;
import static io.pushsim.scenario.report.SampleDeliveries.failedRun;
import static io.pushsim.scenario.report.SampleDeliveries.givenUp;
import static io.pushsim.scenario.report.SampleDeliveries.heldBackInvocation;
import static io.pushsim.scenario.report.SampleDeliveries.push;
import static io.pushsim.scenario.report.SampleDeliveries.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of replays with everything in them that a report has to show. */
final class SampleReports {
  static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:helloworld";
  static final String START = "2026-01-01T00:00:00Z";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private SampleReports() {}

  /** A story that passes, one that does not, and one of hostile names. */
  static ReplayReport rich() {
    return new ReplayReport(List.of(tutorial(), canary(), hostile()));
  }

  static ReplayReport passing() {
    return new ReplayReport(List.of(tutorial()));
  }

  static StoryReport tutorial() {
    return story(
        "scenarios/tutorial.yaml",
        "Tutorial: using AWS Lambda aliases",
        step(14, "CreateFunction", createFunction())
            .answered(
                "{FunctionName: 'helloworld', FunctionArn: '" + ARN + "', Version: '$LATEST'}")
            .report(1),
        step(
                21,
                "CreateAlias",
                "{FunctionName: 'helloworld', Name: 'DEV', FunctionVersion: '$LATEST'}")
            .answered("{AliasArn: '" + ARN + ":DEV', Name: 'DEV', FunctionVersion: '$LATEST'}")
            .report(2),
        step(24, "PublishVersion", "{FunctionName: 'helloworld'}")
            .answered("{Version: '1', FunctionArn: '" + ARN + ":1'}")
            .report(3),
        step(27, "CreateAlias", "{FunctionName: 'helloworld', Name: 'PROD', FunctionVersion: '1'}")
            .answered("{AliasArn: '" + ARN + ":PROD', Name: 'PROD', FunctionVersion: '1'}")
            .report(4),
        step(30, "PutBucketNotificationConfiguration", notificationConfiguration())
            .refused(
                new ErrorReport(
                    "InvalidArgument",
                    400,
                    "Unable to validate the following destination configurations",
                    ordered(
                        "ArgumentName1",
                        ARN + ":PROD, null",
                        "ArgumentValue1",
                        "Not authorized to invoke function [" + ARN + ":PROD]"),
                    List.of("There is no resource policy on exactly " + ARN + ":PROD."),
                    true))
            .report(5),
        step(41, "AddPermission", addPermission())
            .answered("{Statement: '{\"Sid\":\"1\",\"Resource\":\"" + ARN + ":PROD\"}'}")
            .report(6),
        step(49, "PutBucketNotificationConfiguration", notificationConfiguration())
            .answered("{}")
            .report(7),
        step(58, "PutObject", "{Bucket: 'examplebucket', Key: 'a b.txt', Body: 'hello'}")
            .pushed(
                push(
                    "a b.txt",
                    allowed(
                        "prod",
                        "PROD",
                        run(
                            "1",
                            "cold",
                            "'message'",
                            3.25,
                            "value1 = undefined",
                            "value2 = undefined"))))
            .report(8),
        step(64, "Advance", "'PT3M'").at("2026-01-01T00:00:00.004Z").report(9),
        step(65, "Invoke", "{FunctionName: 'helloworld', Qualifier: 'DEV', Payload: {key1: 'a'}}")
            .at("2026-01-01T00:03:00.004Z")
            .answered("{StatusCode: 200, ExecutedVersion: '$LATEST'}")
            .invoked(run("$LATEST", "warm", "{status: 'ok', n: 2.5}", 1, "value1 = a"))
            .report(10));
  }

  static StoryReport canary() {
    return story(
        "scenarios/canary.yaml",
        "10 % of the pushes go to version 2",
        step(
                12,
                "UpdateAlias",
                "{FunctionName: 'helloworld', Name: 'PROD', FunctionVersion: '1',"
                    + " RoutingConfig: {AdditionalVersionWeights: {'2': 0.1}}}")
            .answered("{AliasArn: '" + ARN + ":PROD', FunctionVersion: '1'}")
            .report(1),
        step(20, "PutObject", "{Bucket: 'examplebucket', Key: 'photo.jpg'}")
            .pushed(push("photo.jpg", allowed("prod", "PROD", run("1", "cold", "null", 12.5))))
            .repeated(
                new RepeatReport(
                    2000,
                    2000,
                    2000,
                    0,
                    3,
                    2,
                    ordered("succeeded", 1997, "waiting", 3),
                    ordered("dropped", 3, "duplicated", 1),
                    ordered("1", 1803, "2", 197)))
            .failed(
                new FailureReport(
                    "split.2",
                    25,
                    17,
                    "0.2 ± 0.02 of the runs on version 2",
                    "0.0985 (197 of 2000)"))
            .report(2),
        step(30, "PutObject", "{Bucket: 'examplebucket', Key: 'b.txt'}")
            .at("2026-01-01T02:05:00Z")
            .pushed(push("b.txt", denied()))
            .failed(
                new FailureReport("deliveries[0].decision", 33, 13, "allowed", "implicitDeny"),
                new FailureReport(
                    "deliveries[0].result", 34, 13, "{\n  \"status\" : \"ok\"\n}", "(absent)"))
            .report(3),
        step(40, "PutObject", "{Bucket: 'examplebucket', Key: 'notes/readme.md'}")
            .pushed(
                new PushReport(
                    "ObjectCreated:Put",
                    Optional.of("examplebucket"),
                    Optional.of("notes/readme.md"),
                    Optional.of("5b1c4d7e-1111-4222-8333-444455556666"),
                    List.of(
                        new FaultReport(
                            FaultReport.Kind.DELAY, "delayed by 30s, until 2026-01-01T02:05:30Z")),
                    List.of(),
                    Optional.of(
                        "configuration images asks for the prefix images/, and the key starts with"
                            + " notes/")))
            .at("2026-01-01T02:05:01Z")
            .report(4),
        step(44, "PutObject", "{Bucket: 'examplebucket', Key: 'images/broken.jpg'}")
            .pushed(
                push("images/broken.jpg", givenUp("images", failedRun(), failedRun())),
                heldBackInvocation())
            .at("2026-01-01T02:05:01Z")
            .report(5),
        step(50, "GetAlias", "{FunctionName: 'helloworld', Name: 'QA'}")
            .refused(
                new ErrorReport(
                    "ResourceNotFoundException",
                    404,
                    "Cannot find alias arn: " + ARN + ":QA",
                    Map.of(),
                    List.of(),
                    false))
            .failed(new FailureReport("", 50, 5, "an answer", "ResourceNotFoundException"))
            .at("2026-01-01T02:05:01Z")
            .report(6));
  }

  static StoryReport hostile() {
    String key =
        "<script>alert('ü')</script>]]> </style>\u0000\u001b[31m\u202egpj.exe\n\ud800 &amp; \"q\"";
    return story(
        "scenarios/odd <keys>.yaml",
        "Odd keys \u001b]0;owned\u0007 & </title><script>alert(1)</script>",
        step(9, "PutObject", "{Bucket: 'examplebucket'}")
            .with("Key", key)
            .pushed(
                push(
                    key,
                    allowed(
                        "<b>all</b>",
                        "PROD",
                        run(
                            "1",
                            "warm",
                            "'</pre><script>'",
                            0.001,
                            "\u001b[2Jcleared?\ttab\r\nsecond line ]]> \u0085 <img src=x>"))))
            .report(1),
        step(
                20,
                "PutObject",
                "{Bucket: 'examplebucket', Key: ' 写真/家族旅行/二〇二六年一月一日/とても長い名前の写真👨‍👩‍👧🎉.jpg'}")
            .pushed(
                push(
                    " 写真/家族旅行/二〇二六年一月一日/とても長い名前の写真👨‍👩‍👧🎉.jpg",
                    allowed(
                        "all", "PROD", run("1", "warm", "'完了しました。写真を三枚保存しました。次の写真を待っています。' ", 2))))
            .report(2),
        step(30, "Notify", "{File: 'minio-events/03-put-odd-key.json'}")
            .pushed(push("100%+plus/" + "verylong".repeat(20), givenUp("all", cutRun(), cutRun())))
            .report(3),
        step(40, "FutureOperation", "{Some: {Nested: [1, 2.5, true, null]}, Text: 'a'}")
            .answered("{Done: true}")
            .report(4));
  }

  private static String createFunction() {
    return "{FunctionName: 'helloworld', Runtime: 'nodejs6.10', Handler: 'helloworld.handler',"
        + " Role: 'arn:aws:iam::111111111111:role/lambda_basic_execution',"
        + " Code: {Path: 'helloworld-v1'}}";
  }

  private static String notificationConfiguration() {
    return "{Bucket: 'examplebucket', NotificationConfiguration: {LambdaFunctionConfigurations: ["
        + "{Id: 'prod', LambdaFunctionArn: '"
        + ARN
        + ":PROD', Events: ['s3:ObjectCreated:*'],"
        + " Filter: {Key: {FilterRules: [{Name: 'Suffix', Value: '.txt'}]}}}]}}";
  }

  private static String addPermission() {
    return "{FunctionName: 'helloworld', Qualifier: 'PROD', StatementId: '1',"
        + " Principal: 's3.amazonaws.com', Action: 'lambda:InvokeFunction',"
        + " SourceArn: 'arn:aws:s3:::examplebucket', SourceAccount: '111111111111'}";
  }

  static StoryReport story(String file, String name, StepReport... steps) {
    return new StoryReport(file, name, "111111111111", "us-west-2", 7, START, List.of(steps));
  }

  static <V> Map<String, V> ordered(String first, V one, String second, V two) {
    Map<String, V> map = new LinkedHashMap<>();
    map.put(first, one);
    map.put(second, two);
    return map;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static StepBuilder step(int line, String operation, String parameters) {
    return new StepBuilder(line, operation, json(parameters));
  }
}
