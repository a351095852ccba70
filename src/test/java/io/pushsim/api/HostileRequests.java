package io.pushsim.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Makes hostile requests of three kinds: bytes, HTTP with hostile parts, and operations with
 * hostile parameters. The same number makes the same request.
 */
final class HostileRequests {
  private static final String ROLE = "arn:aws:iam::111111111111:role/any";
  private static final String CONFIGURATION =
      """
      <NotificationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
        <CloudFunctionConfiguration><Id>a</Id>
          <CloudFunction>arn:aws:lambda:us-east-1:111111111111:function:fuzzed</CloudFunction>
          <Event>s3:ObjectCreated:*</Event>
          <Filter><S3Key><FilterRule><Name>prefix</Name><Value>a</Value></FilterRule></S3Key></Filter>
        </CloudFunctionConfiguration>
      </NotificationConfiguration>
      """;

  /**
   * An operation as it is meant to be called; {@code *} in the target stands for a name, {@code @}
   * for a qualifier.
   */
  private record Operation(String service, String method, String target, String body) {}

  private static final List<Operation> LAMBDA =
      List.of(
          lambda("POST", "/2015-03-31/functions", "CODE"),
          lambda("GET", "/2015-03-31/functions?MaxItems=1&Marker=*", ""),
          lambda("GET", "/2015-03-31/functions/*?Qualifier=@", ""),
          lambda("DELETE", "/2015-03-31/functions/fuzzed7?Qualifier=@", ""),
          lambda("GET", "/2015-03-31/functions/*/configuration?Qualifier=@", ""),
          lambda(
              "PUT",
              "/2015-03-31/functions/*/configuration",
              "{\"Timeout\":3,\"MemorySize\":128,\"Description\":\"d\",\"Handler\":\"index.handler\","
                  + "\"Environment\":{\"Variables\":{\"AA\":\"b\"}},\"EphemeralStorage\":{\"Size\":512},"
                  + "\"LoggingConfig\":{\"LogFormat\":\"JSON\",\"LogGroup\":\"/aws/lambda/f\"},"
                  + "\"RevisionId\":\"x\"}"),
          lambda("PUT", "/2015-03-31/functions/*/code", "ZIP"),
          lambda(
              "POST",
              "/2015-03-31/functions/*/versions",
              "{\"CodeSha256\":\"a\",\"Description\":\"b\"}"),
          lambda("GET", "/2015-03-31/functions/*/versions?MaxItems=1", ""),
          lambda(
              "POST",
              "/2015-03-31/functions/*/aliases",
              "{\"Name\":\"PROD\",\"FunctionVersion\":\"1\",\"Description\":\"d\","
                  + "\"RoutingConfig\":{\"AdditionalVersionWeights\":{\"2\":0.5}}}"),
          lambda("GET", "/2015-03-31/functions/*/aliases?FunctionVersion=1&MaxItems=1", ""),
          lambda(
              "PUT",
              "/2015-03-31/functions/*/aliases/@",
              "{\"FunctionVersion\":\"1\",\"RoutingConfig\":{\"AdditionalVersionWeights\":{\"2\":0.1}}}"),
          lambda("DELETE", "/2015-03-31/functions/*/aliases/@", ""),
          lambda(
              "POST",
              "/2015-03-31/functions/*/policy?Qualifier=@",
              "{\"StatementId\":\"s\",\"Action\":\"lambda:InvokeFunction\",\"Principal\":\"s3.amazonaws.com\","
                  + "\"SourceArn\":\"arn:aws:s3:::b\",\"SourceAccount\":\"111111111111\",\"RevisionId\":\"r\"}"),
          lambda("GET", "/2015-03-31/functions/*/policy", ""),
          lambda("DELETE", "/2015-03-31/functions/*/policy/*?Qualifier=@", ""),
          lambda(
              "POST",
              "/2015-03-31/functions/*/invocations?Qualifier=@",
              "{\"key\":[1,{\"a\":\"b\"}]}"),
          lambda(
              "POST", "/2015-03-31/functions/fuzzed/invocations", "{\"key\":[1,{\"a\":\"b\"}]}"));

