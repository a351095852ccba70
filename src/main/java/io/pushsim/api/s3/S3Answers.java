package io.pushsim.api.s3;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.error.SimulatorException;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** S3's answers over HTTP: what is in the body, and what in headers. */
public final class S3Answers {
  private static final byte[] NOTHING = new byte[0];
  private static final int REQUEST_ID_LENGTH = 16;
  private static final int NOT_MODIFIED = 304;

  /** Members of answers that are headers (S3's API model). */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Location", "Location",
          "BucketArn", "x-amz-bucket-arn",
          "BucketRegion", "x-amz-bucket-region",
          "AccessPointAlias", "x-amz-access-point-alias");

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Exchange exchange;
  private final String requestId;
  private final String hostId;

  public S3Answers(Exchange exchange) {
    this.exchange = exchange;
    String id = exchange.requestId();
    requestId = id.replace("-", "").toUpperCase(Locale.ROOT).substring(0, REQUEST_ID_LENGTH);
    hostId =
        Base64.getEncoder()
            .encodeToString(ChecksumAlgorithm.SHA256.of(id.getBytes(StandardCharsets.UTF_8)));
    headers.put("x-amz-id-2", hostId);
    headers.put("x-amz-request-id", requestId);
    headers.put("Server", "AmazonS3");
  }

  /**
   * The answer of an operation that succeeded.
   *
   * @param body its members by the SDKs' names
   */
  Exchange.Answer of(String operation, int status, JsonNode body) {
    return switch (operation) {
      case "GetBucketNotificationConfiguration" ->
          xml(status, Document.NOTIFICATION_CONFIGURATION.write(body));
      case "ListBuckets" -> xml(status, Document.LIST_ALL_MY_BUCKETS_RESULT.write(body));
      case "GetBucketLocation" -> xml(status, Document.writeLocation(body));
      default -> inHeaders(status, body);
    };
  }

  private Exchange.Answer inHeaders(int status, JsonNode body) {
    body.properties()
        .forEach(
            member -> {
              String header = HEADERS.get(member.getKey());
              if (header == null) {
                throw new IllegalStateException("no header is a " + member.getKey());
              }
              headers.put(header, member.getValue().asText());
            });
    return new Exchange.Answer(status, headers, NOTHING);
  }

  /** The answer of a refusal, whose document a HEAD goes without. */
  Exchange.Answer of(SimulatorException refusal) {
    String region = refusal.details().get("BucketRegion");
    if (region != null) {
      headers.put("x-amz-bucket-region", region);
    }
    byte[] document = ErrorDocument.write(refusal, requestId, hostId);
    return xml(
        refusal.code().httpStatus(),
        exchange.method().equals(HttpMethod.HEAD) ? NOTHING : document);
  }

  /**
   * The answer of a refusal by an S3 server's own code.
   *
   * @param details further elements of its document
   * @param more headers beside those that every answer has
   */
  public Exchange.Answer of(
      int status,
      String code,
      String message,
      Map<String, String> details,
      Map<String, String> more) {
    headers.putAll(more);
    return exchange.method().equals(HttpMethod.HEAD) || status == NOT_MODIFIED
        ? new Exchange.Answer(status, headers, NOTHING)
        : xml(status, ErrorDocument.write(code, message, details, requestId, hostId));
  }

  /** An answer with a document. */
  public Exchange.Answer ofDocument(XmlElement root) {
    return xml(200, XmlWriter.write(root, XmlWriter.NAMESPACE));
  }

  /**
   * An answer with an object, or with nothing.
   *
   * @param more headers beside those that every answer has
   */
  public Exchange.Answer ofContent(int status, Map<String, String> more, byte[] body) {
    headers.putAll(more);
    return new Exchange.Answer(status, headers, body);
  }

  private Exchange.Answer xml(int status, byte[] document) {
    headers.put("Content-Type", "application/xml");
    return new Exchange.Answer(status, headers, document);
  }

  /** 16 characters, as S3's request ids have. */
  public String requestId() {
    return requestId;
  }

  /** Opaque, as S3's is; the same for the same request. */
  public String hostId() {
    return hostId;
  }
}
