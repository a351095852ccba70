package io.pushsim.operation;

import io.pushsim.arn.Scope;
import io.pushsim.journal.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * An operation that reads or changes the state: what it is decided by.
 *
 * @param status the HTTP status of its success
 * @param effort what it costs at the most
 * @param early what AWS refuses before it holds the request against its model
 * @param preparation the work that needs no state, such as reading code
 */
record StateOperation<Q extends Record, P>(
    String name,
    int status,
    Effort effort,
    Class<Q> request,
    EarlyCheck<Q> early,
    Preparation<Q, P> preparation,
    Rule<Q, P> rule)
    implements Operation {

  /** What an operation costs at the most, and so where it is carried out. */
  enum Effort {
    /** Some look-ups that change nothing: wherever it is called, on an event loop too. */
    LOOK_UP,
    /** A walk through all that there is of something, which changes nothing: in the background. */
    SURVEY,
    /** A decision that may change the state, perhaps with code to read: one at a time, likewise. */
    CHANGE
  }

  /** A check that comes before those of the model. */
  interface EarlyCheck<Q> {
    void check(Q request);
  }

  /** Work before the decision, which may read files and take its time. */
  interface Preparation<Q, P> {
    P prepare(Q request, CodeReader code, Scope caller);
  }

  /** The decision, against the state as it is: what is answered, and what becomes true. */
  interface Rule<Q, P> {
    Decided decide(Q request, P prepared, Call call);
  }

  /** A decision that needs no preparation. */
  interface SimpleRule<Q> {
    Decided decide(Q request, Call call);
  }

  /**
   * What was decided.
   *
   * @param response a record of AWS's response members; absent for a response without a body
   */
  record Decided(Optional<Object> response, List<Outcome> outcomes) {
    Decided {
      outcomes = List.copyOf(outcomes);
    }

    static Decided answer(Object response, Outcome... outcomes) {
      return new Decided(Optional.of(response), List.of(outcomes));
    }

    static Decided done(List<Outcome> outcomes) {
      return new Decided(Optional.empty(), outcomes);
    }
  }

  /** An operation that looks at one thing: it comes to no outcomes. */
  static <Q extends Record> StateOperation<Q, Boolean> reading(
      String name, int status, Class<Q> request, SimpleRule<Q> rule) {
    return of(name, status, Effort.LOOK_UP, request, rule);
  }

  /** An operation that looks at many things: it comes to no outcomes. */
  static <Q extends Record> StateOperation<Q, Boolean> surveying(
      String name, int status, Class<Q> request, SimpleRule<Q> rule) {
    return of(name, status, Effort.SURVEY, request, rule);
  }

  /** An operation that may change the state. */
  static <Q extends Record> StateOperation<Q, Boolean> changing(
      String name, int status, Class<Q> request, SimpleRule<Q> rule) {
    return of(name, status, Effort.CHANGE, request, rule);
  }

  private static <Q extends Record> StateOperation<Q, Boolean> of(
      String name, int status, Effort effort, Class<Q> request, SimpleRule<Q> rule) {
    return new StateOperation<>(
        name,
        status,
        effort,
        request,
        parameters -> {},
        (parameters, code, caller) -> true,
        (parameters, prepared, call) -> rule.decide(parameters, call));
  }

  StateOperation<Q, P> checkedEarly(EarlyCheck<Q> check) {
    return new StateOperation<>(name, status, effort, request, check, preparation, rule);
  }
}