  private static final List<Operation> OTHERS =
      List.of(
          lambda("POST", "/2014-11-13/functions/*/invoke-async/", "{\"a\":1}"),
          lambda("POST", "/2017-03-31/tags/*", "{\"Tags\":{\"a\":\"b\"}}"),
          lambda("DELETE", "/2017-03-31/tags/*?tagKeys=*", ""),
          lambda("GET", "/2017-03-31/tags/*", ""),
          lambda("GET", "/2016-08-19/account-settings", ""),
          lambda(
              "PUT", "/2017-10-31/functions/*/concurrency", "{\"ReservedConcurrentExecutions\":1}"),
          lambda("POST", "/2018-10-31/layers/*/versions", "{}"),
          lambda("GET", "/_pushsim/code/*?Expires=1&Signature=*", ""),
          lambda("GET", "/_pushsim/health", ""),
          lambda("GET", "/_pushsim/deliveries?bucket=*&since=*&count=true", ""),
          lambda(
              "POST",
              "/_pushsim/explain",
              "{\"bucket\":\"b\",\"key\":\"k\",\"event\":\"s3:ObjectCreated:Put\"}"),
          lambda("POST", "/_pushsim/deliveries/*/redeliver", ""),
          new Operation("s3", "PUT", "/bucket", ""),
          new Operation("s3", "GET", "/", ""),
          new Operation("s3", "HEAD", "/*", ""),
          new Operation("s3", "DELETE", "/*", ""),
          new Operation("s3", "PUT", "/bucket?notification", CONFIGURATION),
          new Operation("s3", "GET", "/*?notification", ""),
          new Operation("s3", "PUT", "/*/*", "object"),
          new Operation("s3", "GET", "/*/*?versionId=*", ""),
          new Operation("sts", "POST", "/", "Action=GetCallerIdentity&Version=2011-06-15"),
          new Operation("sqs", "POST", "/", "{\"QueueUrl\":\"x\"}"));

  private final long seed;

  HostileRequests(long seed) {
    this.seed = seed;
  }

  private static Operation lambda(String method, String target, String body) {
    return new Operation("lambda", method, target, body);
  }

  /** One of Lambda's more often than not. */
  private static Operation anyOperation(RandomGenerator random) {
    List<Operation> some = random.nextInt(3) > 0 ? LAMBDA : OTHERS;
    return some.get(random.nextInt(some.size()));
  }

  /** The request with that number. */
  Hostile get(int number) {
    RandomGenerator random = new SplittableRandom(seed * 1_000_003 + number);
    return switch (random.nextInt(10)) {
      case 0 -> bytes(random);
      case 1, 2, 3 -> http(random);
      default -> operation(random);
    };
  }

  private static Hostile bytes(RandomGenerator random) {
    Hostile good = operation(random);
    byte[] any = new byte[random.nextInt(300)];
    random.nextBytes(any);
    byte[] bytes =
        switch (random.nextInt(5)) {
          case 0 -> any;
          case 1 -> Hostile.cut(random, good.bytes());
          case 2 -> joined(good.bytes(), any);
          case 3 -> ("\r\n".repeat(random.nextInt(50)) + "GET / HTTP/1.1\r\n\r\n").getBytes(UTF_8);
          default -> Hostile.mutated(random, good.bytes());
        };
    return new Hostile("bytes", good.method(), bytes, false);
  }

