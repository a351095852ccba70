package io.pushsim.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.error.SimulatorException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TamperingPropertyTest {
  private static final List<SignedExample> EXAMPLES =
      Stream.concat(SignedExample.ofSuite().stream(), SignedExample.ofBotocore().stream()).toList();

  private static final Set<String> WITH_UNSIGNED_BODY =
      Set.of("UNSIGNED-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER");

  @Property
  void refusesAnotherMethod(
      @ForAll("examples") SignedExample example, @ForAll("methods") String method) {
    Assume.that(!method.equals(example.head().method()));

    assertRefused(example, Requests.withMethod(example.head(), method));
  }

  @Property(tries = 3000)
  void refusesAnotherPath(
      @ForAll("examples") SignedExample example,
      @ForAll @IntRange(min = 1, max = 200) int at,
      @ForAll("pathCharacters") char c) {
    String changed = changed(example.head().path(), at, c);
    Assume.that(!sameToAws(example, changed, example.head().path()));

    assertRefused(example, Requests.withPath(example.head(), changed));
  }

  @Property(tries = 3000)
  void refusesAnotherQuery(
      @ForAll("examples") SignedExample example,
      @ForAll @IntRange(max = 800) int at,
      @ForAll("pathCharacters") char c) {
    String changed = changed(example.head().query(), at, c);
    Assume.that(
        !QueryParameters.of(changed)
            .canonical("")
            .equals(QueryParameters.of(example.head().query()).canonical("")));

    assertRefused(example, Requests.withQuery(example.head(), changed));
  }

  @Property(tries = 3000)
  void refusesAnotherSignedHeader(
      @ForAll("examples") SignedExample example,
      @ForAll @IntRange(max = 10) int which,
      @ForAll @IntRange(max = 200) int at,
      @ForAll("pathCharacters") char c) {
    List<String> names = signedHeaders(example);
    String name = names.get(which % names.size());
    RequestHead tampered = Requests.changing(example.head(), name, value -> changed(value, at, c));
    Assume.that(!trimmed(tampered).equals(trimmed(example.head())));

    assertRefused(example, tampered);
  }

  @Property(tries = 3000)
  void refusesAnotherAuthorization(
      @ForAll("examples") SignedExample example,
      @ForAll @IntRange(max = 400) int at,
      @ForAll("pathCharacters") char c) {
    Assume.that(example.head().count("authorization") == 1);
    RequestHead tampered =
        Requests.changing(example.head(), "authorization", value -> changed(value, at, c));
    Assume.that(!saysTheSame(tampered, example));

    assertRefused(example, tampered);
  }

  @Property
  void refusesAnotherBody(@ForAll("examples") SignedExample example, @ForAll byte[] body) {
    String hash = example.head().header("x-amz-content-sha256").orElse("");
    boolean presignedS3 =
        example.head().query().contains("X-Amz-Signature")
            && example.head().query().contains("%2Fs3%2F");
    Assume.that(!WITH_UNSIGNED_BODY.contains(hash) && !presignedS3);
    Assume.that(!Arrays.equals(body, example.body()));

    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class,
            () -> SignedExample.verify(example.gate(), example.head(), Payload.of(body)));

    assertThat(refusal).isNotNull();
  }

  @Provide
  Arbitrary<SignedExample> examples() {
    return Arbitraries.of(EXAMPLES);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "get", "");
  }

  @Provide
  Arbitrary<Character> pathCharacters() {
    return Arbitraries.of("abcXYZ019/.-_~%+=&:;,!' ü".chars().mapToObj(c -> (char) c).toList());
  }

  /** The text with another character in one place, or one more at its end. */
  private static String changed(String text, int at, char c) {
    int place = at % (text.length() + 1);
    return text.substring(0, place) + c + text.substring(Math.min(place + 1, text.length()));
  }

  /** Whether AWS itself takes two paths for one. */
  private static boolean sameToAws(SignedExample example, String path, String other) {
    return canonicalPath(example, path).equals(canonicalPath(example, other));
  }

  private static String canonicalPath(SignedExample example, String path) {
    Authorization.Signed signed = signed(example);
    return CanonicalRequest.of(Requests.withPath(example.head(), path), signed, "")
        .text()
        .split("\n", 3)[1];
  }

  /** Blanks around and between words are not signed. */
  private static RequestHead trimmed(RequestHead head) {
    return new RequestHead(
        head.method(),
        head.path(),
        head.query(),
        head.headers().stream()
            .map(h -> new Header(h.name(), h.value().strip().replaceAll(" +", " ")))
            .toList());
  }

  /** Commas, blanks between the components, and the case of headers' names say nothing. */
  private static boolean saysTheSame(RequestHead head, SignedExample example) {
    try {
      return inLowerCase(signed(example.withHead(head))).equals(inLowerCase(signed(example)));
    } catch (SimulatorException e) {
      return false;
    }
  }

  private static Authorization.Signed inLowerCase(Authorization.Signed signed) {
    return new Authorization.Signed(
        signed.form(),
        signed.credential(),
        String.join(";", signed.signedHeaders()),
        signed.signature(),
        signed.time(),
        signed.validity(),
        signed.sessionToken());
  }

  private static List<String> signedHeaders(SignedExample example) {
    return signed(example).signedHeaders();
  }

  private static Authorization.Signed signed(SignedExample example) {
    return (Authorization.Signed)
        new AuthorizationReader("us-east-1").read(example.head(), ServiceKind.REST_JSON);
  }

  private static void assertRefused(SignedExample example, RequestHead tampered) {
    SimulatorException refusal =
        catchThrowableOfType(SimulatorException.class, () -> example.verify(tampered));

    assertThat(refusal)
        .as("refusal of %s %s?%s", tampered.method(), tampered.path(), tampered.query())
        .isNotNull();
    assertThat(refusal.code().httpStatus()).isBetween(400, 403);
    assertThat(refusal.message().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }
}
