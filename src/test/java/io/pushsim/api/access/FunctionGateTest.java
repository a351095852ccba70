package io.pushsim.api.access;

import static io.pushsim.api.access.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.error.ErrorCode;
import io.pushsim.runtime.FunctionCredentials;
import io.pushsim.runtime.FunctionCredentials.Credentials;
import io.pushsim.time.Draws;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What functions sign with is known, and what they sign has to be right. */
class FunctionGateTest {
  private final FunctionCredentials issued = new FunctionCredentials(new Draws(7));
  private final Credentials credentials =
      issued.issue("222222222222", "copier", "2026/11/26/[1]abc");
  private final InstantSource noon = InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
  private final Gate open = Gate.open(SignedExample.DEFAULTS).admitting(issued, noon);
  private final Gate guarded =
      SignedExample.ofBotocore("ListBuckets").gate().admitting(issued, noon);

  private RequestHead signed() {
    return new RequestSigner(
            credentials.accessKeyId(), credentials.secretAccessKey(), "us-west-2", noon)
        .sign(
            Requests.of(
                "GET",
                "/examplebucket/key",
                "Host: s3.us-west-2.amazonaws.com",
                "x-amz-content-sha256: UNSIGNED-PAYLOAD"));
  }

  @Test
  void areKnownByWhatTheySignWith() {
    assertThat(issued.find(credentials.accessKeyId())).contains(credentials);
    assertThat(issued.find("ASIAOTHER")).isEmpty();
    assertThat(issued.issue("222222222222", "copier", "2026/11/26/[1]abc")).isEqualTo(credentials);
  }

  @Test
  void areRefused_whenTheyLeaveTheTokenOut_whoeverElseMayComeIn() {
    for (Gate gate : List.of(open, guarded)) {
      assertThat(refusal(() -> gate.admit(signed(), ServiceKind.S3)).code())
          .isEqualTo(ErrorCode.S3_INVALID_ACCESS_KEY_ID);
    }
  }
}
