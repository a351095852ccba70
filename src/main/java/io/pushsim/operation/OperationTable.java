package io.pushsim.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The AWS operations that there are, by name: one table for scenario files and for the HTTP API.
 */
public final class OperationTable {
  private static final Map<String, Operation> OPERATIONS =
      Stream.of(
              new StateOperation<>(
                  "CreateFunction",
                  "Creates a function, whose unpublished version is $LATEST.",
                  201,
                  StateOperation.Effort.CHANGE,
                  FunctionRequests.Create.class,
                  request -> {},
                  FunctionOperations::readCode,
                  FunctionOperations::create),
              StateOperation.reading(
                  "GetFunction",
                  200,
                  FunctionRequests.Named.class,
                  FunctionOperations::get,
                  "Describes a function, version or alias, and where its code lies."),
              StateOperation.reading(
                  "GetFunctionConfiguration",
                  200,
                  FunctionRequests.Named.class,
                  FunctionOperations::getConfiguration,
                  "Describes a function, version or alias."),
              StateOperation.surveying(
                  "ListFunctions",
                  200,
                  FunctionRequests.ListAll.class,
                  FunctionOperations::list,
                  "Lists the functions of the account in the region."),
              new StateOperation<>(
                  "UpdateFunctionCode",
                  "Gives $LATEST other code.",
                  200,
                  StateOperation.Effort.CHANGE,
                  FunctionRequests.UpdateCode.class,
                  request -> {},
                  FunctionOperations::readCode,
                  FunctionOperations::updateCode),
              StateOperation.changing(
                  "UpdateFunctionConfiguration",
                  200,
                  FunctionRequests.UpdateConfiguration.class,
                  FunctionOperations::updateConfiguration,
                  "Gives $LATEST another configuration."),
              StateOperation.changing(
                  "DeleteFunction",
                  204,
                  FunctionRequests.Named.class,
                  FunctionOperations::delete,
                  "Deletes a function with all it has, or one of its versions."),
              StateOperation.changing(
                  "PublishVersion",
                  201,
                  FunctionRequests.Publish.class,
                  VersionOperations::publish,
                  "Publishes $LATEST as a version that never changes."),
              StateOperation.surveying(
                  "ListVersionsByFunction",
                  200,
                  FunctionRequests.ListVersions.class,
                  VersionOperations::list,
                  "Lists a function's versions, $LATEST first."),
              StateOperation.changing(
                      "CreateAlias",
                      201,
                      AliasRequests.Create.class,
                      AliasOperations::create,
                      "Creates an alias of one version, or of two with weights.")
                  .checkedEarly(request -> AliasOperations.checkCount(request.routingConfig())),
              StateOperation.reading(
                  "GetAlias",
                  200,
                  AliasRequests.Named.class,
                  AliasOperations::get,
                  "Describes an alias."),
              StateOperation.surveying(
                  "ListAliases",
                  200,
                  AliasRequests.ListAll.class,
                  AliasOperations::list,
                  "Lists a function's aliases."),
              StateOperation.changing(
                      "UpdateAlias",
                      200,
                      AliasRequests.Update.class,
                      AliasOperations::update,
                      "Points an alias at another version, or changes its weights.")
                  .checkedEarly(request -> AliasOperations.checkCount(request.routingConfig())),
              StateOperation.changing(
                  "DeleteAlias",
                  204,
                  AliasRequests.Named.class,
                  AliasOperations::delete,
                  "Deletes an alias, and its resource policy with it."),
              StateOperation.changing(
                  "AddPermission",
                  201,
                  PolicyOperations.Add.class,
                  PolicyOperations::add,
                  "Adds a statement to the resource policy of exactly this function, version or alias."),
              StateOperation.changing(
                  "RemovePermission",
                  204,
                  PolicyOperations.Remove.class,
                  PolicyOperations::remove,
                  "Removes a statement from a resource policy."),
              StateOperation.reading(
                  "GetPolicy",
                  200,
                  FunctionRequests.Named.class,
                  PolicyOperations::get,
                  "Gives the resource policy of exactly this function, version or alias."),
              new InvokeOperation(),
              new InvokeAsyncOperation(),
              StateOperation.changing(
                  "TagResource",
                  204,
                  TagOperations.Tag.class,
                  TagOperations::tag,
                  "Gives a function tags, beside those that it has."),
              StateOperation.changing(
                  "UntagResource",
                  204,
                  TagOperations.Untag.class,
                  TagOperations::untag,
                  "Takes tags from a function."),
              StateOperation.reading(
                  "ListTags",
                  200,
                  TagOperations.ListTags.class,
                  TagOperations::list,
                  "Lists a function's tags."),
              StateOperation.surveying(
                  "GetAccountSettings",
                  200,
                  AccountOperations.GetSettings.class,
                  AccountOperations::settings,
                  "Says what the account may use in the region, and what it uses."),
              StateOperation.changing(
                  "CreateBucket",
                  200,
                  BucketOperations.Create.class,
                  BucketOperations::create,
                  "Creates a bucket, owned by the caller's account."),
              StateOperation.surveying(
                  "ListBuckets",
                  200,
                  BucketList.Request.class,
                  BucketList::list,
                  "Lists the account's buckets, in all regions."),
              StateOperation.reading(
                  "HeadBucket",
                  200,
                  BucketOperations.Named.class,
                  BucketOperations::head,
                  "Says whether the bucket is there and the caller's, and in which region."),
              StateOperation.reading(
                  "GetBucketLocation",
                  200,
                  BucketOperations.Named.class,
                  BucketOperations::location,
                  "Says in which region the bucket is."),
              StateOperation.changing(
                  "DeleteBucket",
                  204,
                  BucketOperations.Named.class,
                  BucketOperations::delete,
                  "Deletes a bucket."),
              StateOperation.changing(
                  "PutBucketNotificationConfiguration",
                  200,
                  BucketOperations.Put.class,
                  BucketOperations::put,
                  "Says which events of the bucket go to which function; replaces what was said before."),
              StateOperation.reading(
                  "GetBucketNotificationConfiguration",
                  200,
                  BucketOperations.Named.class,
                  BucketOperations::get,
                  "Gives the bucket's notification configuration."),
              StateOperation.changing(
                  "PutBucketNotification",
                  200,
                  OldNotifications.Put.class,
                  OldNotifications::put,
                  "The old form of PutBucketNotificationConfiguration, with one function."),
              StateOperation.reading(
                  "GetBucketNotification",
                  200,
                  BucketOperations.Named.class,
                  OldNotifications::get,
                  "The old form of GetBucketNotificationConfiguration, which shows the first rule."))
          .collect(
              Collectors.toMap(
                  Operation::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));

