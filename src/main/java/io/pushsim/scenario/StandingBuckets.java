package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.scenario.Story.Bucket;
import java.time.Duration;

/** Makes the buckets that stand before a story's first step. */
final class StandingBuckets {
  /** The one Region that CreateBucket does not name. */
  private static final String UNNAMED_REGION = "us-east-1";

  private StandingBuckets() {}

  /** CreateBucket's parameters. */
  static ObjectNode parameters(Bucket bucket) {
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    parameters.put("Bucket", bucket.name());
    if (!bucket.region().equals(UNNAMED_REGION)) {
      parameters.putObject("CreateBucketConfiguration").put("LocationConstraint", bucket.region());
    }
    return parameters;
  }

  /**
   * Makes the bucket.
   *
   * @return what CreateBucket answers
   * @throws ScenarioException where it cannot be
   */
  static JsonNode create(Story story, Bucket bucket, World world) {
    try {
      return world
          .call(bucket.owner(), "CreateBucket", parameters(bucket), Duration.ZERO)
          .response();
    } catch (SimulatorException refused) {
      String message = "bucket \"%s\" cannot be: %s: %s";
      throw new ScenarioException(
          story
              .document()
              .problemAtKey(
                  bucket.pointer(),
                  String.format(
                      message, bucket.name(), refused.code().shapeName(), refused.message())));
    }
  }
}
