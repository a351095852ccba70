package io.pushsim.api.access;

import static io.pushsim.api.access.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
  private static final String DATE = "X-Amz-Date: 20261126T120000Z";
  private static final String PARTS = ", SignedHeaders=host;x-amz-date, Signature=00";

  private final Gate open = Gate.open(SignedExample.DEFAULTS);
  private final Gate guarded = SignedExample.ofBotocore("ListBuckets").gate();

  @Nested
  class TakingAnyCredentials {
    @Test
    void takesUnsignedRequestsForTheDefaults() {
      Admission admission = open.admit(Requests.of("GET", "/"), ServiceKind.S3);
      admission.verify(Requests.unreadable());

      assertThat(admission.caller())
          .isEqualTo(new Caller(SignedExample.DEFAULTS, Optional.empty()));
      assertThat(admission.caller().isSigned()).isFalse();
      assertThat(admission.service()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "222222222222, 222222222222",
      "AKIAIOSFODNN7EXAMPLE, 999999999999",
      "test, 999999999999",
      "12345678901, 999999999999",
      "1234567890123, 999999999999"
    })
    void takesTheAccountOfTheKey_whenItHasTwelveDigits(String key, String account) {
      Admission admission =
          admit(open, credential(key + "/20261126/eu-west-1/lambda/aws4_request"));
      admission.verify(Requests.unreadable());

      assertThat(admission.caller())
          .isEqualTo(new Caller(new Scope(account, "eu-west-1"), Optional.of(key)));
      assertThat(admission.service()).contains("lambda");
    }

    @ParameterizedTest
    @CsvSource({"lambda", "s3", "sts", "logs", "some-other"})
    void saysWhichServiceIsMeant(String service) {
      assertThat(
              admit(open, credential("k/20261126/us-east-1/" + service + "/aws4_request"))
                  .service())
          .contains(service);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "AWS4-HMAC-SHA256 Credential=k/20261126/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=0",
          "AWS4-HMAC-SHA256 Credential=k/20261126/us-east-1/s3/aws4_request SignedHeaders=host Signature=0",
          "AWS4-HMAC-SHA256   Signature=0 ,  SignedHeaders=host ,Credential=k/20261126/us-east-1/s3/aws4_request,"
        })
    void readsTheHeader_howeverItIsSpaced(String authorization) {
      assertThat(admit(open, authorization).caller().accessKeyId()).contains("k");
    }

    @Test
    void readsPresignedRequests() {
      SignedExample example =
          SignedExample.ofBotocore("presigned GetObject with a token and a response header");

      Admission admission = open.admit(example.head(), ServiceKind.REST_JSON);

      assertThat(admission.caller())
          .isEqualTo(
              new Caller(
                  new Scope("999999999999", "us-west-2"), Optional.of("AKIAIOSFODNN7EXAMPLE")));
      assertThat(admission.service()).contains("s3");
    }
  }

  @Nested
  class DemandingKeys {
    @ParameterizedTest
    @CsvSource({
      "REST_JSON, MissingAuthenticationTokenException, 403, Missing Authentication Token",
      "JSON, MissingAuthenticationTokenException, 400, Request is missing Authentication Token",
      "QUERY, MissingAuthenticationToken, 403, Request is missing Authentication Token",
      "S3, AccessDenied, 403, Access Denied"
    })
    void refusesUnsignedRequests(ServiceKind expected, String code, int status, String message) {
      SimulatorException refusal = refusal(() -> guarded.admit(Requests.of("GET", "/"), expected));

      assertRefusal(refusal, code, status, message);
    }

    @ParameterizedTest
    @CsvSource({
      "lambda, UnrecognizedClientException, 403, The security token included in the request is invalid.",
      "logs, UnrecognizedClientException, 400, The security token included in the request is invalid.",
      "sts, InvalidClientTokenId, 403, The security token included in the request is invalid.",
      "s3, InvalidAccessKeyId, 403, The AWS Access Key Id you provided does not exist in our records."
    })
    void refusesUnknownKeys(String service, String code, int status, String message) {
      String authorization =
          credential("111111111111/20261126/us-east-1/" + service + "/aws4_request");

      assertRefusal(refusal(() -> admit(guarded, authorization)), code, status, message);
    }

    @Test
    void refusesBeforeTheBodyIsThere_whenTheHeadIsEnough() {
      SignedExample late = SignedExample.ofBotocore("Invoke with a body");
      Gate gate = late.gateAt(late.signedAt().plusSeconds(3600));

      assertThat(refusal(() -> gate.admit(late.head(), ServiceKind.REST_JSON)).code())
          .isEqualTo(ErrorCode.INVALID_SIGNATURE);
    }
  }

  @Nested
  class RefusingWhatIsMalformed {
    @ParameterizedTest
    @EnumSource(
        value = ServiceKind.class,
        names = {"REST_JSON", "S3"})
    void refusesOtherMechanisms(ServiceKind expected) {
      for (String other : List.of("AWS AKID:c2lnbmF0dXJl", "Bearer x", "Basic YTpi", "x", "")) {
        SimulatorException refusal =
            refusal(() -> open.admit(Requests.of("GET", "/", "Authorization: " + other), expected));

        assertThat(refusal.code().shapeName())
            .isEqualTo(
                expected == ServiceKind.S3
                    ? "InvalidRequest"
                    : "MissingAuthenticationTokenException");
      }
    }

    @ParameterizedTest
    @EnumSource(
        value = ServiceKind.class,
        names = {"REST_JSON", "S3"})
    void refusesVersionTwoInTheQuery(ServiceKind expected) {
      RequestHead head = Requests.of("GET", "/b/k?AWSAccessKeyId=AKID&Expires=1&Signature=c2ln");

      SimulatorException refusal = refusal(() -> open.admit(head, expected));

      assertThat(refusal.code())
          .isEqualTo(
              expected == ServiceKind.S3
                  ? ErrorCode.S3_INVALID_REQUEST
                  : ErrorCode.MISSING_AUTHENTICATION_TOKEN);
      assertThat(refusal.explanation()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "REST_JSON | IncompleteSignatureException | 403"
              + " | Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'.",
          "S3 | InvalidRequest | 400 | The authorization mechanism you have provided is not"
              + " supported. Please use AWS4-HMAC-SHA256."
        },
        quoteCharacter = '"')
    void refusesVersionFourA(ServiceKind expected, String code, int status, String message) {
      String authorization =
          "AWS4-ECDSA-P256-SHA256 Credential=k/20261126/lambda/aws4_request" + PARTS;

      assertRefusal(refusal(() -> admit(open, authorization, expected)), code, status, message);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "k/20261126/nowhere/lambda/aws4_request | InvalidSignatureException"
              + " | Credential should be scoped to a valid region, not 'nowhere'.",
          "k/20261126/us-east-1/lambda/aws5 | InvalidSignatureException"
              + " | Credential should be scoped with a valid terminator: 'aws4_request', not"
              + " 'aws5'.",
          "k/20261125/us-east-1/lambda/aws4_request | InvalidSignatureException"
              + " | Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date"
              + " from HTTP: '20261125' != '20261126', from '20261126T120000Z'.",
          "k/today/x/logs/y | InvalidSignatureException"
              + " | Credential should be scoped to a valid region, not 'x'. Credential should be"
              + " scoped with a valid terminator: 'aws4_request', not 'y'. Date in Credential scope"
              + " does not match YYYYMMDD from ISO-8601 version of date from HTTP: 'today' !="
              + " '20261126', from '20261126T120000Z'.",
          "k/20261126/x/sts/aws4_request | SignatureDoesNotMatch"
              + " | Credential should be scoped to a valid region, not 'x'.",
          "k/20261126/us-east-1/lambda | IncompleteSignatureException"
              + " | Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term, got 'k/20261126/us-east-1/lambda'",
          "a/b/20261126/us-east-1/lambda/aws4_request | IncompleteSignatureException"
              + " | Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term, got 'a/b/20261126/us-east-1/lambda/aws4_request'",
          "k/20261126/us_east_1/s3/aws4_request | AuthorizationHeaderMalformed"
              + " | The authorization header is malformed; the region 'us_east_1' is wrong;"
              + " expecting 'us-east-1'",
          "k/2026/us-east-1/s3/aws4_request | AuthorizationHeaderMalformed"
              + " | The authorization header is malformed; incorrect date format 2026. This date"
              + " in the credential must be in the format yyyyMMdd.",
          "k/20261125/us-east-1/s3/aws4_request | AuthorizationHeaderMalformed"
              + " | The authorization header is malformed; Invalid credential date. Date is not the"
              + " same as X-Amz-Date.",
          "k/20261126/us-east-1/s3/aws3 | AuthorizationHeaderMalformed"
              + " | The authorization header is malformed; incorrect terminal aws3. This endpoint"
              + " uses aws4_request."
        })
    void refusesWrongScopes(String credential, String code, String message) {
      SimulatorException refusal = refusal(() -> admit(open, credential(credential)));

      assertThat(refusal.code().shapeName()).isEqualTo(code);
      assertThat(refusal.message().strip().replace("\"", "")).isEqualTo(message);
    }

    @Test
    void namesTheRegionItExpected_asS3Does() {
      assertThat(refusal(() -> admit(open, credential("k/20261126/x/s3/aws4_request"))).details())
          .isEqualTo(Map.of("Region", "us-east-1"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "REST_JSON | AWS4-HMAC-SHA256 | Authorization header requires 'Credential' parameter."
              + " Authorization header requires 'Signature' parameter. Authorization header"
              + " requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256",
          "REST_JSON | AWS4-HMAC-SHA256 Credential=k, Signature=0, SignedHeaders=host, More=1"
              + " | Authorization header takes 'Credential', 'SignedHeaders' and 'Signature', each"
              + " once. Authorization=AWS4-HMAC-SHA256 Credential=k, Signature=0,"
              + " SignedHeaders=host, More=1",
          "REST_JSON | AWS4-HMAC-SHA256 Credential= k/2, Signature=0"
              + " | 'k/2' not a valid key=value pair (missing equal-sign) in Authorization header:"
              + " 'AWS4-HMAC-SHA256 Credential= k/2, Signature=0'.",
          "S3 | AWS4-HMAC-SHA256 Credential=k, Signature=0 | The authorization header is malformed;"
              + " the authorization header requires three components: Credential, SignedHeaders,"
              + " and Signature.",
          "S3 | AWS4-HMAC-SHA256 Credentials=k, Signature=0, SignedHeaders=host"
              + " | The authorization header is malformed; missing Credential.",
          "S3 | AWS4-HMAC-SHA256 Credential=k, Signature=0, SignedHeaders=host"
              + " | The authorization header is malformed; the Credential is mal-formed; expecting"
              + " <YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request.",
          "S3 | AWS4-HMAC-SHA256 Credential= k/2, Signature=0"
              + " | The authorization header is malformed; the authorization component k/2 is"
              + " malformed."
        })
    void refusesWrongComponents(ServiceKind expected, String authorization, String message) {
      assertThat(refusal(() -> admit(open, authorization, expected)).message().replace("\"", ""))
          .isEqualTo(message);
    }

    @Test
    void refusesRequestsWithoutADate() {
      String lambda = credential("k/20261126/us-east-1/lambda/aws4_request");
      RequestHead head = Requests.of("GET", "/", "Authorization: " + lambda);

      assertThat(refusal(() -> open.admit(head, ServiceKind.REST_JSON)).message())
          .isEqualTo(
              "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
                  + " Authorization="
                  + lambda);
      assertThat(refusal(() -> open.admit(head, ServiceKind.S3)).message())
          .isEqualTo("AWS authentication requires a valid Date or x-amz-date header");
    }

    @ParameterizedTest
    @CsvSource({
      "20261126",
      "2026-11-26T12:00:00Z",
      "20261326T120000Z",
      "20261126T120060Z",
      "20261126t120000z",
      "+0261126T120000Z",
      "'Thu, 26 Nov 2026 12:00:00 GMT'"
    })
    void refusesWrongDates(String date) {
      String authorization = credential("k/20261126/us-east-1/lambda/aws4_request");
      RequestHead head =
          Requests.of("GET", "/", "Authorization: " + authorization, "X-Amz-Date: " + date);

      assertThat(refusal(() -> open.admit(head, ServiceKind.REST_JSON)).message())
          .isEqualTo(
              "Date must be in ISO-8601 'basic format'. Got '"
                  + date
                  + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    @Test
    void takesTheDateHeader_inTheFormsThatTheServiceTakes() {
      String date = "Date: Thu, 26 Nov 2026 12:00:00 GMT";
      String s3 = "Authorization: " + credential("k/20261126/us-east-1/s3/aws4_request");
      String lambda = "Authorization: " + credential("k/20261126/us-east-1/lambda/aws4_request");

      assertThat(open.admit(Requests.of("GET", "/", s3, date), ServiceKind.S3).service())
          .contains("s3");
      assertThat(
              refusal(() -> open.admit(Requests.of("GET", "/", lambda, date), ServiceKind.S3))
                  .code())
          .isEqualTo(ErrorCode.INCOMPLETE_SIGNATURE);
      assertThat(
              open.admit(
                      Requests.of("GET", "/", lambda, "Date: 20261126T120000Z"),
                      ServiceKind.REST_JSON)
                  .service())
          .contains("lambda");
    }

    @Test
    void refusesTwoSignatures() {
      RequestHead presigned = SignedExample.ofBotocore("presigned GetFunction").head();
      String authorization = credential("k/20261126/us-east-1/lambda/aws4_request");
      RequestHead twice =
          Requests.of("GET", "/", "Authorization: " + authorization, "authorization: x", DATE);
      RequestHead both = Requests.with(presigned, "Authorization", authorization);

      assertThat(refusal(() -> open.admit(both, ServiceKind.S3)).message())
          .startsWith("Only one auth mechanism allowed");
      assertThat(refusal(() -> open.admit(both, ServiceKind.REST_JSON)).message())
          .startsWith("Found both 'X-Amz-Algorithm'");
      assertThat(refusal(() -> open.admit(twice, ServiceKind.S3)).code())
          .isEqualTo(ErrorCode.S3_INVALID_ARGUMENT);
    }
  }

  private static String credential(String credential) {
    return "AWS4-HMAC-SHA256 Credential=" + credential + PARTS;
  }

  private static Admission admit(Gate gate, String authorization) {
    return admit(gate, authorization, ServiceKind.REST_JSON);
  }

  private static Admission admit(Gate gate, String authorization, ServiceKind expected) {
    return gate.admit(
        Requests.of("GET", "/", "Host: localhost", "authorization: " + authorization, DATE),
        expected);
  }

  private static void assertRefusal(
      SimulatorException refusal, String code, int status, String message) {
    assertThat(refusal.code().shapeName()).isEqualTo(code);
    assertThat(refusal.code().httpStatus()).isEqualTo(status);
    assertThat(refusal.message()).isEqualTo(message);
  }
}
