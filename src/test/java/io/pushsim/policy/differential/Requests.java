package io.pushsim.policy.differential;

import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes requests: callers of all kinds, actions, resources and keys that are there or not. */
final class Requests {
  static final String ANONYMOUS = "";

  /** ARNs of callers, names of services, and nobody. */
  static final List<String> CALLERS =
      List.of(
          "s3.amazonaws.com",
          "s3.amazonaws.com",
          "s3.amazonaws.com",
          "events.amazonaws.com",
          ANONYMOUS,
          "arn:aws:iam::111111111111:root",
          "arn:aws:iam::111111111111:user/ann",
          "arn:aws:iam::222222222222:user/team/ann",
          "arn:aws:iam::222222222222:role/deployer",
          "arn:aws:sts::222222222222:assumed-role/deployer/session-1",
          "arn:aws:sts::111111111111:assumed-role/runner/ann",
          "arn:aws:sts::111111111111:federated-user/guest");

  static final List<String> ACTIONS =
      List.of(
          "lambda:InvokeFunction",
          "lambda:InvokeFunction",
          "lambda:InvokeFunctionUrl",
          "lambda:GetFunction",
          "sqs:SendMessage");

  static final List<String> RESOURCES =
      List.of(
          "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD",
          "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD",
          "arn:aws:lambda:us-west-2:111111111111:function:helloworld",
          "arn:aws:lambda:eu-west-1:222222222222:function:other-world:7",
          "arn:aws:lambda:us-west-2:111111111111:function:blue:BETA",
          "arn:aws-cn:lambda:cn-north-1:111111111111:function:helloworld:PROD");

  private Requests() {}

  static Principal principal(String caller) {
    if (caller.equals(ANONYMOUS)) {
      return Principal.ANONYMOUS;
    }
    return caller.startsWith("arn:") ? Principal.aws(caller) : Principal.service(caller);
  }

  static AccessRequest make(Chance chance, String caller) {
    Map<String, List<String>> context = new LinkedHashMap<>();
    for (ContextKey key : ContextKey.values()) {
      if (chance.in(75)) {
        context.put(key.text(), values(chance, key));
      }
    }
    return new AccessRequest(
        principal(caller), chance.one(ACTIONS), chance.one(RESOURCES), context);
  }

  private static List<String> values(Chance chance, ContextKey key) {
    int count = key.kind() == ContextKey.Kind.SET ? 1 + chance.below(3) : 1;
    return Stream.generate(() -> chance.one(key.samples())).limit(count).distinct().toList();
  }
}
