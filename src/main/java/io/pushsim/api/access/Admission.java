package io.pushsim.api.access;

import io.pushsim.arn.Scope;
import io.pushsim.error.SimulatorException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A request whose head was let in; its body may still be another than the one signed. */
public final class Admission {
  private final Caller caller;
  private final Optional<String> service;
  private final Check check;
  private final Supplier<Optional<ChunkSigner>> chunks;
  private final FormCheck form;

  /** What is left to check once the body is there. */
  interface Check {
    void against(Payload payload);
  }

  /** Tells who sends a form, by its fields. */
  interface FormCheck {
    Caller sender(Map<String, String> fields);
  }

  /** Of a request whose caller is known by its head. */
  Admission(
      Caller caller,
      Optional<String> service,
      Check check,
      Supplier<Optional<ChunkSigner>> chunks) {
    this(caller, service, check, chunks, fields -> caller);
  }

  private Admission(
      Caller caller,
      Optional<String> service,
      Check check,
      Supplier<Optional<ChunkSigner>> chunks,
      FormCheck form) {
    this.caller = caller;
    this.service = service;
    this.check = check;
    this.chunks = chunks;
    this.form = form;
  }

  /**
   * Of a request that is not signed, but may be a form that is.
   *
   * @param check refuses it where it is no form, and signatures are demanded
   */
  static Admission ofUnsigned(Caller caller, Check check, FormCheck form) {
    return new Admission(caller, Optional.empty(), check, Optional::empty, form);
  }

  /** Of a request that nobody has to sign. */
  public static Admission ofNobody(Scope scope) {
    Caller nobody = new Caller(scope, Optional.empty());
    return ofUnsigned(nobody, payload -> {}, fields -> nobody);
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

  /**
   * Checks the signatures of the chunks of this request's body; empty where they need not be right.
   */
  public Optional<ChunkSigner> chunks() {
    return chunks.get();
  }

  /**
   * Who sends the form that this request's body is. It takes the place of {@link #verify} where the
   * request itself is not signed.
   *
   * @param fields of the form, by their names in lower case
   * @throws SimulatorException where its policy is not signed as it has to be
   */
  public Caller sender(Map<String, String> fields) {
    return form.sender(fields);
  }
}
