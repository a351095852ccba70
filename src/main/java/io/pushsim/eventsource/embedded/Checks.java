package io.pushsim.eventsource.embedded;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.S3Object;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.embedded.ObjectCall.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pushsim looks at before s3proxy does: nothing is to be taken and then ignored. A header that
 * asks for something that there is not is refused by its name.
 */
final class Checks {
  static final String META = "x-amz-meta-";

  /** Headers that s3proxy carries out. */
  private static final Set<String> CARRIED_OUT =
      Set.of(
          "x-amz-checksum-algorithm",
          "x-amz-checksum-crc32",
          "x-amz-checksum-crc32c",
          "x-amz-checksum-crc64nvme",
          "x-amz-checksum-mode",
          "x-amz-checksum-sha1",
          "x-amz-checksum-sha256",
          "x-amz-checksum-type",
          "x-amz-copy-source",
          "x-amz-copy-source-if-match",
          "x-amz-copy-source-if-modified-since",
          "x-amz-copy-source-if-none-match",
          "x-amz-copy-source-if-unmodified-since",
          "x-amz-copy-source-range",
          "x-amz-if-match-last-modified-time",
          "x-amz-if-match-size",
          "x-amz-metadata-directive",
          "x-amz-object-attributes",
          "x-amz-storage-class");

  /** Headers that are done with when s3proxy gets the request, or that are about the client. */
  private static final Set<String> DONE =
      Set.of(
          "authorization",
          "expect",
          "x-amz-content-sha256",
          "x-amz-date",
          "x-amz-decoded-content-length",
          "x-amz-expected-bucket-owner",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-security-token",
          "x-amz-source-expected-bucket-owner",
          "x-amz-te",
          "x-amz-trailer",
          "x-amz-user-agent");

  /** What all objects have: they are their owner's alone, and S3 encrypts each. */
  static final Set<String> ACLS = Set.of("private", "bucket-owner-full-control");

  static final Set<String> ENCRYPTIONS = Set.of("AES256");

  /** Headers whose one value asks for what there is anyway. */
  private static final Map<String, Set<String>> AS_IT_IS =
      Map.of(
          "x-amz-acl", ACLS,
          "x-amz-server-side-encryption", ENCRYPTIONS,
          "x-amz-tagging-directive", Set.of("COPY"));

  private Checks() {}

  /**
   * The headers that s3proxy is to see.
   *
   * @throws ObjectRefusal NotImplemented for one that nobody would carry out
   */
  static List<Header> headers(ObjectCall call) {
    List<Header> seen = new ArrayList<>();
    for (Header header : call.headers()) {
      String name = ObjectCall.lower(header.name());
      boolean asItIs =
          AS_IT_IS.getOrDefault(name, Set.of()).contains(header.value()) || DONE.contains(name);
      if (!asItIs) {
        if (name.startsWith("x-amz-") && !name.startsWith(META) && !CARRIED_OUT.contains(name)) {
          throw ObjectRefusal.notImplemented(
              "A header you provided implies functionality that is not implemented: %s: %s"
                  .formatted(name, header.value()));
        }
        seen.add(header);
      }
    }
    return seen;
  }

  /**
   * That a key is no longer than S3's are.
   *
   * @throws ObjectRefusal KeyTooLongError
   */
  static void key(String key) {
    int size = key.getBytes(StandardCharsets.UTF_8).length;
    if (size > S3Object.LONGEST_KEY) {
      SimulatorException error = S3Errors.keyTooLong(size, S3Object.LONGEST_KEY);
      throw new ObjectRefusal(
          400, error.code().shapeName(), error.message(), error.details(), Map.of());
    }
  }

  /**
   * That the caller's bucket is whose the caller expects it to be, where it says so; and the one
   * that it copies from, since all that can be copied is the caller's own.
   *
   * @throws io.pushsim.error.SimulatorException AccessDenied
   */
  static void owner(ObjectCall call, Bucket bucket) {
    call.header("x-amz-expected-bucket-owner").ifPresent(bucket::requireOwner);
    call.header("x-amz-source-expected-bucket-owner").ifPresent(bucket::requireOwner);
  }
}
