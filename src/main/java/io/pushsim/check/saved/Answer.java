package io.pushsim.check.saved;

import io.pushsim.check.input.Nodes;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.List;
import java.util.Optional;

/** The kinds of answers of the AWS CLI that matter here, told by what they have in them. */
enum Answer {
  /** get-policy. */
  POLICY,
  /** get-policy with {@code --query Policy --output text}. */
  POLICY_DOCUMENT,
  /** add-permission. */
  STATEMENT,
  /** list-aliases. */
  ALIASES,
  /** get-alias, create-alias, update-alias. */
  ALIAS,
  /** list-versions-by-function. */
  VERSIONS,
  /** list-functions. */
  FUNCTIONS,
  /** get-function. */
  FUNCTION,
  /** get-function-configuration, publish-version, create-function. */
  CONFIGURATION,
  /** get-bucket-notification-configuration. */
  NOTIFICATIONS,
  /** get-bucket-notification, the old form. */
  OLD_NOTIFICATIONS,
  /** The input of put-bucket-notification-configuration, which names its bucket. */
  PUT_NOTIFICATIONS,
  /** list-buckets. */
  BUCKETS,
  /** get-bucket-location. */
  LOCATION,
  /** sts get-caller-identity. */
  IDENTITY,
  /** pushsim's own index of such answers. */
  INDEX,
  /** Nothing, as get-bucket-notification-configuration answers where nothing is configured. */
  NOTHING;

  private static final List<String> NOTIFICATION_KEYS =
      List.of(
          "LambdaFunctionConfigurations",
          "QueueConfigurations",
          "TopicConfigurations",
          "EventBridgeConfiguration");
  private static final List<String> OLD_NOTIFICATION_KEYS =
      List.of("CloudFunctionConfiguration", "QueueConfiguration", "TopicConfiguration");

  /** What the document is, or empty where it is something else. */
  static Optional<Answer> of(Node root) {
    return Nodes.mapping(root).flatMap(Answer::of);
  }

  private static Optional<Answer> of(MappingNode root) {
    if (root.entries().isEmpty()) {
      return Optional.of(NOTHING);
    }
    if (Index.isIndex(root)) {
      return Optional.of(INDEX);
    }
    return ofPolicies(root).or(() -> ofFunctions(root)).or(() -> ofBuckets(root));
  }

  private static Optional<Answer> ofPolicies(MappingNode root) {
    Optional<String> policy = Nodes.text(root, "Policy");
    if (policy.isPresent()) {
      // Buckets and layers have policies, too; those of buckets have no RevisionId.
      boolean lambdas = root.has("RevisionId") || policy.get().contains(":lambda:");
      return Optional.of(POLICY)
          .filter(answer -> lambdas && !policy.get().contains("lambda:GetLayerVersion"));
    }
    Optional<Node> statement = root.get("Statement");
    if (statement.isEmpty()) {
      return Optional.empty();
    }
    if (statement.get() instanceof ScalarNode text) {
      return Optional.of(STATEMENT).filter(answer -> text.text().startsWith("{"));
    }
    return Optional.of(POLICY_DOCUMENT)
        .filter(answer -> statements(statement.get()).stream().anyMatch(Answer::isOfFunction));
  }

  private static List<Node> statements(Node statement) {
    return statement instanceof SequenceNode several ? several.items() : List.of(statement);
  }

  // An identity's policy names functions as well, but no principal.
  private static boolean isOfFunction(Node statement) {
    return Nodes.mapping(statement)
        .filter(element -> element.has("Principal") || element.has("NotPrincipal"))
        .flatMap(element -> element.get("Resource"))
        .filter(
            resource ->
                statements(resource).stream()
                    .anyMatch(
                        each ->
                            Nodes.scalar(each)
                                .filter(arn -> arn.text().contains(":lambda:"))
                                .isPresent()))
        .isPresent();
  }

  private static Optional<Answer> ofFunctions(MappingNode root) {
    if (isListOf(root, "Aliases", "AliasArn", ":lambda:")) {
      return Optional.of(ALIASES);
    }
    if (Nodes.text(root, "AliasArn").filter(arn -> arn.contains(":lambda:")).isPresent()) {
      return Optional.of(ALIAS);
    }
    if (isListOf(root, "Versions", "FunctionArn", ":lambda:")) {
      return Optional.of(VERSIONS);
    }
    if (isListOf(root, "Functions", "FunctionArn", ":lambda:")) {
      return Optional.of(FUNCTIONS);
    }
    if (Nodes.mapping(root, "Configuration").filter(Answer::isConfiguration).isPresent()) {
      return Optional.of(FUNCTION);
    }
    return Optional.of(CONFIGURATION).filter(answer -> isConfiguration(root));
  }

  private static boolean isConfiguration(MappingNode mapping) {
    return mapping.has("FunctionArn") && mapping.has("FunctionName");
  }

  private static Optional<Answer> ofBuckets(MappingNode root) {
    if (NOTIFICATION_KEYS.stream().anyMatch(root::has)) {
      return Optional.of(NOTIFICATIONS);
    }
    if (OLD_NOTIFICATION_KEYS.stream().anyMatch(root::has)) {
      return Optional.of(OLD_NOTIFICATIONS);
    }
    if (root.has("Bucket") && Nodes.mapping(root, "NotificationConfiguration").isPresent()) {
      return Optional.of(PUT_NOTIFICATIONS);
    }
    if (isListOf(root, "Buckets", "Name", "")) {
      return Optional.of(BUCKETS);
    }
    if (root.has("LocationConstraint")) {
      return Optional.of(LOCATION);
    }
    return Optional.of(IDENTITY)
        .filter(answer -> root.has("Account") && root.has("UserId") && root.has("Arn"));
  }

  // Other services have lists of these names, of other things.
  private static boolean isListOf(MappingNode root, String list, String key, String within) {
    if (!(root.get(list).orElse(root) instanceof SequenceNode sequence)) {
      return false;
    }
    return sequence.items().isEmpty()
        || sequence.items().stream()
            .flatMap(item -> Nodes.mapping(item).stream())
            .anyMatch(
                item -> Nodes.text(item, key).filter(text -> text.contains(within)).isPresent());
  }
}
