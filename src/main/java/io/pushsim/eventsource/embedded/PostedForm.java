package io.pushsim.eventsource.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gaul.s3proxy.auth.PostPolicy;
import org.gaul.s3proxy.checksum.FlexChecksum;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * An upload by a browser's form. s3proxy takes forms only where it verifies signatures, and holds
 * the file in memory: here it goes into the store as it comes, and the policy is asked at its end.
 */
final class PostedForm {
  /** Fields of S3's that pushsim carries out, or that are about the form itself. */
  private static final Set<String> KNOWN =
      Set.of(
          "x-amz-algorithm",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-security-token",
          "x-amz-signature");

  private static final Map<String, Set<String>> AS_IT_IS =
      Map.of(
          "acl", Checks.ACLS,
          "x-amz-server-side-encryption", Checks.ENCRYPTIONS,
          "x-amz-storage-class", Set.of("STANDARD"));

  private static final Set<String> REFUSED = Set.of("tagging", "expires");

  private final ObjectCall call;
  private final FormFields form;
  private final EventingBlobStore objects;

  PostedForm(ObjectCall call, FormFields form, EventingBlobStore objects) {
    this.call = call;
    this.form = form;
    this.objects = objects;
  }

  void carryOut(HeldAnswer answer) throws IOException {
    Checks.headers(call);
    checkFields();
    Checks.key(form.key());
    Map<String, String> metadata = new HashMap<>();
    form.fields()
        .forEach(
            (name, value) -> {
              if (name.startsWith(Checks.META)) {
                metadata.put(name.substring(Checks.META.length()), value);
              }
            });
    PutObjectRequest request =
        PutObjectRequest.builder()
            .bucket(call.bucket())
            .key(form.key())
            .contentType(form.field("content-type").orElse("binary/octet-stream"))
            .cacheControl(form.field("cache-control").orElse(null))
            .contentDisposition(form.field("content-disposition").orElse(null))
            .contentEncoding(form.field("content-encoding").orElse(null))
            .metadata(metadata)
            .build();
    answer(objects.putBlob(request, checked(form.file())), answer);
  }

  private void checkFields() {
    form.fields()
        .forEach(
            (name, value) -> {
              boolean asItIs = AS_IT_IS.getOrDefault(name, Set.of()).contains(value);
              boolean foreign =
                  name.startsWith("x-amz-")
                      && !name.startsWith(Checks.META)
                      && !KNOWN.contains(name)
                      && checksum(name).isEmpty();
              if (!asItIs && (foreign || REFUSED.contains(name) || name.equals("acl"))) {
                throw ObjectRefusal.notImplemented(
                    "A field you provided implies functionality that is not implemented: %s: %s"
                        .formatted(name, value));
              }
            });
  }

  private static Optional<FlexChecksum> checksum(String field) {
    return Optional.ofNullable(FlexChecksum.fromHeaderName(field));
  }

  /** The file; its end is not told before the policy and the checksum agree with it. */
  private InputStream checked(InputStream file) {
    Optional<FlexChecksum> algorithm =
        form.fields().keySet().stream().flatMap(name -> checksum(name).stream()).findFirst();
    @Nullable SdkChecksum sum = algorithm.map(FlexChecksum::newChecksum).orElse(null);
    return new BlockInputStream() {
      private long size;

      @Override
      public int read(byte[] into, int start, int most) throws IOException {
        int count = file.read(into, start, most);
        if (count < 0) {
          checkEnd(size, algorithm, sum);
        } else {
          size += count;
          if (sum != null) {
            sum.update(into, start, count);
          }
        }
        return count;
      }
    };
  }

  private void checkEnd(long size, Optional<FlexChecksum> algorithm, @Nullable SdkChecksum sum) {
    form.field("policy")
        .ifPresent(
            policy ->
                PostPolicy.parse(policy.getBytes(StandardCharsets.ISO_8859_1))
                    .evaluate(form.fields(), size));
    if (algorithm.isPresent() && sum != null) {
      byte[] said = algorithm.get().decodeValue(form.field(algorithm.get().header()).orElse(""));
      if (!Arrays.equals(said, sum.getChecksumBytes())) {
        throw ObjectRefusal.badDigest(algorithm.get().name());
      }
    }
  }

  private void answer(PutObjectResponse put, HeldAnswer answer) throws IOException {
    String eTag = '"' + put.eTag().replace("\"", "") + '"';
    String location =
        "http://%s/%s/%s".formatted(call.authority(), call.bucket(), encoded(form.key()));
    answer.set("ETag", eTag);
    Optional.ofNullable(put.versionId()).ifPresent(id -> answer.set("x-amz-version-id", id));
    Optional<String> redirect =
        form.field("success_action_redirect").or(() -> form.field("redirect"));
    if (redirect.isPresent()) {
      answer.status(303);
      answer.set(
          "Location",
          "%s%sbucket=%s&key=%s&etag=%s"
              .formatted(
                  redirect.get(),
                  redirect.get().contains("?") ? "&" : "?",
                  encoded(call.bucket()),
                  encoded(form.key()),
                  encoded(eTag)));
      return;
    }
    answer.set("Location", location);
    switch (form.field("success_action_status").orElse("")) {
      case "200" -> answer.status(200);
      case "201" -> {
        answer.status(201);
        answer.set("Content-Type", "application/xml");
        byte[] document = PostDocument.write(location, call.bucket(), form.key(), eTag);
        answer.write(document, 0, document.length);
      }
      default -> answer.status(204);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
