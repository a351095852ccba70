package io.pushsim.function;

import io.pushsim.arn.Qualifier;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a function is invoked: what belongs to it or to one of its qualifiers, and to no version's
 * configuration.
 *
 * @param eventInvoke by the qualifier's text: {@code $LATEST}, a version's number, an alias's name
 * @param reservedConcurrency how many invocations of all its versions may run at once; zero: none
 * @param provisioned by the qualifier's text: a version's number or an alias's name
 */
public record InvocationSettings(
    Map<String, EventInvokeConfig> eventInvoke,
    Optional<Integer> reservedConcurrency,
    Map<String, ProvisionedConcurrency> provisioned,
    RecursiveLoop recursiveLoop) {

  /** What a function has that was given nothing. */
  public static final InvocationSettings NONE =
      new InvocationSettings(Map.of(), Optional.empty(), Map.of(), RecursiveLoop.TERMINATE);

  public InvocationSettings {
    eventInvoke = Collections.unmodifiableMap(new TreeMap<>(eventInvoke));
    provisioned = Collections.unmodifiableMap(new TreeMap<>(provisioned));
  }

  /**
   * The configuration of exactly that qualifier: an alias does not take over its version's. The
   * unqualified function's is that of {@code $LATEST} (recorded: test_lambda_eventinvokeconfig_*).
   */
  public Optional<EventInvokeConfig> eventInvoke(Qualifier qualifier) {
    return Optional.ofNullable(eventInvoke.get(key(qualifier)));
  }

  /** The environments that are provisioned for exactly that qualifier. */
  public Optional<ProvisionedConcurrency> provisioned(Qualifier qualifier) {
    return Optional.ofNullable(provisioned.get(key(qualifier)));
  }

  /** How many environments are provisioned, for all qualifiers together. */
  public int totalProvisioned() {
    return provisioned.values().stream().mapToInt(ProvisionedConcurrency::requested).sum();
  }

  /**
   * How many of an account's invocations are kept for the function: those that are reserved, within
   * which it provisions; without a reservation those that it provisions.
   */
  public int kept() {
    return reservedConcurrency.orElseGet(this::totalProvisioned);
  }

  /** The text that a qualifier's settings are kept under. */
  public static String key(Qualifier qualifier) {
    return qualifier.equals(Qualifier.UNQUALIFIED) ? Version.LATEST : qualifier.toString();
  }

  InvocationSettings withEventInvoke(String qualifier, EventInvokeConfig config) {
    return new InvocationSettings(
        with(eventInvoke, qualifier, config), reservedConcurrency, provisioned, recursiveLoop);
  }

  InvocationSettings withoutEventInvoke(String qualifier) {
    return new InvocationSettings(
        without(eventInvoke, qualifier), reservedConcurrency, provisioned, recursiveLoop);
  }

  InvocationSettings withReservedConcurrency(Optional<Integer> reserved) {
    return new InvocationSettings(eventInvoke, reserved, provisioned, recursiveLoop);
  }

  InvocationSettings withProvisioned(String qualifier, ProvisionedConcurrency concurrency) {
    return new InvocationSettings(
        eventInvoke, reservedConcurrency, with(provisioned, qualifier, concurrency), recursiveLoop);
  }

  InvocationSettings withoutProvisioned(String qualifier) {
    return new InvocationSettings(
        eventInvoke, reservedConcurrency, without(provisioned, qualifier), recursiveLoop);
  }

  InvocationSettings withRecursiveLoop(RecursiveLoop loop) {
    return new InvocationSettings(eventInvoke, reservedConcurrency, provisioned, loop);
  }

  /** The same without what belongs to a version or alias that is gone. */
  InvocationSettings without(String qualifier) {
    return withoutEventInvoke(qualifier).withoutProvisioned(qualifier);
  }

  private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
    Map<String, T> changed = new TreeMap<>(map);
    changed.put(key, value);
    return changed;
  }

  private static <T> Map<String, T> without(Map<String, T> map, String key) {
    Map<String, T> changed = new TreeMap<>(map);
    changed.remove(key);
    return changed;
  }
}
