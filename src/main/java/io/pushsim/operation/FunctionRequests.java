package io.pushsim.operation;

import io.pushsim.operation.Parameters.FunctionName;
import io.pushsim.operation.Parameters.NamespacedFunctionName;
import io.pushsim.operation.Parameters.PageSize;
import io.pushsim.operation.Parameters.QualifierText;
import io.pushsim.operation.Parameters.S3BucketName;
import io.pushsim.operation.Parameters.S3ObjectName;
import io.pushsim.operation.Parameters.TagMap;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.NotSimulated;
import io.pushsim.operation.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests about functions and their versions. */
final class FunctionRequests {
  private FunctionRequests() {}

  /** CreateFunction. */
  @NotSimulated({
    "CapacityProviderConfig",
    "CodeSigningConfigArn",
    "DurableConfig",
    "FileSystemConfigs",
    "ImageConfig",
    "KMSKeyArn",
    "Layers",
    "PublishTo",
    "TenancyConfig",
    "VpcConfig"
  })
  record Create(
      @FunctionName String functionName,
      Optional<String> runtime,
      @Required @Constraint(pattern = Limits.ROLE) String role,
      @Constraint(maxLength = Limits.HANDLER_LENGTH, pattern = Limits.HANDLER)
          Optional<String> handler,
      @Required Code code,
      @Constraint(maxLength = Limits.DESCRIPTION_LENGTH) Optional<String> description,
      @Constraint(min = 1, max = Limits.MAX_TIMEOUT) Optional<Integer> timeout,
      @Constraint(min = Limits.MIN_MEMORY, max = Limits.MAX_MEMORY) Optional<Integer> memorySize,
      Optional<Boolean> publish,
      @Constraint(oneOf = {"Zip", "Image"}) Optional<String> packageType,
      Optional<Environment> environment,
      Optional<DeadLetterConfig> deadLetterConfig,
      Optional<TracingConfig> tracingConfig,
      @Constraint(
              minLength = 1,
              maxLength = 1,
              oneOf = {"x86_64", "arm64"})
          Optional<List<String>> architectures,
      Optional<EphemeralStorage> ephemeralStorage,
      Optional<SnapStart> snapStart,
      Optional<Logging> loggingConfig,
      @TagMap Optional<Map<String, String>> tags) {}

  /**
   * Where code comes from.
   *
   * @param zipFile base64
   * @param path pushsim's own: a folder, a file or a zip beside the scenario
   */
  @NotSimulated({"ImageUri", "SourceKMSKeyArn"})
  record Code(
      Optional<String> zipFile,
      @S3BucketName Optional<String> s3Bucket,
      @S3ObjectName Optional<String> s3Key,
      @S3ObjectName Optional<String> s3ObjectVersion,
      Optional<String> path) {
    /** Whether it is, in part at least, an object of S3. */
    boolean isObject() {
      return s3Bucket.isPresent() || s3Key.isPresent() || s3ObjectVersion.isPresent();
    }
  }

  /** The function's own variables. */
  record Environment(
      @Constraint(pattern = Limits.VARIABLE_NAME) Optional<Map<String, String>> variables) {}

  /** Where the events go that Lambda gives up; an empty text is nowhere. */
  record DeadLetterConfig(
      @Constraint(maxLength = Limits.RESOURCE_ARN_LENGTH, pattern = Limits.RESOURCE_ARN)
          Optional<String> targetArn) {}

  /** Tracing, of which there is none. */
  record TracingConfig(@Constraint(oneOf = {"Active", "PassThrough"}) Optional<String> mode) {}

  /** The size of {@code /tmp} in MB. */
  record EphemeralStorage(
      @Required @Constraint(min = Limits.MIN_STORAGE, max = Limits.MAX_STORAGE) Integer size) {}

  /** SnapStart, of which there is none. */
  record SnapStart(@Constraint(oneOf = {"PublishedVersions", "None"}) Optional<String> applyOn) {}

  /** How to log. */
  record Logging(
      @Constraint(oneOf = {"JSON", "Text"}) Optional<String> logFormat,
      @Constraint(oneOf = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"})
          Optional<String> applicationLogLevel,
      @Constraint(oneOf = {"DEBUG", "INFO", "WARN"}) Optional<String> systemLogLevel,
      @Constraint(minLength = 1, maxLength = 512, pattern = Limits.LOG_GROUP)
          Optional<String> logGroup) {}

  /** GetFunction, GetFunctionConfiguration and DeleteFunction. */
  record Named(
      @NamespacedFunctionName String functionName, @QualifierText Optional<String> qualifier) {}

  /** ListFunctions. */
  @NotSimulated("MasterRegion")
  record ListAll(
      @Constraint(oneOf = "ALL") Optional<String> functionVersion,
      Optional<String> marker,
      @PageSize Optional<Integer> maxItems) {}

  /** UpdateFunctionCode; the code as in {@link Code}. */
  @NotSimulated({"ImageUri", "PublishTo", "SourceKMSKeyArn"})
  record UpdateCode(
      @FunctionName String functionName,
      Optional<String> zipFile,
      @S3BucketName Optional<String> s3Bucket,
      @S3ObjectName Optional<String> s3Key,
      @S3ObjectName Optional<String> s3ObjectVersion,
      Optional<String> path,
      Optional<Boolean> publish,
      Optional<Boolean> dryRun,
      Optional<String> revisionId,
      @Constraint(
              minLength = 1,
              maxLength = 1,
              oneOf = {"x86_64", "arm64"})
          Optional<List<String>> architectures) {
    Code code() {
      return new Code(zipFile, s3Bucket, s3Key, s3ObjectVersion, path);
    }
  }

  /** UpdateFunctionConfiguration. */
  @NotSimulated({
    "CapacityProviderConfig",
    "DurableConfig",
    "FileSystemConfigs",
    "ImageConfig",
    "KMSKeyArn",
    "Layers",
    "VpcConfig"
  })
  record UpdateConfiguration(
      @FunctionName String functionName,
      @Constraint(pattern = Limits.ROLE) Optional<String> role,
      @Constraint(maxLength = Limits.HANDLER_LENGTH, pattern = Limits.HANDLER)
          Optional<String> handler,
      @Constraint(maxLength = Limits.DESCRIPTION_LENGTH) Optional<String> description,
      @Constraint(min = 1, max = Limits.MAX_TIMEOUT) Optional<Integer> timeout,
      @Constraint(min = Limits.MIN_MEMORY, max = Limits.MAX_MEMORY) Optional<Integer> memorySize,
      Optional<Environment> environment,
      Optional<String> runtime,
      Optional<DeadLetterConfig> deadLetterConfig,
      Optional<TracingConfig> tracingConfig,
      Optional<String> revisionId,
      Optional<EphemeralStorage> ephemeralStorage,
      Optional<SnapStart> snapStart,
      Optional<Logging> loggingConfig) {}

  /** PublishVersion. */
  @NotSimulated("PublishTo")
  record Publish(
      @FunctionName String functionName,
      Optional<String> codeSha256,
      @Constraint(maxLength = Limits.DESCRIPTION_LENGTH) Optional<String> description,
      Optional<String> revisionId) {}

  /** ListVersionsByFunction. */
  record ListVersions(
      @NamespacedFunctionName String functionName,
      Optional<String> marker,
      @PageSize Optional<Integer> maxItems) {}
}
