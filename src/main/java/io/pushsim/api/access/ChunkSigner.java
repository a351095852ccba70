package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Signed;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/**
 * Makes the signatures of a body's chunks again, each of which has the one before in it, and
 * compares (S3 API reference, signature calculations, transferring payload in multiple chunks). For
 * one body and one thread.
 */
public final class ChunkSigner {
  private static final String CHUNK = "AWS4-HMAC-SHA256-PAYLOAD";
  private static final String TRAILER = "AWS4-HMAC-SHA256-TRAILER";
  private static final String NOTHING = Hashes.sha256("");

  private final byte[] key;
  private final String time;
  private final String scope;
  private String before;

  private ChunkSigner(byte[] key, String time, String scope, String before) {
    this.key = key;
    this.time = time;
    this.scope = scope;
    this.before = before;
  }

  /** Of a request whose own signature is right. */
  static ChunkSigner of(Signed signed, AccessKey key) {
    return new ChunkSigner(
        SignatureVerifier.signingKey(key, signed.credential()),
        signed.time().text(),
        signed.credential().text(),
        signed.signature());
  }

  /**
   * The next chunk, the last and empty one too.
   *
   * @param sha256 of its bytes
   * @throws SimulatorException SignatureDoesNotMatch
   */
  public void checkChunk(String sha256, String signature) {
    check(signature, CHUNK, time, scope, before, NOTHING, sha256);
  }

  /**
   * The trailing headers.
   *
   * @param sha256 of them as they are signed: each as {@code name:value} with a line feed
   * @throws SimulatorException SignatureDoesNotMatch
   */
  public void checkTrailer(String sha256, String signature) {
    check(signature, TRAILER, time, scope, before, sha256);
  }

  private void check(String signature, String... signed) {
    String right = Hashes.hex(Hashes.hmac(key, String.join("\n", signed)));
    if (!Hashes.same(right, signature)) {
      throw new SimulatorException(
          ErrorCode.S3_SIGNATURE_DOES_NOT_MATCH,
          S3AccessErrors.WRONG_SIGNATURE + " (It is the signature of a chunk of the body.)");
    }
    before = right;
  }
}