  private static Hostile http(RandomGenerator random) {
    Operation operation = anyOperation(random);
    byte[] body = body(random, operation);
    String method =
        random.nextInt(4) > 0
            ? operation.method()
            : Hostile.oneOf(
                random, "OPTIONS", "TRACE", "CONNECT", "PATCH", "HEAD", "FOO", "get", "GET ", "");
    String target =
        random.nextInt(3) > 0
            ? target(random, operation)
            : Hostile.oneOf(
                random,
                "*",
                "",
                "?",
                "//",
                "/..;/",
                "/%",
                "/%2e%2e/",
                "/a b",
                "http://",
                "http://[::1",
                "x:1",
                "/?" + "a=b&".repeat(1 << random.nextInt(11)),
                "/" + "a".repeat(1 << random.nextInt(16)),
                "/" + "a/".repeat(1 << random.nextInt(12)));
    String version =
        random.nextInt(5) > 0
            ? "HTTP/1.1"
            : Hostile.oneOf(
                random,
                "HTTP/1.0",
                "HTTP/2.0",
                "HTTP/0.9",
                "HTTP/1.1.1",
                "",
                "http/1.1",
                "XTTP/1.1");
    StringBuilder head = new StringBuilder(method + " " + target + " " + version + "\r\n");
    int headers = random.nextInt(5);
    for (int i = 0; i < headers; i++) {
      head.append(header(random)).append(random.nextInt(12) == 0 ? "\n" : "\r\n");
    }
    head.append("Host: localhost\r\n");
    return new Hostile("http", method, framed(random, head, body), false);
  }

  private static String header(RandomGenerator random) {
    String value = header(HostileText.name(random));
    return Hostile.oneOf(
        random,
        "Expect: 100-continue",
        "Expect: " + value,
        "Connection: close",
        "Connection: Upgrade\r\nUpgrade: " + Hostile.oneOf(random, "h2c", "websocket", value),
        "Transfer-Encoding: "
            + Hostile.oneOf(random, "chunked", "gzip", "gzip, chunked", "\tchunked", value),
        "Content-Length: " + Hostile.oneOf(random, "0", "1", "99999999999", "-1", "0x1", value),
        "Content-Type: " + value,
        "Content-Encoding: gzip",
        "Host: " + value,
        "Authorization: " + value,
        "Authorization: AWS4-HMAC-SHA256 Credential=%s/20260101/%s/%s/aws4_request"
            .formatted(value, value, value),
        "X-Amz-Log-Type: " + value,
        "X-Amz-Invocation-Type: "
            + Hostile.oneOf(random, "Event", "DryRun", "RequestResponse", value),
        "X-Amz-Client-Context: " + Hostile.oneOf(random, "e30=", "!!!", value),
        "X-Amz-Date: " + value,
        value + ": a",
        value,
        " folded: " + value,
        "X-Long: " + "a".repeat(1 << random.nextInt(17)),
        "X-Many: a\r\n".repeat(1 << random.nextInt(10)) + "X-Last: a",
        "Range: bytes=-1",
        "If-Match: " + value);
  }

