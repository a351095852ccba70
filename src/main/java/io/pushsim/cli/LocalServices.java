package io.pushsim.cli;

import io.pushsim.api.access.Gate;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.LocalGateway;
import io.pushsim.api.http.OtherServices;
import io.pushsim.api.http.ServiceDirectory;
import io.pushsim.api.lambda.CodeLinks;
import io.pushsim.api.lambda.LambdaService;
import io.pushsim.api.s3.S3Service;
import io.pushsim.api.s3.shelf.ObjectShelf;
import io.pushsim.api.s3.shelf.ShelfServer;
import io.pushsim.api.sqs.SqsService;
import io.pushsim.api.sts.StsService;
import io.pushsim.arn.Scope;
import io.pushsim.operation.Operations;
import io.pushsim.runtime.JavaScriptRuntime;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.util.Map;
import java.util.Set;

/** The services that functions of a simulator without a port call. */
final class LocalServices {
  private LocalServices() {}

  static LocalGateway of(
      Operations operations,
      JavaScriptRuntime runtime,
      Scheduler time,
      Scope home,
      Ids ids,
      ObjectShelf shelf) {
    Faults faults =
        new Faults(
            (request, cause) -> {
              throw new IllegalStateException(request, cause);
            },
            (request, refusal) -> {});
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
