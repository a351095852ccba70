package io.pushsim.eventsource.embedded;

import io.pushsim.bucket.Bucket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A request about an object that nobody has sent: pushsim's own, for a function. */
final class OwnCall {
  private OwnCall() {}

  /** A PutObject. Functions reach S3 from addresses of AWS's; pushsim's is this machine's. */
  static ObjectCall put(Bucket bucket, String key, String principalId) {
    ObjectCall.Caller caller =
        new ObjectCall.Caller(bucket.ownerAccount(), principalId, "127.0.0.1");
    String id = UUID.randomUUID().toString();
    return new ObjectCall(
        "PutObject",
        "PUT",
        bucket.name(),
        URLEncoder.encode(key, StandardCharsets.UTF_8),
        Map.of(),
        List.of(),
        "localhost",
        caller,
        id.replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT),
        id,
        new ObjectCall.BodySignatures() {
          @Override
          public Optional<ObjectCall.ChunkSignatures> chunks() {
            return Optional.empty();
          }

          @Override
          public ObjectCall.Caller admit(Map<String, String> fields) {
            return caller;
          }
        });
  }
}
