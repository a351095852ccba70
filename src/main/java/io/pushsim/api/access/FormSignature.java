package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Form;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import java.util.Map;
import java.util.Optional;

/**
 * The signature of a browser's form, which is one of its policy (S3 API reference, authenticating
 * requests, browser-based uploads). Whether the policy allows the form is asked elsewhere.
 *
 * @param account whose key it is made with
 */
record FormSignature(CredentialScope credential, String account) {
  private static final String POLICY = "policy";
  private static final String ALGORITHM = "x-amz-algorithm";
  private static final String CREDENTIAL = "x-amz-credential";
  private static final String DATE = "x-amz-date";
  private static final String SIGNATURE = "x-amz-signature";
  private static final String TOKEN = "x-amz-security-token";

  private static final AccessErrors ERRORS = AccessErrors.of(ServiceKind.S3, Form.HEADER);

  /** The credential that a form names, if it names one. */
  static Optional<CredentialScope> credential(Map<String, String> fields) {
    return Optional.ofNullable(fields.get(CREDENTIAL)).flatMap(CredentialScope::parse);
  }

  /**
   * The signature of a form that one of the keys signed.
   *
   * @throws SimulatorException as S3 answers a form that is not signed, or not rightly
   */
  static FormSignature verified(Map<String, String> fields, AccessKeys keys) {
    if (!fields.containsKey(POLICY)) {
      throw ERRORS.unsigned();
    }
    if (fields.containsKey("awsaccesskeyid") || !fields.containsKey(ALGORITHM)) {
      throw ERRORS.otherMechanism();
    }
    String algorithm = required(fields, ALGORITHM);
    if (!algorithm.equals(AuthorizationReader.ALGORITHM)) {
      throw ERRORS.unsupportedAlgorithm(algorithm);
    }
    String named = required(fields, CREDENTIAL);
    CredentialScope credential =
        CredentialScope.parse(named).orElseThrow(() -> ERRORS.malformedCredential(named));
    String date = required(fields, DATE);
    Timestamp time = Timestamp.ofIso(date).orElseThrow(() -> ERRORS.malformedDate(date));
    if (!credential.isOfDay(time)
        || !credential.endsRightly()
        || !credential.hasRegion()
        || !credential.service().equals("s3")) {
      throw ERRORS.malformedCredential(named);
    }
    AccessKey key =
        keys.find(credential.accessKeyId())
            .orElseThrow(() -> ERRORS.unknownAccessKey(credential.accessKeyId()));
    check(fields, credential, key);
    return new FormSignature(credential, key.account());
  }

  private static void check(Map<String, String> fields, CredentialScope credential, AccessKey key) {
    String right =
        Hashes.hex(
            Hashes.hmac(SignatureVerifier.signingKey(key, credential), required(fields, POLICY)));
    boolean same = Hashes.same(right, required(fields, SIGNATURE));
    String token = fields.getOrDefault(TOKEN, "");
    if (!same || !Hashes.same(token, key.sessionToken().orElse(""))) {
      throw new SimulatorException(
          ErrorCode.S3_SIGNATURE_DOES_NOT_MATCH,
          S3AccessErrors.WRONG_SIGNATURE,
          Map.of("AWSAccessKeyId", credential.accessKeyId()));
    }
  }

  private static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw S3Errors.invalidArgument(
          "Bucket POST must contain a field named '%s'.  If it is specified, please check the order of the fields."
              .formatted(name),
          name,
          "");
    }
    return value;
  }
}
