package io.pushsim.api.access;

import static io.pushsim.api.access.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresignedQueryTest {
  private static final String S3 =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256"
          + "&X-Amz-Credential=k%2F20261126%2Fus-east-1%2Fs3%2Faws4_request"
          + "&X-Amz-Date=20261126T120000Z&X-Amz-Expires=60"
          + "&X-Amz-SignedHeaders=host&X-Amz-Signature=00";

  private final Gate open = Gate.open(SignedExample.DEFAULTS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Amz-Expires=60 | X-Amz-Expires=604800 |",
        "X-Amz-Expires=60 | X-Amz-Expires=604801 | X-Amz-Expires must be less than a week",
        "X-Amz-Expires=60 | X-Amz-Expires=99999999999999 | X-Amz-Expires must be less than",
        "X-Amz-Expires=60 | X-Amz-Expires=-1 | X-Amz-Expires must be non-negative",
        "X-Amz-Expires=60 | X-Amz-Expires=1h | X-Amz-Expires should be a number",
        "X-Amz-Expires=60 | X-Amz-Expires= | Query-string authentication version 4 requires",
        "X-Amz-Expires=60 | a=b | Query-string authentication version 4 requires",
        "X-Amz-Signature=00 | a=b | Query-string authentication version 4 requires",
        "X-Amz-Date=2026 | X-Amz-Date=2026&X-Amz-Date=2026 | Query-string authentication",
        "20261126T120000Z | 2026-11-26 | X-Amz-Date must be in the ISO8601 Long Format",
        "AWS4-HMAC-SHA256 | AWS4-ECDSA-P256-SHA256 | X-Amz-Algorithm only supports",
        "us-east-1 | nowhere | Error parsing the X-Amz-Credential parameter; the region 'nowhere'",
        "%2Fs3%2F | %2F | Error parsing the X-Amz-Credential parameter; the Credential is mal-",
        "k%2F20261126 | k%2F20261125 | Invalid credential date"
      })
  void refusesMalformedParametersAsS3Does(String part, String other, String message) {
    String query =
        part.startsWith("X-Amz-Date")
            ? S3.replace("X-Amz-Date=20261126T120000Z", other)
            : S3.replace(part, other);
    RequestHead head = Requests.of("GET", "/b/k?" + query);

    if (message == null) {
      assertThat(open.admit(head, ServiceKind.S3).service()).contains("s3");
    } else {
      SimulatorException refusal = refusal(() -> open.admit(head, ServiceKind.S3));
      assertThat(refusal.code()).isEqualTo(ErrorCode.S3_AUTHORIZATION_QUERY_PARAMETERS);
      assertThat(refusal.message()).startsWith(message);
    }
  }

  @Test
  void namesWhatIsMissing_whenTheServiceIsNotS3() {
    RequestHead head = Requests.of("GET", "/?X-Amz-Algorithm=AWS4-HMAC-SHA256");

    assertThat(refusal(() -> open.admit(head, ServiceKind.REST_JSON)).message())
        .isEqualTo(
            "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string"
                + " parameters must include 'X-Amz-Signature'. AWS query-string parameters must"
                + " include 'X-Amz-SignedHeaders'. AWS query-string parameters must include"
                + " 'X-Amz-Date'. Re-examine the query-string parameters.");
  }

  @Test
  void takesNoExpiry_whenTheServiceIsNotS3() {
    String query = S3.replace("%2Fs3%2F", "%2Flambda%2F").replace("&X-Amz-Expires=60", "");

    assertThat(open.admit(Requests.of("GET", "/?" + query), ServiceKind.S3).service())
        .contains("lambda");
  }

  @Test
  void refusesKeyIdsThatWouldSpoilLogs() {
    String query = S3.replace("=k%2F", "=k%0Ak%2F");

    assertThat(
            refusal(() -> open.admit(Requests.of("GET", "/?" + query), ServiceKind.S3)).message())
        .contains("the Credential is mal-formed");
  }
}
