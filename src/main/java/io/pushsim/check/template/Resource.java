package io.pushsim.check.template;

import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.ScalarNode;
import java.util.Optional;

/**
 * A resource that a template declares.
 *
 * @param id its logical id
 * @param place where that stands
 * @param properties empty where it has none
 */
record Resource(
    String id,
    String type,
    Place place,
    MappingNode node,
    Optional<MappingNode> properties,
    Optional<ScalarNode> condition) {
  static final String FUNCTION = "AWS::Lambda::Function";
  static final String VERSION = "AWS::Lambda::Version";
  static final String ALIAS = "AWS::Lambda::Alias";
  static final String PERMISSION = "AWS::Lambda::Permission";
  static final String BUCKET = "AWS::S3::Bucket";
  static final String SERVERLESS_FUNCTION = "AWS::Serverless::Function";
  static final String SERVERLESS = "AWS::Serverless::";
  static final String CDK_NOTIFICATIONS = "Custom::S3BucketNotifications";

  Optional<Node> property(String name) {
    return properties.flatMap(node -> node.get(name));
  }

  boolean isFunction() {
    return type.equals(FUNCTION) || isServerlessFunction();
  }

  boolean isServerlessFunction() {
    return type.equals(SERVERLESS_FUNCTION);
  }

  /** Whether it bears on which bucket may invoke which function. */
  boolean isOurs() {
    return isFunction()
        || type.equals(VERSION)
        || type.equals(ALIAS)
        || type.equals(PERMISSION)
        || type.equals(BUCKET)
        || type.equals(CDK_NOTIFICATIONS);
  }
}
