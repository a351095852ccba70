package io.pushsim.policy;

import io.pushsim.arn.FunctionArn;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One step that mends a denied request. */
public sealed interface Remedy {

  /** What to do, in a sentence. */
  String sentence();

  /** The AWS CLI command that does it, or empty where none can. */
  Optional<String> commandLine();

  /** The command, or where there is none the sentence. */
  default String inOneLine() {
    return commandLine().orElseGet(this::sentence);
  }

  /** The grant that is missing. */
  record AddPermission(FunctionArn target, PermissionRequest permission) implements Remedy {

    /** AddPermission's parameters by AWS's names. */
    public Map<String, String> parameters() {
      return permission.parametersFor(target);
    }

    @Override
    public String sentence() {
      return "Grant %s to %s on %s.".formatted(permission.action(), permission.principal(), target);
    }

    @Override
    public Optional<String> commandLine() {
      return Optional.of(AwsCommand.render("add-permission", target, parameters()));
    }
  }

  /** A denying statement that has to go. */
  record RemovePermission(FunctionArn target, String statementId) implements Remedy {

    /** RemovePermission's parameters by AWS's names. */
    public Map<String, String> parameters() {
      Map<String, String> parameters = new LinkedHashMap<>(AwsCommand.target(target));
      parameters.put("StatementId", statementId);
      return parameters;
    }

    @Override
    public String sentence() {
      return "Remove the denying statement '%s' from the policy on %s."
          .formatted(statementId, target);
    }

    @Override
    public Optional<String> commandLine() {
      return Optional.of(AwsCommand.render("remove-permission", target, parameters()));
    }
  }

  /**
   * A denying statement that RemovePermission cannot name.
   *
   * @param number the statement's place in the document, from 1
   */
  record RewritePolicy(FunctionArn target, int number) implements Remedy {
    @Override
    public String sentence() {
      return ("Write the policy on %s without its statement number %d: it denies, and has no Sid"
              + " that RemovePermission could name.")
          .formatted(target, number);
    }

    @Override
    public Optional<String> commandLine() {
      return Optional.empty();
    }
  }

  /**
   * A grant that is there and does not count yet.
   *
   * @param statement as people call it: {@code statement 's3'}
   * @param end from when on it counts
   */
  record AwaitPropagation(FunctionArn target, String statement, Instant end) implements Remedy {
    @Override
    public String sentence() {
      return "Wait until %s: then %s of the policy on %s takes effect."
          .formatted(end, statement, target);
    }

    @Override
    public Optional<String> commandLine() {
      return Optional.empty();
    }
  }

  /** A target that no grant can open. */
  record NameAlias(FunctionArn target) implements Remedy {
    @Override
    public String sentence() {
      return ("No grant can open %s, because Lambda keeps no policy for %s. Let the event source"
              + " name an alias (or %s, which runs $LATEST), and grant on that.")
          .formatted(target, target.qualifier(), target.unqualified());
    }

    @Override
    public Optional<String> commandLine() {
      return Optional.empty();
    }
  }
}
