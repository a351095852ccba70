package io.pushsim.cli;

import io.pushsim.api.access.Gate;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.LocalGateway;
import io.pushsim.api.http.OtherServices;
import io.pushsim.api.http.ServiceDirectory;
import io.pushsim.api.lambda.CodeLinks;
import io.pushsim.api.lambda.LambdaService;
import io.pushsim.api.s3.S3Service;
import io.pushsim.api.s3.shelf.ShelfServer;
import io.pushsim.api.sqs.SqsService;
import io.pushsim.api.sts.StsService;
import io.pushsim.arn.Scope;
import io.pushsim.operation.Operations;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.scenario.ObjectContents;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.util.Map;
import java.util.Set;

/** The services that functions of a simulator without a port call. */
final class LocalServices {
  private LocalServices() {}

  // A fault of pushsim's own: the function that asks is answered 500, and people are told too.
  private static void report(String request, Throwable cause) {
    Thread thread = Thread.currentThread();
    thread
        .getUncaughtExceptionHandler()
        .uncaughtException(thread, new IllegalStateException(request, cause));
  }

  /**
   * The services of a simulator.
   *
   * @param home the account and region of whoever does not say
   * @param objects what is in the buckets
   * @param told what S3 tells of their changes
   */
  static LocalGateway of(
      Simulator simulator,
      JavaScriptRuntime runtime,
      Scheduler time,
      Scope home,
      Ids ids,
      ObjectContents objects,
      ObjectEvents told) {
    StoryShelf shelf =
        new StoryShelf(
            objects,
            simulator::state,
            time,
            (change, principalId, trace) ->
                simulator
                    .events()
                    .accept(told.of(change, principalId), simulator.chains().of(trace)));
    Operations operations = simulator.operations();
    Faults faults = new Faults(LocalServices::report, (request, refusal) -> {});
    ServiceDirectory services =
        new ServiceDirectory(
            Map.of(
                "lambda", new LambdaService(operations, new CodeLinks(time), faults),
                "s3", new S3Service(operations, new ShelfServer(shelf), Set.of(), faults),
                "sqs", new SqsService(operations, faults),
                "sts", new StsService(faults)),
            new OtherServices(faults));
    Gate gate = Gate.open(home).admitting(runtime.credentials(), time);
    return new LocalGateway(ids, gate::admit, home, services);
  }
}
