package io.pushsim.scenario.report;

import static io.pushsim.scenario.report.SampleReports.ARN;
import static io.pushsim.scenario.report.SampleReports.START;
import static io.pushsim.scenario.report.SampleReports.json;

import java.util.List;
import java.util.Optional;

/** Deliveries and runs with everything in them that a report has to show. */
final class SampleDeliveries {
  private SampleDeliveries() {}

  static DeliveryReport allowed(String id, String alias, InvocationView run) {
    return new DeliveryReport(
        "0f9b5d4c-1111-5222-8333-444455556666",
        false,
        Optional.of(id),
        ARN + ":" + alias,
        "allowed",
        Optional.of("1"),
        List.of("Statement 1 allows lambda:InvokeFunction to s3.amazonaws.com."),
        List.of(),
        Optional.of(run),
        course(DeliveryState.SUCCEEDED, attempt(1, START, run)));
  }

  private static CourseReport course(DeliveryState state, AttemptReport... attempts) {
    return new CourseReport(
        state, START, List.of(attempts), List.of(), Optional.empty(), List.of());
  }

  private static AttemptReport attempt(int number, String started, InvocationView run) {
    return new AttemptReport(number, started, run.executedVersion(), run.result(), run.error());
  }

  /**
   * It failed twice, was held back in between, and was sent to two places, of which one is none.
   */
  static DeliveryReport givenUp(String id, InvocationView first, InvocationView last) {
    return new DeliveryReport(
        "0f9b5d4c-1111-5222-8333-444455556667",
        true,
        Optional.of(id),
        ARN + ":PROD",
        "allowed",
        Optional.of("1"),
        List.of("Statement 1 allows lambda:InvokeFunction to s3.amazonaws.com."),
        List.of(),
        Optional.of(last),
        new CourseReport(
            DeliveryState.FAILED,
            "2026-01-01T02:03:00Z",
            List.of(
                attempt(1, "2026-01-01T02:03:00Z", first),
                attempt(2, "2026-01-01T02:04:01Z", last)),
            List.of(
                new HoldBackReport(
                    HoldBackReport.Reason.RESERVED_CONCURRENCY,
                    "2026-01-01T02:04:00Z",
                    "2026-01-01T02:04:01Z")),
            Optional.empty(),
            List.of(
                new SendingReport(
                    SendingReport.Kind.DEAD_LETTER_QUEUE,
                    "arn:aws:sqs:us-west-2:111111111111:poison",
                    Optional.empty()),
                new SendingReport(
                    SendingReport.Kind.ON_FAILURE,
                    "arn:aws:lambda:us-west-2:111111111111:function:repair",
                    Optional.of("Function not found: repair")))));
  }

  /** An event that a caller gave to a function, which could not be run so far. */
  static PushReport heldBackInvocation() {
    return new PushReport(
        "Invoke",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(
            new DeliveryReport(
                "0f9b5d4c-1111-5222-8333-444455556669",
                false,
                Optional.empty(),
                ARN + ":PROD",
                "allowed",
                Optional.empty(),
                List.of("Whoever calls it is in the function's own account."),
                List.of(),
                Optional.empty(),
                new CourseReport(
                    DeliveryState.WAITING,
                    "2026-01-01T02:05:01Z",
                    List.of(),
                    List.of(
                        new HoldBackReport(
                            HoldBackReport.Reason.ACCOUNT_CONCURRENCY,
                            "2026-01-01T02:05:01Z",
                            "2026-01-01T02:05:02Z")),
                    Optional.of("2026-01-01T02:05:02Z"),
                    List.of()))),
        Optional.empty());
  }

  static DeliveryReport denied() {
    return new DeliveryReport(
        "0f9b5d4c-1111-5222-8333-444455556670",
        false,
        Optional.of("beta"),
        ARN + ":BETA",
        "implicitDeny",
        Optional.empty(),
        List.of(
            "Statement s3 does not apply: its condition ArnLike on AWS:SourceArn expects"
                + " arn:aws:s3:::otherbucket, and the delivery has arn:aws:s3:::examplebucket.",
            "A grant on " + ARN + ":PROD does not count: each alias has a policy of its own."),
        List.of(
            "aws lambda add-permission --function-name helloworld --qualifier BETA --statement-id"
                + " s3-examplebucket --principal s3.amazonaws.com --action lambda:InvokeFunction"
                + " --source-arn arn:aws:s3:::examplebucket --source-account 111111111111"
                + " --region us-west-2",
            "If the bucket is not to push at BETA, take configuration beta out of its notification"
                + " configuration."),
        Optional.empty(),
        course(DeliveryState.DENIED));
  }

  static PushReport push(String key, DeliveryReport... deliveries) {
    return new PushReport(
        "ObjectCreated:Put",
        Optional.of("examplebucket"),
        Optional.of(key),
        Optional.empty(),
        List.of(),
        List.of(deliveries),
        Optional.empty());
  }

  static InvocationView run(
      String version, String start, String result, double millis, String... logs) {
    return new InvocationView(
        "0f9b5d4c-1111-5222-8333-444455556666",
        version,
        start,
        Optional.of(json(result)),
        Optional.empty(),
        List.of(logs),
        List.of(
            "START RequestId: 0f9b5d4c-1111-5222-8333-444455556666 Version: " + version,
            "END RequestId: 0f9b5d4c-1111-5222-8333-444455556666"),
        millis,
        false);
  }

  static InvocationView failedRun() {
    return new InvocationView(
        "0f9b5d4c-1111-5222-8333-444455556667",
        "2",
        "warm",
        Optional.empty(),
        Optional.of(
            json(
                "{errorType: 'TypeError', errorMessage: \"Cannot read properties of undefined"
                    + " (reading 'size')\", trace: [\"TypeError: Cannot read properties of"
                    + " undefined (reading 'size')\", '    at exports.handler"
                    + " (/var/task/helloworld.js:7:31)', '    at Runtime.handleOnce']}")),
        List.of("resizing images/broken.jpg"),
        List.of("START", "END"),
        12345.678,
        false);
  }

  static InvocationView cutRun() {
    return new InvocationView(
        "0f9b5d4c-1111-5222-8333-444455556668",
        "1",
        "cold",
        Optional.empty(),
        Optional.of(json("{errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out'}")),
        java.util.stream.IntStream.rangeClosed(1, 30).mapToObj(i -> "still at it " + i).toList(),
        List.of("START", "END"),
        3000,
        true);
  }
}
