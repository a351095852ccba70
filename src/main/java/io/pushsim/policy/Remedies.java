package io.pushsim.policy;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the steps that let a denied request pass, on a function's policy. */
final class Remedies {
  private static final Pattern REMOVABLE_SID = Pattern.compile("[a-zA-Z0-9-_.]{1,100}");
  private static final Pattern GRANTABLE_ACTION = Pattern.compile("lambda:[a-zA-Z]+");
  private static final Pattern NOT_IN_SID = Pattern.compile("[^a-zA-Z0-9-_]+");
  private static final int SID_STEM = 90; // of AWS's 100 characters: room for a number
  private static final String AUTH_TYPE = "lambda:FunctionUrlAuthType";

  private Remedies() {}

  /** Every denying statement goes, then a grant comes where none allows. */
  static List<Remedy> of(Optional<PolicyDocument> policy, AccessRequest request) {
    Optional<FunctionArn> target = FunctionArn.parse(request.resource());
    if (target.isEmpty()) {
      return List.of();
    }
    List<Remedy> remedies = new ArrayList<>();
    policy.ifPresent(document -> addRemovals(remedies, document, request, target.get()));
    if (!isAllowedBySome(policy, request)) {
      firstToCome(policy, request, target.get())
          .or(() -> grant(policy, request, target.get()))
          .ifPresent(remedies::add);
    }
    return List.copyOf(remedies);
  }

  private static void addRemovals(
      List<Remedy> remedies, PolicyDocument policy, AccessRequest request, FunctionArn target) {
    for (int i = 0; i < policy.statements().size(); i++) {
      Statement statement = policy.statements().get(i);
      if (statement.effect() == Effect.DENY
          && statement.matches(request, policy.knowsVariables())) {
        int number = i + 1;
        remedies.add(
            statement
                .sid()
                .filter(sid -> REMOVABLE_SID.matcher(sid).matches())
                .<Remedy>map(sid -> new Remedy.RemovePermission(target, sid))
                .orElseGet(() -> new Remedy.RewritePolicy(target, number)));
      }
    }
  }

  private static boolean isAllowedBySome(Optional<PolicyDocument> policy, AccessRequest request) {
    return policy.stream()
        .flatMap(document -> document.statements().stream())
        .filter(statement -> statement.effect() == Effect.ALLOW)
        .anyMatch(statement -> statement.matches(request, policy.get().knowsVariables()));
  }

  /** The statement that will allow it first. */
  private static Optional<Remedy> firstToCome(
      Optional<PolicyDocument> policy, AccessRequest request, FunctionArn target) {
    return policy.stream()
        .flatMap(document -> StatementWalk.of(document, request).stream())
        .filter(walk -> walk.statement().effect() == Effect.ALLOW)
        .filter(walk -> walk.mismatches().size() == 1)
        .filter(walk -> walk.mismatches().get(0).element() instanceof Propagation)
        .min(Comparator.comparing(walk -> walk.statement().propagation().orElseThrow().end()))
        .map(
            walk ->
                new Remedy.AwaitPropagation(
                    target, walk.title(), walk.statement().propagation().orElseThrow().end()));
  }

  private static Optional<Remedy> grant(
      Optional<PolicyDocument> policy, AccessRequest request, FunctionArn target) {
    if (target.qualifier() instanceof Qualifier.Latest
        || target.qualifier() instanceof Qualifier.Unknown) {
      return Optional.of(new Remedy.NameAlias(target));
    }
    if (!GRANTABLE_ACTION.matcher(request.action()).matches()) {
      return Optional.empty();
    }
    Optional<String> source = single(request, AccessRequest.SOURCE_ARN);
    return Optional.of(
        new Remedy.AddPermission(
            target,
            new PermissionRequest(
                freeStatementId(policy, stem(request.principal(), source)),
                request.action(),
                request.principal().grantee(),
                source,
                single(request, AccessRequest.SOURCE_ACCOUNT),
                Optional.empty(),
                Optional.empty(),
                single(request, AUTH_TYPE))));
  }

  private static Optional<String> single(AccessRequest request, String key) {
    List<String> values = request.values(key);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  // allow-s3-examplebucket, allow-role-deployer, allow-111111111111, allow-everyone
  private static String stem(Principal principal, Optional<String> source) {
    String who = principal.grantee();
    String name =
        who.equals("*")
            ? "everyone"
            : Arn.parse(who).map(Arn::resource).orElse(who.split("\\.", 2)[0]);
    String from = source.flatMap(Arn::parse).map(arn -> "-" + arn.resource()).orElse("");
    String stem = NOT_IN_SID.matcher("allow-" + name + from).replaceAll("-");
    return stem.substring(0, Math.min(stem.length(), SID_STEM));
  }

  private static String freeStatementId(Optional<PolicyDocument> policy, String stem) {
    String candidate = stem;
    for (int number = 2; isTaken(policy, candidate); number++) {
      candidate = stem + "-" + number;
    }
    return candidate;
  }

  private static boolean isTaken(Optional<PolicyDocument> policy, String sid) {
    return policy.flatMap(document -> document.statement(sid)).isPresent();
  }
}
