package io.pushsim.api.s3;

import io.pushsim.api.http.WireService;
import java.util.Optional;

/** The S3 server that keeps the objects, and whatever else of a bucket pushsim does not keep. */
public interface ObjectServer {
  /** Where there is none: what pushsim does not keep is refused. */
  ObjectServer NONE = request -> Optional.empty();

  /**
   * What it does with a request.
   *
   * @return empty where the request is not for it: pushsim answers what it simulates
   */
  Optional<WireService.StreamedTask> task(ObjectRequest request);
}
