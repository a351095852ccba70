package io.pushsim.api.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.WireService;
import io.pushsim.arn.Scope;
import io.pushsim.operation.Answer;
import io.pushsim.operation.Operations;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The S3 server that keeps the objects, and whatever else of a bucket pushsim does not keep. */
@FunctionalInterface
public interface ObjectServer {
  /** Where there is none: what pushsim does not keep is refused. */
  ObjectServer NONE = request -> Optional.empty();

  /**
   * What it does with a request.
   *
   * @return empty where the request is not for it: pushsim answers what it simulates
   */
  Optional<WireService.Task> task(ObjectRequest request);

  /**
   * Carries out what pushsim keeps of a bucket, and what of that concerns this server too.
   *
   * @return fails as {@link Operations#call} does
   */
  default CompletionStage<Answer> carryOut(
      Operations operations, String operation, ObjectNode parameters, Scope caller) {
    return operations.call(operation, parameters, caller);
  }
}
