package io.pushsim.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.Scope;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Requests that others signed, with what is needed to check them. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record SignedExample(
    String description, RequestHead head, byte[] body, AccessKey key, Instant signedAt) {
  static final Scope DEFAULTS = new Scope("999999999999", "us-east-1");
  static final String ACCOUNT = "111111111111";
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private static final Path SUITE = Path.of("src/test/resources/sigv4/aws-test-suite");

  /** AWS's own. */
  static List<SignedExample> ofSuite() {
    try (Stream<Path> files = Files.list(SUITE)) {
      return files.sorted().map(SignedExample::ofSuite).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** botocore's. */
  static List<SignedExample> ofBotocore() {
    JsonNode all = new TestResource("sigv4/botocore-requests.json").json();
    return StreamSupport.stream(all.spliterator(), false).map(SignedExample::ofBotocore).toList();
  }

  static SignedExample ofBotocore(String description) {
    return ofBotocore().stream()
        .filter(example -> example.description().equals(description))
        .findFirst()
        .orElseThrow();
  }

  Gate gate() {
    return gateAt(signedAt);
  }

  Gate gateAt(Instant now) {
    return Gate.guarded(DEFAULTS, new AccessKeys(List.of(key)), InstantSource.fixed(now));
  }

  Caller verify() {
    return verify(head);
  }

  Caller verify(RequestHead changed) {
    return verify(gate(), changed, Payload.of(body));
  }

  static Caller verify(Gate gate, RequestHead head, Payload body) {
    Admission admission = gate.admit(head, ServiceKind.REST_JSON);
    admission.verify(body);
    return admission.caller();
  }

  SignedExample withKey(AccessKey other) {
    return new SignedExample(description, head, body, other, signedAt);
  }

  SignedExample withHead(RequestHead other) {
    return new SignedExample(description, other, body, key, signedAt);
  }

  SignedExample withBody(byte[] other) {
    return new SignedExample(description, head, other, key, signedAt);
  }

  @Override
  public String toString() {
    return description;
  }

  private static SignedExample ofBotocore(JsonNode example) {
    List<Header> headers = new ArrayList<>();
    example.get("headers").forEach(h -> headers.add(header(h.get(0).asText(), h.get(1).asText())));
    JsonNode token = example.get("sessionToken");
    return new SignedExample(
        example.get("description").asText(),
        new RequestHead(
            example.get("method").asText(),
            example.get("path").asText(),
            example.get("query").asText(),
            headers),
        Base64.getDecoder().decode(example.get("body").asText()),
        key("AKIAIOSFODNN7EXAMPLE", Optional.ofNullable(token.textValue())),
        Instant.parse("2026-11-26T12:00:00Z"));
  }

  private static SignedExample ofSuite(Path file) {
    try {
      return ofSuite(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SignedExample ofSuite(String name, String text) {
    int endOfHead = text.indexOf("\n\n");
    String[] lines = text.substring(0, endOfHead).split("\n(?! )");
    String requestLine = lines[0].substring(0, lines[0].lastIndexOf(" HTTP/1.1"));
    String method = requestLine.substring(0, requestLine.indexOf(' '));
    String[] target = requestLine.substring(method.length() + 1).split("\\?", 2);
    List<Header> headers = new ArrayList<>();
    for (String line : List.of(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      headers.add(header(line.substring(0, colon), line.substring(colon + 1)));
    }
    RequestHead head =
        new RequestHead(method, target[0], target.length == 1 ? "" : target[1], headers);
    return new SignedExample(
        name,
        head,
        text.substring(endOfHead + 2).getBytes(StandardCharsets.UTF_8),
        key("AKIDEXAMPLE", head.header("x-amz-security-token")),
        Instant.parse("2015-08-30T12:36:00Z"));
  }

  private static AccessKey key(String id, Optional<String> token) {
    return new AccessKey(id, SECRET, token, ACCOUNT);
  }

  private static Header header(String name, String value) {
    return new Header(name, value);
  }
}