  /** AWS has them, people ask for them, pushsim does not do them. */
  private static final List<String> NOT_SIMULATED =
      List.of(
          "AddLayerVersionPermission",
          "CreateEventSourceMapping",
          "CreateFunctionUrlConfig",
          "DeleteEventSourceMapping",
          "DeleteFunctionConcurrency",
          "DeleteFunctionEventInvokeConfig",
          "DeleteFunctionUrlConfig",
          "DeleteProvisionedConcurrencyConfig",
          "GetFunctionConcurrency",
          "GetFunctionEventInvokeConfig",
          "GetFunctionRecursionConfig",
          "GetFunctionUrlConfig",
          "GetProvisionedConcurrencyConfig",
          "InvokeWithResponseStream",
          "ListFunctionEventInvokeConfigs",
          "PublishLayerVersion",
          "PutFunctionConcurrency",
          "PutFunctionEventInvokeConfig",
          "PutFunctionRecursionConfig",
          "PutProvisionedConcurrencyConfig",
          "UpdateFunctionEventInvokeConfig");

  private OperationTable() {}

  static Optional<Operation> find(String name) {
    return Optional.ofNullable(OPERATIONS.get(name));
  }

  /** The names, in the order of the table. */
  public static List<String> names() {
    return List.copyOf(OPERATIONS.keySet());
  }

  /** The operations that are known and refused. */
  public static List<String> notSimulated() {
    return NOT_SIMULATED;
  }

  /** The JSON Schemas of the operations' parameters, by name. */
  public static Map<String, ObjectNode> schemas() {
    return mapped(operation -> operation.shape().schema());
  }

  /** The parameters that are known and refused, by operation. */
  public static Map<String, List<String>> parametersNotSimulated() {
    return mapped(operation -> operation.shape().notSimulated());
  }

  private static <T> Map<String, T> mapped(Function<Operation, T> value) {
    Map<String, T> mapped = new LinkedHashMap<>();
    OPERATIONS.forEach((name, operation) -> mapped.put(name, value.apply(operation)));
    return Collections.unmodifiableMap(mapped);
  }
}