  private static String header(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** A head and a body, with a length that is true, or not, or chunks. */
  private static byte[] framed(RandomGenerator random, StringBuilder head, byte[] body) {
    return switch (random.nextInt(8)) {
      case 0 -> joined(ascii(head + "Transfer-Encoding: chunked\r\n\r\n"), chunked(random, body));
      case 1 ->
          joined(
              ascii(
                  head + "Content-Length: " + (body.length + random.nextInt(20) - 10) + "\r\n\r\n"),
              body);
      case 2 -> ascii(head + "\r\n");
      default -> joined(ascii(head + "Content-Length: " + body.length + "\r\n\r\n"), body);
    };
  }

  private static byte[] chunked(RandomGenerator random, byte[] body) {
    String size = Integer.toHexString(body.length + (random.nextInt(4) == 0 ? 1 : 0));
    String end =
        Hostile.oneOf(random, "0\r\n\r\n", "0\r\nTrailer: a\r\n\r\n", "0\r\n", "-1\r\n\r\n", "");
    String extension = Hostile.oneOf(random, "", "", ";a=b", ";" + "x".repeat(5000), " ");
    return joined(joined(ascii(size + extension + "\r\n"), body), ascii("\r\n" + end));
  }

  private static Hostile operation(RandomGenerator random) {
    Operation operation = anyOperation(random);
    byte[] body = body(random, operation);
    StringBuilder head =
        new StringBuilder(
                "%s %s HTTP/1.1\r\n".formatted(operation.method(), target(random, operation)))
            .append("Host: localhost\r\n");
    if (random.nextInt(4) > 0) {
      head.append("Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/")
          .append(operation.service())
          .append("/aws4_request, SignedHeaders=host, Signature=00\r\n")
          .append("X-Amz-Date: 20260101T000000Z\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return new Hostile("operation", operation.method(), joined(ascii(head.toString()), body), true);
  }

  /** The target with names in their places, which are hostile in every other target. */
  private static String target(RandomGenerator random, Operation operation) {
    boolean hostile = random.nextBoolean();
    StringBuilder target = new StringBuilder();
    for (char c : operation.target().toCharArray()) {
      if (c != '*' && c != '@') {
        target.append(c);
      } else if (hostile && random.nextInt(3) > 0) {
        target.append(escaped(random, HostileText.name(random)));
      } else {
        target.append(c == '*' ? "fuzzed" : Hostile.oneOf(random, "PROD", "1", "2", "%24LATEST"));
      }
    }
    return hostile && random.nextInt(4) == 0
        ? target + (target.indexOf("?") < 0 ? "?" : "&") + escaped(random, HostileText.name(random))
        : target.toString();
  }

  private static String escaped(RandomGenerator random, String name) {
    if (random.nextInt(20) == 0) {
      return Hostile.oneOf(
          random, "%", "%zz", "%ff%fe", "%c0%80", "%ed%a0%80", "%00", "%2f", "+", ";a=b");
    }
    StringBuilder escaped = new StringBuilder();
    for (byte b : name.getBytes(UTF_8)) {
      boolean plain = Character.isLetterOrDigit(b) && b > 0;
      escaped.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b));
    }
    return escaped.toString();
  }

  private static byte[] body(RandomGenerator random, Operation operation) {
    return switch (operation.body()) {
      case "" -> random.nextInt(6) == 0 ? HostileJson.like(random, "{\"a\":1}") : new byte[0];
      case "CODE" -> code(random);
      case "ZIP" -> zip(random);
      default ->
          operation.body().startsWith("{")
              ? HostileJson.like(random, operation.body())
              : xml(random, operation.body());
    };
  }

  private static byte[] zip(RandomGenerator random) {
    String zip =
        "{\"ZipFile\":\"%s\",\"Publish\":true,\"DryRun\":false,\"Architectures\":[\"x86_64\"]}"
            .formatted(Base64.getEncoder().encodeToString(HostileZips.any(random)));
    return random.nextInt(3) == 0 ? HostileJson.like(random, zip) : zip.getBytes(UTF_8);
  }

  private static byte[] code(RandomGenerator random) {
    byte[] code = random.nextInt(3) == 0 ? Zips.ofHandler("event") : HostileZips.any(random);
    String function =
        ("{\"FunctionName\":\"%s\",\"Runtime\":\"nodejs22.x\",\"Handler\":\"index.handler\","
                + "\"Role\":\"%s\",\"Timeout\":1,\"Tags\":{\"a\":\"b\"},\"Publish\":true,"
                + "\"Code\":{\"ZipFile\":\"%s\"}}")
            .formatted(
                "fuzzed" + (random.nextBoolean() ? "" : random.nextInt(20)),
                ROLE,
                Base64.getEncoder().encodeToString(code));
    return random.nextInt(3) == 0 ? HostileJson.like(random, function) : function.getBytes(UTF_8);
  }

  private static byte[] xml(RandomGenerator random, String example) {
    String external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    String laughs =
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
    int deep = 1 << random.nextInt(15);
    return switch (random.nextInt(8)) {
      case 0 -> (external + example.replace("prefix", "&x;")).getBytes(UTF_8);
      case 1 -> (laughs + example.replace("prefix", "&d;")).getBytes(UTF_8);
      case 2 -> ("<a>".repeat(deep) + "</a>".repeat(deep)).getBytes(UTF_8);
      case 3 -> Hostile.mutated(random, example.getBytes(UTF_8));
      case 4 -> Hostile.cut(random, example.getBytes(UTF_8));
      case 5 -> example.replace(">a<", ">&#x0;&#xFFFF;<").getBytes(UTF_8);
      case 6 -> example.getBytes(StandardCharsets.UTF_16);
      default -> example.replace(">a<", ">" + "a".repeat(deep) + "<").getBytes(UTF_8);
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream(one.length + other.length);
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }
}
