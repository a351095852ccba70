package io.pushsim.operation;

import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.BucketErrors;
import io.pushsim.bucket.BucketRegistry;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.runtime.CodePackage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads deployment packages out of S3 as Lambda does: with the caller's rights, in the function's
 * region, and with S3's refusals in Lambda's words (recorded: test_lambda_code_location_s3_errors).
 */
final class ObjectCode {
  private final BucketRegistry buckets;
  private final CodeObjects objects;

  ObjectCode(BucketRegistry buckets, CodeObjects objects) {
    this.buckets = buckets;
    this.objects = objects;
  }

  /**
   * The object's content.
   *
   * @throws SimulatorException InvalidParameterValueException in Lambda's words for what S3 would
   *     not give, and for an object that is too large for any package
   */
  byte[] read(String bucket, String key, Optional<String> version, Scope caller) {
    try {
      checkReadable(bucket(bucket), caller);
      try (InputStream object = objects.open(bucket, key, version)) {
        return CodePackage.readZip(object);
      }
    } catch (SimulatorException refused) {
      throw refused.code().body() == ErrorCode.Body.XML
          ? refusal(refused.code().shapeName(), refused.message())
          : refused;
    } catch (IOException broken) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "the object %s/%s cannot be read (%s)".formatted(bucket, key, broken.getMessage()));
    }
  }

  private Bucket bucket(String name) throws IOException {
    Optional<Bucket> told = buckets.find(name);
    Optional<Bucket> found = told.isPresent() ? told : objects.bucket(name);
    return found.orElseGet(() -> buckets.require(name));
  }

  /** There are no bucket policies: another account's bucket is closed. */
  private static void checkReadable(Bucket bucket, Scope caller) {
    if (!bucket.region().equals(caller.region())) {
      // Seen in aws-samples/aws-codepipeline-bitbucket-integration#7.
      throw refusal(
          "PermanentRedirect",
          "The bucket is in this region: %s. Please use this region to retry the request"
              .formatted(bucket.region()));
    }
    if (!bucket.ownerAccount().equals(caller.account())) {
      throw BucketErrors.accessDenied();
    }
  }

  private static SimulatorException refusal(String code, String message) {
    return new SimulatorException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "Error occurred while GetObject. S3 Error Code: %s. S3 Error Message: %s"
            .formatted(code, message));
  }
}
