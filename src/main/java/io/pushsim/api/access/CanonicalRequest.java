package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Form;
import io.pushsim.api.access.Authorization.Signed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a signature is made of, by AWS's rules: the request in its canonical form, and the string to
 * sign in which its hash stands (IAM User Guide, "Create a signed AWS API request").
 */
record CanonicalRequest(String text, String stringToSign) {

  static CanonicalRequest of(RequestHead head, Signed signed, String payloadHash) {
    List<String> signedHeaders = signed.signedHeaders();
    String text =
        String.join(
            "\n",
            head.method(),
            signed.kind() == ServiceKind.S3 ? s3Path(head.path()) : path(head.path()),
            QueryParameters.of(head.query())
                .canonical(signed.form() == Form.QUERY ? PresignedQuery.SIGNATURE : ""),
            headers(head, signedHeaders),
            String.join(";", signedHeaders),
            payloadHash);
    return new CanonicalRequest(text, stringToSign(signed, text));
  }

  private static String stringToSign(Signed signed, String canonical) {
    return String.join(
        "\n",
        AuthorizationReader.ALGORITHM,
        signed.time().text(),
        signed.credential().text(),
        Hashes.sha256(canonical));
  }

  /** The path as sent, encoded once more, without dot segments and empty ones. */
  private static String path(String sent) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : sent.split("/")) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    String end = !segments.isEmpty() && endsInFolder(sent) ? "/" : "";
    String normal = "/" + String.join("/", segments) + end;
    return PercentEncoding.ofPath(normal.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean endsInFolder(String path) {
    return path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
  }

  /** The path encoded once, however it was sent: an S3 key may have dots and empty segments. */
  private static String s3Path(String sent) {
    return sent.isEmpty() ? "/" : PercentEncoding.ofPath(PercentEncoding.decode(sent, false));
  }

  private static String headers(RequestHead head, List<String> names) {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append(name).append(':').append(values(head, name)).append('\n');
    }
    return lines.toString();
  }

  private static String values(RequestHead head, String name) {
    StringBuilder values = new StringBuilder();
    for (Header header : head.headers()) {
      if (header.name().equalsIgnoreCase(name)) {
        appendTrimmed(values.isEmpty() ? values : values.append(','), header.value());
      }
    }
    return values.toString();
  }

  /** Without blanks around it, and one space for each run of blanks in it. */
  private static void appendTrimmed(StringBuilder out, String value) {
    boolean gap = false;
    boolean started = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        gap = started;
      } else {
        if (gap) {
          out.append(' ');
        }
        out.append(c);
        gap = false;
        started = true;
      }
    }
  }
}
