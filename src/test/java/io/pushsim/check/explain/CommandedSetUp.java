package io.pushsim.check.explain;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A set-up of saved answers as it would be saved again after AWS CLI commands. */
final class CommandedSetUp {
  private static final String ACCOUNT = "111111111111";
  private static final Place ANYWHERE = Place.ofFile("commands");
  private static final Origin ORIGIN = Origin.of(Dialect.CLI_OUTPUT, ANYWHERE);

  private final SetUp before;
  private final List<DeclaredPolicy> policies;
  private final List<DeclaredAlias> aliases;

  CommandedSetUp(SetUp before) {
    this.before = before;
    this.policies = new ArrayList<>(before.policies());
    this.aliases = new ArrayList<>(before.aliases());
  }

  SetUp run(List<String> commands) {
    commands.forEach(this::run);
    return new SetUp(
        before.buckets(),
        before.rules(),
        before.functions(),
        before.versions(),
        aliases,
        before.grants(),
        policies,
        before.events(),
        before.configured());
  }

  private void run(String command) {
    List<String> words = List.of(command.replace("\\\n", " ").replace("'", "").split("\\s+"));
    Map<String, String> options = new HashMap<>();
    for (int i = 3; i + 1 < words.size(); i += 2) {
      options.put(words.get(i), words.get(i + 1));
    }
    FunctionArn function =
        FunctionArn.parse(
                "arn:aws:lambda:%s:%s:function:%s"
                    .formatted(options.get("--region"), ACCOUNT, options.get("--function-name")))
            .orElseThrow();
    FunctionArn target =
        Optional.ofNullable(options.get("--qualifier"))
            .map(qualifier -> function.withQualifier(Qualifier.parse(qualifier)))
            .orElse(function);
    switch (words.get(2)) {
      case "add-permission" -> add(target, permission(options).statementOn(target));
      case "remove-permission" -> remove(target, option(options, "--statement-id"));
      case "create-alias" ->
          aliases.add(
              new DeclaredAlias(
                  Text.of(function.toString()),
                  Text.of(option(options, "--name")),
                  Text.of(option(options, "--function-version")),
                  Map.of(),
                  ORIGIN));
      default -> throw new IllegalArgumentException(command);
    }
  }

  private static String option(Map<String, String> options, String name) {
    return Optional.ofNullable(options.get(name)).orElseThrow();
  }

  private static PermissionRequest permission(Map<String, String> options) {
    return PermissionRequest.of(
            option(options, "--statement-id"),
            option(options, "--action"),
            option(options, "--principal"))
        .from(
            Optional.ofNullable(options.get("--source-arn")),
            Optional.ofNullable(options.get("--source-account")));
  }

  private List<Statement> take(FunctionArn target) {
    List<Statement> statements = new ArrayList<>();
    policies.removeIf(
        policy -> {
          boolean found = policy.target().equals(Text.of(target.toString()));
          if (found) {
            statements.addAll(policy.document().statements());
          }
          return found;
        });
    return statements;
  }

  private void add(FunctionArn target, Statement statement) {
    List<Statement> statements = take(target);
    if (statements.stream().anyMatch(other -> other.sid().equals(statement.sid()))) {
      throw new IllegalStateException("ResourceConflictException: " + statement.sid());
    }
    statements.add(statement);
    put(target, statements);
  }

  private void remove(FunctionArn target, String sid) {
    List<Statement> statements = take(target);
    if (!statements.removeIf(statement -> statement.sid().equals(Optional.of(sid)))) {
      throw new IllegalStateException("ResourceNotFoundException: " + sid);
    }
    if (!statements.isEmpty()) {
      put(target, statements);
    }
  }

  private void put(FunctionArn target, List<Statement> statements) {
    policies.add(
        new DeclaredPolicy(
            Text.of(target.toString()),
            PolicyDocument.of(statements),
            statements.stream().map(statement -> ANYWHERE).toList(),
            ORIGIN));
  }
}
