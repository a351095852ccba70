package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * The functions that there are. Every change replaces one function's immutable value; look-ups may
 * come from any thread.
 */
public final class FunctionRegistry {
  private final ConcurrentMap<FunctionArn, LambdaFunction> functions = new ConcurrentHashMap<>();
  private final ConcurrentMap<Scope, Integer> kept = new ConcurrentHashMap<>();

  /** The function that the ARN belongs to, whatever its qualifier. */
  public Optional<LambdaFunction> find(FunctionArn arn) {
    return Optional.ofNullable(functions.get(arn.unqualified()));
  }

  /** Whether the function is there, and the version or alias that the ARN may name. */
  public boolean has(FunctionArn arn) {
    return find(arn).filter(function -> function.has(arn.qualifier())).isPresent();
  }

  /**
   * The function that the ARN belongs to.
   *
   * @throws SimulatorException ResourceNotFoundException that names the ARN as given
   */
  public LambdaFunction require(FunctionArn arn) {
    return find(arn).orElseThrow(() -> notFound(arn));
  }

  /**
   * How many invocations of an account in a region are kept for functions, reserved or provisioned.
   */
  public int keptConcurrency(Scope scope) {
    return kept.getOrDefault(scope, 0);
  }

  /** The functions of an account in a region, by name. */
  public List<LambdaFunction> list(Scope scope) {
    return functions.values().stream()
        .filter(function -> function.arn().scope().equals(scope))
        .sorted(Comparator.comparing(function -> function.arn().functionName()))
        .toList();
  }

  /** The functions that have provisioned concurrency, by ARN. */
  public List<FunctionArn> provisioned() {
    return functions.values().stream()
        .filter(function -> !function.settings().provisioned().isEmpty())
        .map(LambdaFunction::arn)
        .sorted(Comparator.comparing(FunctionArn::toString))
        .toList();
  }

  /** The CodeSha256 of all packages that may run at the given time or later. */
  public Set<String> packages(Instant now) {
    return functions.values().stream()
        .flatMap(function -> function.packages(now))
        .map(CodeReference::codeSha256)
        .collect(Collectors.toSet());
  }

  /** Folds an outcome into the state. */
  public void apply(FunctionChange change) {
    int before = keptFor(change.arn());
    fold(change);
    int more = keptFor(change.arn()) - before;
    if (more != 0) {
      kept.merge(change.arn().scope(), more, Integer::sum);
    }
  }

  private int keptFor(FunctionArn arn) {
    return find(arn).map(function -> function.settings().kept()).orElse(0);
  }

  private void fold(FunctionChange change) {
    FunctionArn arn = change.arn();
    if (change instanceof FunctionChange.FunctionCreated created) {
      functions.put(arn, LambdaFunction.created(arn, created.latest(), created.tags()));
    } else if (change instanceof FunctionChange.FunctionRestored restored) {
      functions.put(arn, restored.function());
    } else if (change instanceof FunctionChange.FunctionDeleted) {
      functions.remove(arn);
    } else if (change instanceof FunctionChange.OfFunction further) {
      functions.computeIfPresent(arn, (key, function) -> further.after(function));
    }
  }

  /** Changes that make an empty registry what this one is. */
  public List<FunctionChange> snapshot() {
    return functions.values().stream()
        .<FunctionChange>map(FunctionChange.FunctionRestored::new)
        .toList();
  }

  /** Lets all functions go. */
  public void clear() {
    functions.clear();
    kept.clear();
  }

  /**
   * Lambda's answer for a function, version or alias that is not there (recorded:
   * test_ops_on_nonexisting_fn).
   */
  public static SimulatorException notFound(FunctionArn arn) {
    return new SimulatorException(ErrorCode.RESOURCE_NOT_FOUND, "Function not found: " + arn);
  }
}
