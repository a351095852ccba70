package io.pushsim.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.error.SimulatorException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever is sent, AWS's error or an admission comes of it, never another exception. */
@Tag("one-jdk")
class MalformedRequestPropertyTest {
  private static final byte[] NO_BODY = {};

  private final SignedExample example = SignedExample.ofBotocore("PutObject with its hash");
  private final Gate open = Gate.open(SignedExample.DEFAULTS);
  private final HostCheck hosts = new HostCheck("127.0.0.1", List.of("*.s3.example"));
  private final WebhookToken token = WebhookToken.of("s3cret");

  @Property(tries = 10_000)
  void answersAnyAuthorization(
      @ForAll("authorizations") String authorization, @ForAll ServiceKind expected) {
    RequestHead head = Requests.with(example.head(), "Authorization", authorization);

    assertThat(outcome(() -> admit(open, head, expected))).isBetween(200, 403);
    assertThat(outcome(() -> admit(example.gate(), head, expected))).isBetween(400, 403);
    assertThat(outcome(() -> token.check(head))).isIn(200, 403);
  }

  @Property(tries = 10_000)
  void answersAnyQuery(@ForAll("queries") String query, @ForAll ServiceKind expected) {
    RequestHead head = Requests.withQuery(Requests.without(example.head(), "authorization"), query);

    assertThat(outcome(() -> admit(open, head, expected))).isBetween(200, 403);
    assertThat(outcome(() -> admit(example.gate(), head, expected))).isBetween(400, 403);
  }

  @Property(tries = 5000)
  void answersAnyDateAndHash(@ForAll("texts") String date, @ForAll("texts") String hash) {
    RequestHead head =
        Requests.with(
            Requests.with(example.head(), "X-Amz-Date", date), "X-Amz-Content-Sha256", hash);

    assertThat(outcome(() -> admit(example.gate(), head, ServiceKind.S3))).isBetween(400, 403);
  }

  @Property(tries = 10_000)
  void answersAnyHost(@ForAll("hosts") String host, @ForAll("hosts") String origin) {
    RequestHead head = Requests.of("GET", "/", "Host: " + host, "Origin: http://" + origin);

    int outcome = outcome(() -> hosts.check(head));

    assertThat(outcome).isIn(200, 400, 403);
    if (outcome == 200) {
      assertThat(host.toLowerCase(Locale.ROOT))
          .matches("([^.]+\\.)*(localhost|s3\\.example)\\.?(:\\d*)?|127\\..*|\\[.*1](:\\d*)?");
    }
  }

  @Provide
  Arbitrary<String> authorizations() {
    return Arbitraries.oneOf(
        texts(),
        pieces(
            "AWS4-HMAC-SHA256",
            "AWS4-ECDSA-P256-SHA256",
            "AWS AKID:c2ln=",
            "Bearer x",
            "Credential=",
            "SignedHeaders=",
            "Signature=",
            "host;x-amz-date",
            "AKIAIOSFODNN7EXAMPLE/20261126/us-west-2/s3/aws4_request",
            "AKID/2026/nowhere/lambda/aws5",
            "111111111111/20261126/us-east-1/sts/aws4_request",
            "/////",
            "0".repeat(64)));
  }

  @Provide
  Arbitrary<String> queries() {
    return Arbitraries.oneOf(
        texts(),
        pieces(
            "X-Amz-Algorithm=AWS4-HMAC-SHA256",
            "&X-Amz-Credential=",
            "AKIAIOSFODNN7EXAMPLE%2F20261126%2Fus-west-2%2Fs3%2Faws4_request",
            "a%2F20261126%2Fus-west-2%2Flambda%2Faws4_request",
            "&X-Amz-Date=20261126T120000Z",
            "&X-Amz-Expires=60",
            "&X-Amz-Expires=-1",
            "&X-Amz-Expires=99999999999999999999",
            "&X-Amz-SignedHeaders=host",
            "&X-Amz-Signature=0",
            "&X-Amz-Security-Token=%zz%",
            "&AWSAccessKeyId=a",
            "&X-Amz-Content-Sha256=%00"));
  }

  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.oneOf(
        texts(),
        pieces(
            "localhost",
            ".",
            "127.0.0.1",
            "[::1]",
            "[",
            "]",
            ":",
            "4580",
            "evil",
            "@",
            "s3.example"));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withChars("/,;=%&:[]@.\u00fc\t")
        .ofMaxLength(80);
  }

  private static Arbitrary<String> pieces(String... pieces) {
    Arbitrary<String> between = Arbitraries.of("", "", " ", ", ", ",", "=", "\t", "é");
    return Combinators.combine(Arbitraries.of(pieces), between)
        .as((piece, gap) -> piece + gap)
        .list()
        .ofMaxSize(9)
        .map(all -> all.stream().collect(Collectors.joining()));
  }

  private static void admit(Gate gate, RequestHead head, ServiceKind expected) {
    gate.admit(head, expected).verify(Payload.of(NO_BODY));
  }

  /** The status it is answered with; any other exception fails the test. */
  private static int outcome(Runnable request) {
    try {
      request.run();
      return 200;
    } catch (SimulatorException e) {
      assertThat(e.message()).isNotBlank();
      return e.code().httpStatus();
    }
  }
}
