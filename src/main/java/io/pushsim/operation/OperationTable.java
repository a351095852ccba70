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
      Stream.concat(
              Stream.of(
                  new StateOperation<>(
                      "CreateFunction",
                      201,
                      StateOperation.Effort.CHANGE,
                      FunctionRequests.Create.class,
                      request -> {},
                      FunctionOperations::readCode,
                      FunctionOperations::create),
                  StateOperation.reading(
                      "GetFunction", 200, FunctionRequests.Named.class, FunctionOperations::get),
                  StateOperation.reading(
                      "GetFunctionConfiguration",
                      200,
                      FunctionRequests.Named.class,
                      FunctionOperations::getConfiguration),
                  StateOperation.surveying(
                      "ListFunctions",
                      200,
                      FunctionRequests.ListAll.class,
                      FunctionOperations::list),
                  new StateOperation<>(
                      "UpdateFunctionCode",
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
                      FunctionOperations::updateConfiguration),
                  StateOperation.changing(
                      "DeleteFunction",
                      204,
                      FunctionRequests.Named.class,
                      FunctionOperations::delete),
                  StateOperation.changing(
                      "PublishVersion",
                      201,
                      FunctionRequests.Publish.class,
                      VersionOperations::publish),
                  StateOperation.surveying(
                      "ListVersionsByFunction",
                      200,
                      FunctionRequests.ListVersions.class,
                      VersionOperations::list),
                  StateOperation.changing(
                          "CreateAlias", 201, AliasRequests.Create.class, AliasOperations::create)
                      .checkedEarly(request -> AliasOperations.checkCount(request.routingConfig())),
                  StateOperation.reading(
                      "GetAlias", 200, AliasRequests.Named.class, AliasOperations::get),
                  StateOperation.surveying(
                      "ListAliases", 200, AliasRequests.ListAll.class, AliasOperations::list),
                  StateOperation.changing(
                          "UpdateAlias", 200, AliasRequests.Update.class, AliasOperations::update)
                      .checkedEarly(request -> AliasOperations.checkCount(request.routingConfig())),
                  StateOperation.changing(
                      "DeleteAlias", 204, AliasRequests.Named.class, AliasOperations::delete),
                  StateOperation.changing(
                      "AddPermission", 201, PolicyOperations.Add.class, PolicyOperations::add),
                  StateOperation.changing(
                      "RemovePermission",
                      204,
                      PolicyOperations.Remove.class,
                      PolicyOperations::remove),
                  StateOperation.reading(
                      "GetPolicy", 200, FunctionRequests.Named.class, PolicyOperations::get),
                  new InvokeOperation(),
                  new InvokeAsyncOperation(),
                  StateOperation.changing(
                      "PutFunctionEventInvokeConfig",
                      200,
                      EventInvokeRequests.Configure.class,
                      EventInvokeOperations::put),
                  StateOperation.changing(
                      "UpdateFunctionEventInvokeConfig",
                      200,
                      EventInvokeRequests.Configure.class,
                      EventInvokeOperations::update),
                  StateOperation.reading(
                      "GetFunctionEventInvokeConfig",
                      200,
                      EventInvokeRequests.Named.class,
                      EventInvokeOperations::get),
                  StateOperation.surveying(
                      "ListFunctionEventInvokeConfigs",
                      200,
                      EventInvokeRequests.ListAll.class,
                      EventInvokeOperations::list),
                  StateOperation.changing(
                      "DeleteFunctionEventInvokeConfig",
                      204,
                      EventInvokeRequests.Named.class,
                      EventInvokeOperations::delete),
                  StateOperation.changing(
                      "PutFunctionConcurrency",
                      200,
                      ConcurrencyOperations.Put.class,
                      ConcurrencyOperations::put),
                  StateOperation.reading(
                      "GetFunctionConcurrency",
                      200,
                      ConcurrencyOperations.Named.class,
                      ConcurrencyOperations::get),
                  StateOperation.changing(
                      "DeleteFunctionConcurrency",
                      204,
                      ConcurrencyOperations.Named.class,
                      ConcurrencyOperations::delete),
                  StateOperation.changing(
                      "PutProvisionedConcurrencyConfig",
                      202,
                      ProvisionedOperations.Put.class,
                      ProvisionedOperations::put),
                  StateOperation.reading(
                      "GetProvisionedConcurrencyConfig",
                      200,
                      ProvisionedOperations.Named.class,
                      ProvisionedOperations::get),
                  StateOperation.surveying(
                      "ListProvisionedConcurrencyConfigs",
                      200,
                      ProvisionedOperations.ListAll.class,
                      ProvisionedOperations::list),
                  StateOperation.changing(
                      "DeleteProvisionedConcurrencyConfig",
                      204,
                      ProvisionedOperations.Named.class,
                      ProvisionedOperations::delete),
                  StateOperation.changing(
                      "PutFunctionRecursionConfig",
                      200,
                      RecursionOperations.Put.class,
                      RecursionOperations::put),
                  StateOperation.reading(
                      "GetFunctionRecursionConfig",
                      200,
                      RecursionOperations.Get.class,
                      RecursionOperations::get),
                  StateOperation.changing(
                      "TagResource", 204, TagOperations.Tag.class, TagOperations::tag),
                  StateOperation.changing(
                      "UntagResource", 204, TagOperations.Untag.class, TagOperations::untag),
                  StateOperation.reading(
                      "ListTags", 200, TagOperations.ListTags.class, TagOperations::list),
                  StateOperation.surveying(
                      "GetAccountSettings",
                      200,
                      AccountOperations.GetSettings.class,
                      AccountOperations::settings),
                  StateOperation.changing(
                      "CreateBucket", 200, BucketOperations.Create.class, BucketOperations::create),
                  StateOperation.surveying(
                      "ListBuckets", 200, BucketList.Request.class, BucketList::list),
                  StateOperation.reading(
                      "HeadBucket", 200, BucketOperations.Named.class, BucketOperations::head),
                  StateOperation.reading(
                      "GetBucketLocation",
                      200,
                      BucketOperations.Named.class,
                      BucketOperations::location),
                  StateOperation.changing(
                      "DeleteBucket", 204, BucketOperations.Named.class, BucketOperations::delete),
                  StateOperation.changing(
                      "PutBucketNotificationConfiguration",
                      200,
                      BucketOperations.Put.class,
                      BucketOperations::put),
                  StateOperation.reading(
                      "GetBucketNotificationConfiguration",
                      200,
                      BucketOperations.Named.class,
                      BucketOperations::get),
                  StateOperation.changing(
                      "PutBucketNotification",
                      200,
                      OldNotifications.Put.class,
                      OldNotifications::put),
                  StateOperation.reading(
                      "GetBucketNotification",
                      200,
                      BucketOperations.Named.class,
                      OldNotifications::get)),
              QueueTable.OPERATIONS.stream())
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
          "DeleteFunctionUrlConfig",
          "GetFunctionUrlConfig",
          "InvokeWithResponseStream",
          "PublishLayerVersion");

  private OperationTable() {}

  static Optional<Operation> find(String name) {
    return Optional.ofNullable(OPERATIONS.get(name));
  }

  /** The names, in the order of the table. */
  public static List<String> names() {
    return List.copyOf(OPERATIONS.keySet());
  }

  /** The names of those of them that are SQS's. */
  public static List<String> namesOfSqs() {
    return QueueTable.OPERATIONS.stream().map(Operation::name).toList();
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
