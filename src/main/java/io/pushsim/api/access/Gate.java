package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Signed;
import io.pushsim.arn.Scope;
import io.pushsim.error.SimulatorException;
import io.pushsim.runtime.FunctionCredentials;
import io.pushsim.runtime.FunctionCredentials.Credentials;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells who makes a request, and lets in whoever may come in: anybody, or those who sign with known
 * keys. Safe for many threads.
 */
public final class Gate {
  private final Scope defaults;
  private final AuthorizationReader reader;
  private final Optional<Guard> guard;
  private final Set<ServiceKind> lenient;
  private final Optional<Functions> functions;

  private record Guard(AccessKeys keys, SignatureVerifier verifier) {}

  private record Functions(FunctionCredentials credentials, SignatureVerifier verifier) {}

  private Gate(
      Scope defaults,
      Optional<Guard> guard,
      Set<ServiceKind> lenient,
      Optional<Functions> functions) {
    this.defaults = defaults;
    this.guard = guard;
    this.lenient = Set.copyOf(lenient);
    this.functions = functions;
    reader = new AuthorizationReader(defaults.region());
  }

  /**
   * Takes any credentials, and none: a 12-digit access key id selects that account.
   *
   * @param defaults the account of all other keys, and the region where none is named
   */
  public static Gate open(Scope defaults) {
    return new Gate(defaults, Optional.empty(), Set.of(), Optional.empty());
  }

  /**
   * Takes requests that are signed with one of the keys, whose account is then the caller's.
   *
   * @param clock against which signatures expire
   */
  public static Gate guarded(Scope defaults, AccessKeys keys, InstantSource clock) {
    return new Gate(
        defaults,
        Optional.of(new Guard(keys, new SignatureVerifier(clock))),
        Set.of(),
        Optional.empty());
  }

  /**
   * The same, but for requests of one service, whose signatures may be somebody else's to judge:
   * what is wrong with them is said when they are verified, and not before.
   */
  public Gate verifyingLast(ServiceKind service) {
    return new Gate(defaults, guard, Set.of(service), functions);
  }

  /**
   * The same, and functions come in with the credentials of their roles, whose signatures have to
   * be right, as on AWS: whatever else is demanded of others.
   *
   * @param clock against which their signatures expire: the one that functions read
   */
  public Gate admitting(FunctionCredentials credentials, InstantSource clock) {
    return new Gate(
        defaults,
        guard,
        lenient,
        Optional.of(new Functions(credentials, new SignatureVerifier(clock))));
  }

  /**
   * All that can be told before the request's body has come.
   *
   * @param expected the service that the request seems to be for (by its path, say): who signs
   *     badly is answered in its words, unless the signature names another
   * @throws SimulatorException as AWS answers a malformed signature and, where keys are demanded,
   *     an unknown key, a wrong time or no signature
   */
  public Admission admit(RequestHead head, ServiceKind expected) {
    if (!lenient.contains(expected)) {
      return admitNow(head, expected);
    }
    try {
      return admitNow(head, expected);
    } catch (SimulatorException refusal) {
      return Admission.ofUnsigned(
          new Caller(defaults, Optional.empty()),
          payload -> {
            throw refusal;
          },
          fields -> {
            throw refusal;
          });
    }
  }

  private Admission admitNow(RequestHead head, ServiceKind expected) {
    if (reader.read(head, expected) instanceof Signed signed) {
      String id = signed.credential().accessKeyId();
      Optional<Credentials> function = functions.flatMap(known -> known.credentials().find(id));
      if (function.isPresent()) {
        return ofFunction(head, signed, function.get(), functions.get().verifier());
      }
      return guard.isPresent() ? guarded(head, signed, guard.get()) : unguarded(signed);
    }
    Caller nobody = new Caller(defaults, Optional.empty());
    if (guard.isEmpty()) {
      return Admission.ofUnsigned(nobody, payload -> {}, this::openSender);
    }
    SimulatorException unsigned = AccessErrors.of(expected, Authorization.Form.HEADER).unsigned();
    if (expected != ServiceKind.S3 || !isForm(head)) {
      throw unsigned;
    }
    return Admission.ofUnsigned(
        nobody,
        payload -> {
          throw unsigned;
        },
        fields -> caller(FormSignature.verified(fields, guard.get().keys())));
  }

  /** A browser's form is signed within. */
  private static boolean isForm(RequestHead head) {
    return head.method().equals("POST")
        && head.header("content-type")
            .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
            .isPresent();
  }

  private Caller caller(FormSignature signature) {
    return new Caller(
        scope(signature.account(), signature.credential().region()),
        Optional.of(signature.credential().accessKeyId()));
  }

  private Caller openSender(Map<String, String> fields) {
    return FormSignature.credential(fields)
        .filter(CredentialScope::hasRegion)
        .map(
            credential ->
                new Caller(
                    scope(account(credential.accessKeyId()), credential.region()),
                    Optional.of(credential.accessKeyId())))
        .orElseGet(() -> new Caller(defaults, Optional.empty()));
  }

  private String account(String accessKeyId) {
    return Scope.isAccount(accessKeyId) ? accessKeyId : defaults.account();
  }

  private Admission unguarded(Signed signed) {
    return admission(
        signed,
        account(signed.credential().accessKeyId()),
        Optional.empty(),
        payload -> {},
        Optional::empty);
  }

  private Admission guarded(RequestHead head, Signed signed, Guard by) {
    String id = signed.credential().accessKeyId();
    AccessKey key = by.keys().find(id).orElseThrow(() -> signed.errors().unknownAccessKey(id));
    return verified(head, signed, key, by.verifier(), Optional.empty());
  }

  private Admission ofFunction(
      RequestHead head, Signed signed, Credentials function, SignatureVerifier verifier) {
    AccessKey key =
        new AccessKey(
            function.accessKeyId(),
            function.secretAccessKey(),
            Optional.of(function.sessionToken()),
            function.account());
    return verified(head, signed, key, verifier, Optional.of(function.principalId()));
  }

  private Admission verified(
      RequestHead head,
      Signed signed,
      AccessKey key,
      SignatureVerifier verifier,
      Optional<String> function) {
    verifier.checkHead(head, signed, key);
    return admission(
        signed,
        key.account(),
        function,
        payload -> verifier.checkSignature(head, signed, key, payload),
        () -> Optional.of(ChunkSigner.of(signed, key)));
  }

  private Admission admission(
      Signed signed,
      String account,
      Optional<String> function,
      Admission.Check check,
      Supplier<Optional<ChunkSigner>> chunks) {
    Scope scope = scope(account, signed.credential().region());
    Caller caller = new Caller(scope, Optional.of(signed.credential().accessKeyId()), function);
    return new Admission(caller, Optional.of(signed.credential().service()), check, chunks);
  }

  /** Most callers are in the default account and region, whose names need no checking again. */
  private Scope scope(String account, String region) {
    return account.equals(defaults.account()) && region.equals(defaults.region())
        ? defaults
        : new Scope(account, region);
  }
}
