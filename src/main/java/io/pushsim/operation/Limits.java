package io.pushsim.operation;

/**
 * The patterns and limits of Lambda's API model, as its errors echo them (botocore's model;
 * recorded errors of November 2025).
 */
final class Limits {
  static final int FUNCTION_NAME_LENGTH = 140;
  static final int NAMESPACED_FUNCTION_NAME_LENGTH = 256;
  static final int QUALIFIER_LENGTH = 128;
  static final int DESCRIPTION_LENGTH = 256;
  static final int HANDLER_LENGTH = 128;
  static final int STATEMENT_ID_LENGTH = 100;
  static final int VERSION_LENGTH = 1024;
  static final int MAX_TIMEOUT = 900;
  static final int MIN_MEMORY = 128;
  static final int MAX_MEMORY = 10240;
  static final int MIN_STORAGE = 512;
  static final int MAX_STORAGE = 10240;
  static final int MAX_ITEMS = 10000;
  static final int MAX_SETTINGS = 50;
  static final int MAX_RETRIES = 2;
  static final int MIN_EVENT_AGE = 60;
  static final int MAX_EVENT_AGE = 21_600;
  static final int DESTINATION_LENGTH = 350;
  static final int RESOURCE_ARN_LENGTH = 10_000;

  static final String QUALIFIER = "\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+";
  static final String REQUIRED_QUALIFIER = "(|[a-zA-Z0-9$_-]+)";
  static final String ALIAS_NAME = "(?!^[0-9]+$)([a-zA-Z0-9-_]+)";
  static final String ALIAS_VERSION = "(\\$LATEST(\\.PUBLISHED)?|[0-9]+)";
  static final String WEIGHTED_VERSION = "[0-9]+";
  static final String ROLE = "arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+";
  static final String HANDLER = "[^\\s]+";
  static final String VARIABLE_NAME = "[a-zA-Z]([a-zA-Z0-9_])+";
  static final String LOG_GROUP = "[\\.\\-_/#A-Za-z0-9]+";
  static final String STATEMENT_ID = "([a-zA-Z0-9-_]+)";
  static final String STATEMENT_ID_TO_REMOVE = "([a-zA-Z0-9-_.]+)";
  static final String ACTION = "(lambda:[*]|lambda:[a-zA-Z]+|[*])";
  static final String PRINCIPAL = "[^\\s]+";
  static final String SOURCE_ACCOUNT = "\\d{12}";
  static final String SOURCE_ARN =
      "arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)";
  static final String ORGANIZATION = "o-[a-z0-9]{10,32}";
  static final String EVENT_SOURCE_TOKEN = "[a-zA-Z0-9._\\-]+";

  static final String RESOURCE_ARN = "(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()";
  static final String DESTINATION =
      "$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)";

  static final int TAG_KEY_LENGTH = 128;
  static final int TAG_VALUE_LENGTH = 256;

  static final String TAGGABLE =
      "arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|layer:([a-zA-Z0-9-_]+)|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+)";
  // That of the values was seen in cloud-custodian/cloud-custodian#2520. The keys' follows from the
  // developer guide: the same characters, and aws: is reserved.
  static final String TAG_VALUE = "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$";
  static final String TAG_KEY = "^(?!aws:)([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$";
  static final String S3_BUCKET = "^[0-9A-Za-z\\.\\-_]*(?<!\\.)$";

  private Limits() {}
}
