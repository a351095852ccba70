package io.pushsim.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.TestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureVerifierTest {
  private static final byte[] OTHER = "other".getBytes(StandardCharsets.UTF_8);

  private final SignedExample invoke = SignedExample.ofBotocore("Invoke with a body");
  private final SignedExample put = SignedExample.ofBotocore("PutObject with its hash");
  private final SignedExample presigned =
      SignedExample.ofBotocore("presigned GetObject of an odd key");

  @ParameterizedTest
  @MethodSource("io.pushsim.api.access.SignedExample#ofSuite()")
  void takesWhatAwsSigned(SignedExample example) {
    assertThat(example.verify().scope()).isEqualTo(new Scope(SignedExample.ACCOUNT, "us-east-1"));
  }

  @ParameterizedTest
  @MethodSource("io.pushsim.api.access.SignedExample#ofBotocore()")
  void takesWhatBotocoreSigned(SignedExample example) {
    assertThat(example.verify().scope().account()).isEqualTo(SignedExample.ACCOUNT);
  }

  @ParameterizedTest
  @MethodSource("io.pushsim.api.access.SignedExample#ofBotocore()")
  void refusesAnotherSecret(SignedExample example) {
    AccessKey key = example.key();
    AccessKey other =
        new AccessKey(key.id(), key.secret() + "x", key.sessionToken(), key.account());

    assertThat(refusal(example.withKey(other)).code())
        .isIn(
            ErrorCode.INVALID_SIGNATURE,
            ErrorCode.JSON_INVALID_SIGNATURE,
            ErrorCode.QUERY_SIGNATURE_DOES_NOT_MATCH,
            ErrorCode.S3_SIGNATURE_DOES_NOT_MATCH);
  }

  @ParameterizedTest
  @MethodSource("io.pushsim.api.access.SignedExample#ofBotocore()")
  void refusesAnUnknownKey(SignedExample example) {
    AccessKey key = example.key();
    AccessKey other = new AccessKey("AKIAOTHER", key.secret(), key.sessionToken(), key.account());

    assertThat(refusal(example.withKey(other)).code())
        .isIn(
            ErrorCode.UNRECOGNIZED_CLIENT,
            ErrorCode.JSON_UNRECOGNIZED_CLIENT,
            ErrorCode.QUERY_INVALID_CLIENT_TOKEN_ID,
            ErrorCode.S3_INVALID_ACCESS_KEY_ID);
  }

  @Test
  void saysAsS3WhatShouldHaveBeenSigned() {
    SimulatorException refusal = refusal(put.withHead(Requests.withMethod(put.head(), "POST")));

    assertThat(refusal)
        .hasMessage(
            "The request signature we calculated does not match the signature you provided. Check"
                + " your key and signing method.");
    assertThat(refusal.details())
        .containsOnlyKeys(
            "AWSAccessKeyId",
            "StringToSign",
            "SignatureProvided",
            "StringToSignBytes",
            "CanonicalRequest",
            "CanonicalRequestBytes")
        .containsEntry("AWSAccessKeyId", "AKIAIOSFODNN7EXAMPLE");
    assertThat(refusal.details().get("CanonicalRequest"))
        .startsWith("POST\n/examplebucket/hello.txt\n\ncontent-type:text/plain\nhost:");
    assertThat(refusal.details().get("CanonicalRequestBytes")).startsWith("50 4f 53 54 0a 2f");
  }

  @Test
  void saysToPeopleAloneWhatLambdaShouldHaveBeenSent() {
    SimulatorException refusal = refusal(invoke.withBody(OTHER));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
    assertThat(refusal.details()).isEmpty();
    assertThat(refusal.explanation()).hasSize(2);
    assertThat(refusal.explanation().get(0))
        .contains("POST\n/2015-03-31/functions/helloworld/invocations\nQualifier=PROD\nhost:");
  }

  @Nested
  class OfTheBody {
    @Test
    void refusesAnotherBody_whenItsHashIsSigned() {
      SimulatorException refusal = refusal(put.withBody(OTHER));

      assertThat(refusal.code()).isEqualTo(ErrorCode.S3_CONTENT_SHA256_MISMATCH);
      assertThat(refusal.details())
          .containsExactly(
              Assertions.entry(
                  "ClientComputedContentSHA256",
                  "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
              Assertions.entry(
                  "S3ComputedContentSHA256",
                  "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa"));
    }

    @ParameterizedTest
    @CsvSource({
      "PutObject unsigned",
      "PutObject in unsigned chunks with a trailer",
      "presigned PutObject with a body"
    })
    void takesAnyBody_whenNoneIsSigned(String description) {
      SignedExample example = SignedExample.ofBotocore(description).withBody(OTHER);

      Caller caller = SignedExample.verify(example.gate(), example.head(), Requests.unreadable());

      assertThat(caller.isSigned()).isTrue();
    }

    @Test
    void refusesUnsignedBodies_whenTheServiceIsNotS3() {
      RequestHead head = Requests.with(invoke.head(), "x-amz-content-sha256", "UNSIGNED-PAYLOAD");
      RequestHead signed = Requests.signing(head, "x-amz-content-sha256");

      assertThat(refusal(invoke.withHead(signed)).code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
    }

    @Test
    void demandsAHash_whenTheServiceIsS3() {
      RequestHead head = Requests.without(put.head(), "x-amz-content-sha256");

      assertThat(refusal(put.withHead(head)))
          .hasMessage("Missing required header for this request: x-amz-content-sha256");
    }

    @ParameterizedTest
    @CsvSource({
      "abc",
      "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B982",
      "unsigned-payload",
      "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
      "''"
    })
    void refusesWhatIsNoHash(String hash) {
      RequestHead head = Requests.with(put.head(), "x-amz-content-sha256", hash);

      SimulatorException refusal = refusal(put.withHead(head));

      assertThat(refusal.code()).isEqualTo(ErrorCode.S3_INVALID_ARGUMENT);
      assertThat(refusal.details()).containsEntry("ArgumentValue", hash);
    }
  }

  @Nested
  class OfTheTime {
    @ParameterizedTest
    @CsvSource({"PT5M", "-PT5M"})
    void takesFiveMinutes_whenTheServiceIsLambda(Duration ahead) {
      assertThat(verifyAt(invoke, invoke.signedAt().plus(ahead)).isSigned()).isTrue();
    }

    @Test
    void refusesLambdaRequests_whenTheyAreOlderThanFiveMinutes() {
      SimulatorException refusal = refusalAt(invoke, invoke.signedAt().plusSeconds(301));

      assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
      assertThat(refusal)
          .hasMessage(
              "Signature expired: 20261126T120000Z is now earlier than 20261126T120001Z"
                  + " (20261126T120501Z - 5 min.)");
    }

    @Test
    void refusesLambdaRequests_whenTheyAreAhead() {
      assertThat(refusalAt(invoke, invoke.signedAt().minusSeconds(301)))
          .hasMessage(
              "Signature not yet current: 20261126T120000Z is still later than 20261126T115959Z"
                  + " (20261126T115459Z + 5 min.)");
    }

    @ParameterizedTest
    @CsvSource({"PT15M", "-PT15M"})
    void takesAQuarterOfAnHour_whenTheServiceIsS3(Duration ahead) {
      assertThat(verifyAt(put, put.signedAt().plus(ahead)).isSigned()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "PT15M1S, 2026-11-26T12:15:01Z",
      "-PT15M0.1S, 2026-11-26T11:44:59Z",
      "PT9000H, 2027-12-06T12:00:00Z"
    })
    void refusesS3Requests_whenTheyAreFurtherOff(Duration ahead, String serverTime) {
      SimulatorException refusal = refusalAt(put, put.signedAt().plus(ahead));

      assertThat(refusal.code()).isEqualTo(ErrorCode.S3_REQUEST_TIME_TOO_SKEWED);
      assertThat(refusal.details())
          .containsExactly(
              Assertions.entry("RequestTime", "20261126T120000Z"),
              Assertions.entry("ServerTime", serverTime),
              Assertions.entry("MaxAllowedSkewMilliseconds", "900000"));
    }

    @ParameterizedTest
    @CsvSource({"-PT15M", "PT0S", "PT1H"})
    void takesPresignedRequests_asLongAsTheySay(Duration ahead) {
      assertThat(verifyAt(presigned, presigned.signedAt().plus(ahead)).isSigned()).isTrue();
    }

    @Test
    void refusesPresignedRequests_whenTheirTimeIsOver() {
      SimulatorException refusal = refusalAt(presigned, presigned.signedAt().plusSeconds(3601));

      assertThat(refusal.code()).isEqualTo(ErrorCode.S3_ACCESS_DENIED);
      assertThat(refusal).hasMessage("Request has expired");
      assertThat(refusal.details())
          .containsExactly(
              Assertions.entry("X-Amz-Expires", "3600"),
              Assertions.entry("Expires", "2026-11-26T13:00:00Z"),
              Assertions.entry("ServerTime", "2026-11-26T13:00:01Z"));
    }

    @Test
    void refusesPresignedRequests_whenTheyAreAhead() {
      assertThat(refusalAt(presigned, presigned.signedAt().minusSeconds(901)))
          .hasMessage("Request is not valid yet");
    }

    @Test
    void refusesPresignedLambdaRequests_whenTheirTimeIsOver() {
      SignedExample example = SignedExample.ofBotocore("presigned GetFunction");

      assertThat(refusalAt(example, example.signedAt().plusSeconds(301)))
          .hasMessage(
              "Signature expired: 20261126T120000Z is now earlier than 20261126T120001Z"
                  + " (20261126T120501Z - 5 min.)");
    }
  }

  @Nested
  class OfTheHeaders {
    @Test
    void demandsThatHostIsSigned() {
      RequestHead s3 = Requests.replacing(put.head(), "authorization", "host;", "");
      RequestHead lambda = Requests.replacing(invoke.head(), "authorization", "host;", "");

      assertThat(refusal(put.withHead(s3)).details()).containsEntry("HeadersNotSigned", "host");
      assertThat(refusal(invoke.withHead(lambda)))
          .hasMessage("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void demandsThatAmazonsHeadersAreSigned_whenTheServiceIsS3() {
      RequestHead head =
          Requests.with(
              Requests.with(put.head(), "X-Amz-Tagging", "a=b"), "x-amz-acl", "public-read");

      assertThat(refusal(put.withHead(head)).details())
          .containsEntry("HeadersNotSigned", "x-amz-tagging, x-amz-acl");
    }

    @Test
    void takesOtherUnsignedHeaders() {
      RequestHead head =
          Requests.with(Requests.with(put.head(), "X-Amzn-Trace-Id", "1"), "User-Agent", "me");

      assertThat(put.verify(head).isSigned()).isTrue();
    }

    @Test
    void refusesASignedHeaderThatIsNotThere() {
      RequestHead head = Requests.without(put.head(), "content-type");

      assertThat(refusal(put.withHead(head)).code())
          .isEqualTo(ErrorCode.S3_SIGNATURE_DOES_NOT_MATCH);
    }
  }

  @Nested
  class OfTheSessionToken {
    private final SignedExample s3 = SignedExample.ofBotocore("PutObject with a session token");
    private final SignedExample lambda = SignedExample.ofBotocore("Invoke with a session token");

    @Test
    void refusesAnotherToken() {
      assertThat(refusal(s3.withKey(withToken(s3, "other"))).code())
          .isEqualTo(ErrorCode.S3_INVALID_TOKEN);
      assertThat(refusal(lambda.withKey(withToken(lambda, "other"))).code())
          .isEqualTo(ErrorCode.UNRECOGNIZED_CLIENT);
    }

    @Test
    void refusesATokenWithAKeyThatHasNone() {
      AccessKey key = s3.key();
      AccessKey bare = new AccessKey(key.id(), key.secret(), Optional.empty(), key.account());

      assertThat(refusal(s3.withKey(bare)).code()).isEqualTo(ErrorCode.S3_INVALID_TOKEN);
    }

    @Test
    void refusesNoToken_whenTheKeyHasOne() {
      assertThat(refusal(put.withKey(withToken(put, "token"))).code())
          .isEqualTo(ErrorCode.S3_INVALID_ACCESS_KEY_ID);
      assertThat(refusal(invoke.withKey(withToken(invoke, "token"))).code())
          .isEqualTo(ErrorCode.UNRECOGNIZED_CLIENT);
    }

    private static AccessKey withToken(SignedExample example, String token) {
      AccessKey key = example.key();
      return new AccessKey(key.id(), key.secret(), Optional.of(token), key.account());
    }
  }

  @Test
  void takesTheDateHeaderAsSigned_whenTheServiceIsS3() {
    RequestHead head =
        Requests.renaming(put.head(), "x-amz-date", "Date", "Thu, 26 Nov 2026 12:00:00 GMT");

    assertThat(refusal(put.withHead(head)).details().get("StringToSign"))
        .startsWith("AWS4-HMAC-SHA256\nThu, 26 Nov 2026 12:00:00 GMT\n20261126/");
  }

  @Test
  void holdsExamplesOfEveryKind() {
    assertThat(SignedExample.ofSuite()).hasSize(31);
    assertThat(SignedExample.ofBotocore()).hasSize(26);
    assertThat(new TestResource("sigv4/README.md").text()).contains("Apache-2.0");
  }

  private static Caller verifyAt(SignedExample example, Instant now) {
    return SignedExample.verify(example.gateAt(now), example.head(), Payload.of(example.body()));
  }

  private static SimulatorException refusal(SignedExample example) {
    return refusalAt(example, example.signedAt());
  }

  private static SimulatorException refusalAt(SignedExample example, Instant now) {
    List<SimulatorException> refusals = new ArrayList<>();
    try {
      verifyAt(example, now);
    } catch (SimulatorException e) {
      refusals.add(e);
    }
    assertThat(refusals).as("refusals of %s", example).hasSize(1);
    return refusals.get(0);
  }
}
