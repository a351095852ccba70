package io.pushsim.eventsource.embedded;

import io.pushsim.eventsource.embedded.ObjectCall.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gaul.s3proxy.checksum.FlexChecksum;

/**
 * What a request's body holds, whatever encoding it was sent in, and the headers that go with it.
 *
 * @param content is to be read to its end, or it is not known to be what the client sent
 */
record ObjectBody(InputStream content, List<Header> headers) {
  private static final String STREAMING = "STREAMING-";
  private static final String SIGNED = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
  private static final Set<String> OF_CONTENT = Set.of("PutObject", "UploadPart");
  private static final String LENGTH = "content-length";

  /**
   * @param headers those that s3proxy is to see
   * @param sent the body as it was sent
   * @throws ObjectRefusal MissingContentLength; InvalidRequest, InvalidArgument for a head that
   *     says impossible things of the body
   */
  static ObjectBody of(ObjectCall call, List<Header> headers, InputStream sent) throws IOException {
    Optional<String> hash =
        call.header("x-amz-content-sha256").filter(said -> said.startsWith(STREAMING));
    if (hash.isEmpty()) {
      return OF_CONTENT.contains(call.operation())
          ? new ObjectBody(new DeclaredBody(sent, length(call, LENGTH)), headers)
          : new ObjectBody(document(sent), headers);
    }
    if (!OF_CONTENT.contains(call.operation())) {
      throw ObjectRefusal.notImplemented(
          "A body in aws-chunked encoding is not simulated for %s; send it whole"
              .formatted(call.operation()));
    }
    long decoded = length(call, "x-amz-decoded-content-length");
    InputStream content =
        new ChunkedBody(
            sent,
            trailing(call.header("x-amz-trailer")),
            hash.get().startsWith(SIGNED) ? call.signatures().chunks() : Optional.empty());
    List<Header> own = new ArrayList<>(headers);
    own.removeIf(
        header -> Set.of(LENGTH, "transfer-encoding").contains(ObjectCall.lower(header.name())));
    own.add(new Header(LENGTH, String.valueOf(decoded)));
    return new ObjectBody(new DeclaredBody(content, decoded), own);
  }

  /** Read to its end, which s3proxy does not do with all documents. */
  private static InputStream document(InputStream sent) throws IOException {
    byte[] document = sent.readNBytes(EmbeddedS3.LARGEST_DOCUMENT + 1);
    if (document.length > EmbeddedS3.LARGEST_DOCUMENT) {
      throw new ObjectRefusal(400, "MaxMessageLengthExceeded", "Your request was too big.");
    }
    return new ByteArrayInputStream(document);
  }

  private static long length(ObjectCall call, String header) {
    String value =
        call.header(header)
            .orElseThrow(
                () ->
                    new ObjectRefusal(
                        411,
                        "MissingContentLength",
                        "You must provide the Content-Length HTTP header."));
    try {
      long length = Long.parseLong(value);
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    throw ObjectRefusal.invalidArgument("A length is a whole number of bytes.", header, value);
  }

  /**
   * The checksum that a trailer is announced to have.
   *
   * @throws ObjectRefusal NotImplemented for one that nobody would compare
   */
  static Optional<FlexChecksum> trailing(Optional<String> name) {
    Optional<FlexChecksum> algorithm =
        name.flatMap(header -> Optional.ofNullable(FlexChecksum.fromHeaderName(header.strip())));
    if (name.isPresent() && algorithm.isEmpty()) {
      throw ObjectRefusal.notImplemented(
          "The trailing header you announced implies functionality that is not implemented: "
              + name.get());
    }
    return algorithm;
  }
}
