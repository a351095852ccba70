package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.LoggingConfig;
import io.pushsim.function.Version;
import io.pushsim.runtime.RuntimeVersionArn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The responses about functions and their versions (recorded: test_function_lifecycle,
 * test_publish_version_on_create).
 */
final class FunctionResponses {
  private static final DateTimeFormatter LAST_MODIFIED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

  private FunctionResponses() {}

  /** A version's configuration. */
  record Configuration(
      String functionName,
      String functionArn,
      String runtime,
      String role,
      String handler,
      long codeSize,
      String description,
      int timeout,
      int memorySize,
      String lastModified,
      String codeSha256,
      String version,
      Optional<Environment> environment,
      Optional<DeadLetterConfig> deadLetterConfig,
      Mode tracingConfig,
      String revisionId,
      Optional<String> state,
      Optional<String> stateReason,
      Optional<String> stateReasonCode,
      Optional<String> lastUpdateStatus,
      Optional<String> lastUpdateStatusReason,
      Optional<String> lastUpdateStatusReasonCode,
      String packageType,
      List<String> architectures,
      Size ephemeralStorage,
      SnapStart snapStart,
      Optional<RuntimeVersion> runtimeVersionConfig,
      Logging loggingConfig) {}

  /** Variables. */
  record Environment(Map<String, String> variables) {}

  /** Where the events go that Lambda gives up. */
  record DeadLetterConfig(String targetArn) {}

  /** Tracing, of which there is none. */
  record Mode(String mode) {}

  /** Megabytes. */
  record Size(int size) {}

  /** SnapStart, of which there is none. */
  record SnapStart(String applyOn, String optimizationStatus) {}

  /** The runtime's own version. */
  record RuntimeVersion(String runtimeVersionArn) {}

  /** How it logs. */
  record Logging(
      String logFormat,
      Optional<String> applicationLogLevel,
      Optional<String> systemLogLevel,
      String logGroup) {}

  /** GetFunction. */
  record WithCode(
      Configuration configuration,
      Code code,
      Optional<Map<String, String>> tags,
      Optional<ConcurrencyOperations.Concurrency> concurrency) {}

  /** Where the code lies. */
  record Code(String repositoryType, String location) {}

  /** ListFunctions. */
  record Functions(List<Configuration> functions, Optional<String> nextMarker) {}

  /** ListVersionsByFunction. */
  record Versions(List<Configuration> versions, Optional<String> nextMarker) {}

  /**
   * The answer of a call that has just created or updated the version, which has not settled yet.
   */
  static Configuration changed(FunctionArn arn, Version version) {
    Optional<Version.Transition> transition = version.transition();
    return describe(
        arn, version, version.revisionId(), status(transition), version.configuration());
  }

  /** The answer of any later call. */
  static Configuration described(FunctionArn arn, Version version, Instant now) {
    return describe(
        arn,
        version,
        version.revisionIdAt(now),
        status(version.underWay(now)),
        version.configuration());
  }

  /** An item of a list, which tells nothing of states. */
  static Configuration listed(FunctionArn function, Version version, Instant now, boolean bare) {
    Qualifier qualifier = bare ? Qualifier.UNQUALIFIED : Qualifier.parse(version.number());
    return describe(
        function.withQualifier(qualifier),
        version,
        version.revisionIdAt(now),
        Status.UNTOLD,
        version.configuration());
  }

  /** The members about states. */
  private record Status(
      Optional<String> state,
      Optional<String> reason,
      Optional<String> reasonCode,
      Optional<String> update,
      Optional<String> updateReason,
      Optional<String> updateReasonCode) {
    private static final Status UNTOLD =
        new Status(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final Optional<String> CREATING = Optional.of("Creating");
    private static final Optional<String> BEING_CREATED =
        Optional.of("The function is being created.");
    private static final Status PENDING =
        new Status(
            Optional.of("Pending"),
            BEING_CREATED,
            CREATING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    // AWS gives an update the creation's reason (recorded: test_function_revisions_basic).
    private static final Status UPDATING =
        new Status(
            Optional.of("Active"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("InProgress"),
            BEING_CREATED,
            CREATING);
    private static final Status SETTLED =
        new Status(
            Optional.of("Active"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Successful"),
            Optional.empty(),
            Optional.empty());
  }

  private static Status status(Optional<Version.Transition> underWay) {
    if (underWay.isEmpty()) {
      return Status.SETTLED;
    }
    return underWay.get().isCreation() ? Status.PENDING : Status.UPDATING;
  }

  private static Configuration describe(
      FunctionArn arn,
      Version version,
      String revisionId,
      Status status,
      FunctionConfiguration configuration) {
    LoggingConfig logging = configuration.loggingConfig();
    return new Configuration(
        arn.functionName(),
        arn.toString(),
        configuration.runtime(),
        configuration.role(),
        configuration.handler(),
        configuration.code().codeSize(),
        configuration.description(),
        configuration.timeout(),
        configuration.memorySize(),
        LAST_MODIFIED.format(configuration.lastModified()),
        configuration.code().codeSha256(),
        version.number(),
        configuration.environment().map(Environment::new),
        configuration.deadLetterTarget().map(DeadLetterConfig::new),
        new Mode("PassThrough"),
        revisionId,
        status.state(),
        status.reason(),
        status.reasonCode(),
        status.update(),
        status.updateReason(),
        status.updateReasonCode(),
        "Zip",
        configuration.architectures(),
        new Size(configuration.ephemeralStorage()),
        new SnapStart("None", "Off"),
        status.equals(Status.UNTOLD)
            ? Optional.empty()
            : Optional.of(
                new RuntimeVersion(RuntimeVersionArn.of(arn.region(), configuration.runtime()))),
        new Logging(
            logging.logFormat(),
            logging.applicationLogLevel(),
            logging.systemLogLevel(),
            logging.logGroup()));
  }
}
