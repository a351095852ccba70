package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.PushFaults;
import io.pushsim.scenario.report.InvocationView;
import io.pushsim.scenario.report.PushReport;
import io.pushsim.time.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a story plays in: a simulator of its own, on virtual time. */
public interface World extends AutoCloseable {

  VirtualTime time();

  /**
   * Calls an AWS operation with AWS's parameter names.
   *
   * @param account the caller's
   * @param propagation how long a grant that it adds takes to count
   * @throws SimulatorException where AWS would answer with an error
   */
  Answer call(String account, String operation, ObjectNode parameters, Duration propagation);

  /** The account that owns the bucket; empty where there is no such bucket. */
  Optional<String> bucketOwner(String bucket);

  /**
   * Lets an S3 server's notification, in any dialect, arrive.
   *
   * @param faults what befalls it on its way
   * @throws SimulatorException where it is no notification
   */
  void notify(String notification, PushFaults faults);

  /**
   * Lets an object of a bucket change, as an S3 request would: see {@link ObjectChange}.
   *
   * @param faults what befalls its notification on its way
   */
  void change(ObjectChange change, PushFaults faults);

  /** Pushes the notifications that are held back for others to overtake them. */
  void pushHeld();

  /** Runs everything that is due now, and on until no handler runs any more. */
  void settle();

  /**
   * The notifications since the last call, with what became of them, in the order of their arrival.
   */
  List<PushReport> takePushes();

  @Override
  void close();

  /**
   * What an operation answered.
   *
   * @param invocation for an Invoke, the handler's run
   */
  record Answer(JsonNode response, Optional<InvocationView> invocation) {}

  /** Makes the world of a story. */
  interface Factory {
    World create(Setting setting);
  }

  /**
   * What a story says of its world.
   *
   * @param concurrency how many invocations an account may run at once in a Region
   * @param folder where the paths of the story's code start
   * @param objects the objects in the story's buckets, as they are at any time
   */
  record Setting(
      String account,
      String region,
      long seed,
      Duration settle,
      int concurrency,
      Path folder,
      ObjectContents objects) {}
}
