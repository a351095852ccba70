package io.pushsim.check.saved;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that the answers tell, found in the names of files. A file's name says whose the answer
 * is only where nothing else is in it: words of commands apart, all of it must be one known name.
 */
final class Names {
  private final Set<String> buckets = new HashSet<>();
  private final Map<String, Set<FunctionArn>> functions = new HashMap<>();
  private final Map<FunctionArn, Set<String>> qualifiers = new HashMap<>();

  void addBucket(String name) {
    buckets.add(name);
  }

  /** A function, a version or an alias. */
  void addFunction(FunctionArn arn) {
    FunctionArn unqualified = arn.unqualified();
    functions.computeIfAbsent(arn.functionName(), name -> new LinkedHashSet<>()).add(unqualified);
    String qualifier = arn.qualifier().toString();
    if (!qualifier.isEmpty()) {
      qualifiers.computeIfAbsent(unqualified, function -> new HashSet<>()).add(qualifier);
    }
  }

  /** The functions of that name. */
  Set<FunctionArn> functions(String name) {
    return functions.getOrDefault(name, Set.of());
  }

  /**
   * The buckets whose names the file's name tells, or else the name of the nearest folder that
   * tells one: none, one, or several between which nothing decides.
   */
  Set<String> bucketsIn(String file) {
    String[] segments = file.split("/");
    for (int i = segments.length - 1; i >= 0; i--) {
      Set<String> found = new LinkedHashSet<>();
      for (Token token : Token.of(segments[i], ".-")) {
        token.whole(buckets).ifPresent(found::add);
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Set.of();
  }

  /** The exact ARNs of functions, versions and aliases that the file's name tells, likewise. */
  Set<FunctionArn> targetsIn(String file) {
    String[] segments = file.split("/");
    List<String> below = new ArrayList<>();
    for (int i = segments.length - 1; i >= 0; i--) {
      List<Token> tokens = Token.of(segments[i], "-_");
      for (Token token : tokens) {
        Optional<Token.Begun> name = token.begun(functions.keySet());
        if (name.isPresent()) {
          name.get().rest().ifPresent(below::add);
          tokens.stream()
              .filter(other -> other != token)
              .forEach(other -> other.uncommon().ifPresent(below::add));
          return targets(functions(name.get().name()), below);
        }
      }
      tokens.forEach(token -> token.uncommon().ifPresent(below::add));
    }
    return Set.of();
  }

  private Set<FunctionArn> targets(Set<FunctionArn> named, List<String> rest) {
    Set<FunctionArn> targets = new LinkedHashSet<>();
    for (FunctionArn function : named) {
      if (rest.isEmpty()) {
        targets.add(function);
      } else if (rest.size() == 1
          && qualifiers.getOrDefault(function, Set.of()).contains(rest.get(0))) {
        targets.add(function.withQualifier(Qualifier.parse(rest.get(0))));
      }
    }
    return targets;
  }
}
