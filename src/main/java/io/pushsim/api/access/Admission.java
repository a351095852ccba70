package io.pushsim.api.access;

import io.pushsim.arn.Scope;
import io.pushsim.error.SimulatorException;
import java.util.Optional;

/** A request whose head was let in; its body may still be another than the one signed. */
public final class Admission {
  private final Caller caller;
  private final Optional<String> service;
  private final Check check;

  /** What is left to check once the body is there. */
  interface Check {
    void against(Payload payload);
  }

  Admission(Caller caller, Optional<String> service, Check check) {
    this.caller = caller;
    this.service = service;
    this.check = check;
  }

  /** Of a request that nobody has to sign. */
  public static Admission ofNobody(Scope scope) {
    return new Admission(new Caller(scope, Optional.empty()), Optional.empty(), payload -> {});
  }

  public Caller caller() {
    return caller;
  }

  /** The service that the signature names, such as {@code lambda}. */
  public Optional<String> service() {
    return service;
  }

  /**
   * That the holder of the secret signed this very request; nothing has to be right where any
   * credentials are taken. Must be called before the request does anything.
   *
   * @throws SimulatorException as AWS answers a wrong signature
   */
  public void verify(Payload payload) {
    check.against(payload);
  }
}
