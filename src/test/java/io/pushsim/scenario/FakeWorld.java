package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.PushFaults;
import io.pushsim.scenario.report.AttemptReport;
import io.pushsim.scenario.report.CourseReport;
import io.pushsim.scenario.report.DeliveryReport;
import io.pushsim.scenario.report.DeliveryState;
import io.pushsim.scenario.report.HoldBackReport;
import io.pushsim.scenario.report.InvocationView;
import io.pushsim.scenario.report.PushReport;
import io.pushsim.scenario.report.SendingReport;
import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A world that answers with what it was called with, notes what happens in it, and pushes every
 * change at one alias, whose runs take two seconds each.
 */
final class FakeWorld implements World {
  static final String TARGET = "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD";
  private static final String QUEUE = "arn:aws:sqs:us-west-2:111111111111:dlq";
  private static final Duration RUN = Duration.ofSeconds(2);

  final List<String> happened = new ArrayList<>();
  final Setting setting;
  boolean closed;
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
  private final Map<String, String> owners = new HashMap<>();
  private List<PushReport> pushes = new ArrayList<>();
  private int running;
  private int runs;

  FakeWorld(Setting setting) {
    this.setting = setting;
  }

  @Override
  public VirtualTime time() {
    return time;
  }

  @Override
  public Answer call(
      String account, String operation, ObjectNode parameters, Duration propagation) {
    note(operation + " by " + account + " " + parameters);
    String bucket = parameters.path("Bucket").asText();
    if (operation.equals("CreateBucket")) {
      if (bucket.equals("Bad")) {
        throw new SimulatorException(
            ErrorCode.S3_INVALID_BUCKET_NAME, "The specified bucket is not valid.");
      }
      owners.put(bucket, account);
    } else if (operation.equals("DeleteBucket")) {
      owners.remove(bucket);
    } else if (operation.equals("AddPermission")) {
      throw new SimulatorException(
          ErrorCode.RESOURCE_NOT_FOUND, "Function not found: helloworld", Map.of("Key", "detail"));
    }
    return new Answer(
        parameters.deepCopy(),
        operation.equals("Invoke") ? Optional.of(view("7")) : Optional.empty());
  }

  @Override
  public Optional<String> bucketOwner(String bucket) {
    return Optional.ofNullable(owners.get(bucket));
  }

  @Override
  public void notify(String notification, PushFaults faults) {
    note("Notify " + notification);
  }

  @Override
  public void change(ObjectChange change, PushFaults faults) {
    note(
        change.eventName()
            + " "
            + change.bucket()
            + "/"
            + change.key()
            + change.size().map(size -> " " + size).orElse("")
            + change.eTag().map(tag -> " " + tag).orElse(""));
    running++;
    time.at(time.instant().plus(RUN), () -> finish(change));
  }

  @Override
  public void pushHeld() {}

  private void finish(ObjectChange change) {
    running--;
    runs++;
    boolean denied = change.key().equals("denied");
    DeliveryReport delivery =
        new DeliveryReport(
            "delivery-" + runs,
            false,
            Optional.of("prod"),
            TARGET,
            denied ? "implicitDeny" : "allowed",
            denied ? Optional.empty() : Optional.of("1"),
            denied ? List.of("no statement", "matches the principal") : List.of("statement 1"),
            denied ? List.of("aws lambda add-permission") : List.of(),
            denied ? Optional.empty() : Optional.of(view(runs % 10 == 0 ? "2" : "1")),
            course(change.key()));
    pushes.add(
        new PushReport(
            change.eventName(),
            Optional.of(change.bucket()),
            Optional.of(change.key()),
            Optional.empty(),
            List.of(),
            List.of(delivery),
            Optional.empty()));
  }

  /** Of the key {@code dead} there were two attempts, {@code held} was held back twice. */
  private static CourseReport course(String key) {
    String pushed = "2026-01-01T00:00:00Z";
    return switch (key) {
      case "dead" ->
          new CourseReport(
              DeliveryState.FAILED,
              pushed,
              List.of(failure(1, pushed), failure(2, "2026-01-01T00:01:00.000002Z")),
              List.of(),
              Optional.empty(),
              List.of(
                  new SendingReport(SendingReport.Kind.DEAD_LETTER_QUEUE, QUEUE, Optional.empty()),
                  new SendingReport(
                      SendingReport.Kind.ON_FAILURE, TARGET, Optional.of("it is gone"))));
      case "held" ->
          new CourseReport(
              DeliveryState.WAITING,
              pushed,
              List.of(),
              List.of(
                  new HoldBackReport(
                      HoldBackReport.Reason.SYSTEM_ERROR, pushed, "2026-01-01T00:00:01Z"),
                  new HoldBackReport(
                      HoldBackReport.Reason.SCALING_RATE,
                      "2026-01-01T00:00:01Z",
                      "2026-01-01T00:00:03Z")),
              Optional.of("2026-01-01T00:00:03Z"),
              List.of());
      case "denied" ->
          new CourseReport(
              DeliveryState.DENIED, pushed, List.of(), List.of(), Optional.empty(), List.of());
      default ->
          new CourseReport(
              DeliveryState.SUCCEEDED,
              pushed,
              List.of(
                  new AttemptReport(
                      1,
                      pushed,
                      "1",
                      Optional.of(JsonNodeFactory.instance.textNode("message")),
                      Optional.empty())),
              List.of(),
              Optional.empty(),
              List.of());
    };
  }

  private static AttemptReport failure(int number, String started) {
    return new AttemptReport(
        number,
        started,
        "1",
        Optional.empty(),
        Optional.of(JsonNodeFactory.instance.objectNode().put("errorMessage", "boom")));
  }

  private InvocationView view(String version) {
    JsonNode message = JsonNodeFactory.instance.textNode("message");
    List<String> logs = List.of("Loading function", "value1 = a", "value2 = b");
    return new InvocationView(
        "request",
        version,
        runs <= 1 ? "cold" : "warm",
        Optional.of(message),
        Optional.empty(),
        logs,
        logs,
        1.5,
        false);
  }

  private void note(String what) {
    happened.add(time.instant().toString().substring(14, 19) + " " + what);
  }

  @Override
  public void settle() {
    time.runDue();
    while (running > 0 && time.runNext()) {
      time.runDue();
    }
  }

  @Override
  public List<PushReport> takePushes() {
    List<PushReport> taken = pushes;
    pushes = new ArrayList<>();
    return taken;
  }

  @Override
  public void close() {
    closed = true;
  }
}
