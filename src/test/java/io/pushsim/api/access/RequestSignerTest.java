package io.pushsim.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestSignerTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
  private static final byte[] BODY = "hello".getBytes(StandardCharsets.UTF_8);
  private static final String HASH =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  private final RequestSigner signer = new RequestSigner("minio", "secret", "us-east-1", NOON);
  private final Gate server =
      Gate.guarded(
          SignedExample.DEFAULTS,
          new AccessKeys(
              List.of(new AccessKey("minio", "secret", Optional.empty(), "111111111111"))),
          NOON);

  private static RequestHead head(String query, String... headers) {
    return Requests.of(
        "PUT", "/examplebucket/a%20b+c" + (query.isEmpty() ? "" : "?" + query), headers);
  }

  private Caller accepted(RequestHead signed, byte[] body) {
    Admission admission = server.admit(signed, ServiceKind.S3);
    admission.verify(Payload.of(body));
    return admission.caller();
  }

  @Test
  void putsItsOwnSignatureInThePlaceOfAnother() {
    RequestHead signed =
        signer.sign(
            head(
                "partNumber=1&uploadId=x%2Fy",
                "Host: localhost:9000",
                "Authorization: AWS4-HMAC-SHA256 Credential=ASIA/20261126/us-west-2/s3/aws4_request, SignedHeaders=host, Signature=00",
                "X-Amz-Date: 20261126T115959Z",
                "X-Amz-Security-Token: token",
                "x-amz-content-sha256: " + HASH,
                "x-amz-meta-color: red",
                "Content-Type: text/plain"));

    assertThat(accepted(signed, BODY).accessKeyId()).contains("minio");
    assertThat(signed.header("x-amz-security-token")).isEmpty();
    assertThat(signed.header("authorization")).get().asString().doesNotContain("ASIA");
  }

  @Test
  void signsThePlaceOfAPresignedUrl_whoseBodyIsNotSigned() {
    RequestHead signed =
        signer.sign(
            head(
                "versionId=1&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIA%2F20261126%2Fus-west-2%2Fs3%2Faws4_request&X-Amz-Date=20261126T115959Z&X-Amz-Expires=900&X-Amz-Security-Token=t&X-Amz-SignedHeaders=host&X-Amz-Signature=00",
                "Host: localhost:9000"));

    assertThat(signed.query()).isEqualTo("versionId=1");
    assertThat(signed.header("x-amz-content-sha256")).contains("UNSIGNED-PAYLOAD");
    assertThat(accepted(signed, BODY).accessKeyId()).contains("minio");
  }
}
