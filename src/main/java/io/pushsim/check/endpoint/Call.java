package io.pushsim.check.endpoint;

/**
 * The calls that are made, each with the IAM action that it needs (service authorization
 * reference).
 */
enum Call {
  GET_CALLER_IDENTITY("GetCallerIdentity", "sts:GetCallerIdentity"),
  LIST_FUNCTIONS("ListFunctions", "lambda:ListFunctions"),
  LIST_VERSIONS("ListVersionsByFunction", "lambda:ListVersionsByFunction"),
  LIST_ALIASES("ListAliases", "lambda:ListAliases"),
  GET_POLICY("GetPolicy", "lambda:GetPolicy"),
  LIST_BUCKETS("ListBuckets", "s3:ListAllMyBuckets"),
  GET_BUCKET_LOCATION("GetBucketLocation", "s3:GetBucketLocation"),
  GET_NOTIFICATION_CONFIGURATION("GetBucketNotificationConfiguration", "s3:GetBucketNotification");

  private final String operation;
  private final String action;

  Call(String operation, String action) {
    this.operation = operation;
    this.action = action;
  }

  /** AWS's name of the operation. */
  String operation() {
    return operation;
  }

  /** What an identity policy must allow. */
  String action() {
    return action;
  }

  /**
   * The call about a thing, as a person reads it.
   *
   * @param thing such as {@code PROD of helloworld}; empty for a call about all
   */
  String about(String thing) {
    return thing.isEmpty() ? operation : operation + " " + thing;
  }
}
