package io.pushsim.eventsource;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.Sequencer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * What two records have in common that tell of the same event: bucket, key, version id, event name,
 * sequencer and request id, hashed so that it is as short for the longest key. The sequencer alone
 * would not do: MinIO's tagging events repeat the one of their object (captured: 15-put-tagging).
 */
record Fingerprint(long high, long low) {

  static Fingerprint of(ObjectEvent event) {
    MessageDigest digest = newSha256();
    List.of(
            Optional.of(event.bucketName()),
            Optional.of(event.object().key()),
            event.object().versionId(),
            Optional.of(event.type().name()),
            event.object().sequencer().map(Sequencer::text),
            event.request().requestId())
        .forEach(part -> add(digest, part));
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new Fingerprint(hash.getLong(), hash.getLong());
  }

  /** With its length before it: no two lists of parts are the same bytes. */
  private static void add(MessageDigest digest, Optional<String> part) {
    byte[] bytes = part.orElse("").getBytes(StandardCharsets.UTF_8);
    int length = part.isPresent() ? bytes.length : -1;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    digest.update(bytes);
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
