package io.pushsim.eventsource.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * pushsim's webhook as a MinIO server must know it: a target of notifications, named by an ARN and
 * made by variables of the server's environment (MinIO source, internal/event/target/webhook.go).
 *
 * @param endpoint the webhook's address, as the server reaches it
 * @param token whether the webhook asks for a token
 */
public record WebhookTarget(String endpoint, boolean token) {
  /** The target's name, which stands in its ARN and at the end of its variables. */
  private static final String ID = "PUSHSIM";

  /** Without a region it means the target whatever region the server is in. */
  static final String ARN = "arn:minio:sqs::" + ID + ":webhook";

  private static final Pattern OWN = Pattern.compile("arn:minio:sqs:[^:]*:" + ID + ":webhook");

  /** Whether an ARN of a rule is this target's, with a region or without. */
  static boolean isOwn(String arn) {
    return OWN.matcher(arn).matches();
  }

  /** The variables that make the target, each as {@code NAME=value}. */
  public List<String> variables() {
    List<String> variables = new ArrayList<>();
    variables.add(variable("ENABLE") + "=on");
    variables.add(variable("ENDPOINT") + "=" + endpoint);
    if (token) {
      variables.add(variable("AUTH_TOKEN") + "=<what --webhook-token says>");
    }
    return variables;
  }

  /** The variable that makes the server keep what it could not deliver. */
  public String queueVariable() {
    return variable("QUEUE_DIR") + "=/a/folder/of/the/server";
  }

  /** The name of the variable that says one thing of the target, such as {@code ENDPOINT}. */
  public static String variable(String what) {
    return "MINIO_NOTIFY_WEBHOOK_%s_%s".formatted(what, ID);
  }
}
