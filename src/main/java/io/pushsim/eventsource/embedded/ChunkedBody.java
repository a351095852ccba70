package io.pushsim.eventsource.embedded;

import io.pushsim.eventsource.embedded.ObjectCall.ChunkSignatures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.gaul.s3proxy.checksum.FlexChecksum;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.checksums.SdkChecksum;

/**
 * The content of a body in {@code aws-chunked} encoding (S3 API reference, signature calculations,
 * transferring payload in multiple chunks). A chunk's signature is checked when the chunk has been
 * read, and the checksum in the trailer at the end: the content is not to be used before that. A
 * chunk may be of any size.
 */
final class ChunkedBody extends BlockInputStream {
  private static final int LONGEST_LINE = 4096;
  private static final String SIGNATURE = "chunk-signature=";
  private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature:";

  private final InputStream body;
  private final Optional<ChunkSignatures> signatures;
  private final Optional<FlexChecksum> algorithm;
  private final @Nullable SdkChecksum checksum;
  private final MessageDigest digest = sha256();
  private String signature = "";
  private long left;
  private boolean begun;
  private boolean ended;

  /**
   * @param algorithm of the checksum that the trailer has
   * @param signatures checks the chunks, where they are signed and that has to be right
   */
  ChunkedBody(
      InputStream body, Optional<FlexChecksum> algorithm, Optional<ChunkSignatures> signatures) {
    this.body = body;
    this.algorithm = algorithm;
    this.signatures = signatures;
    checksum = algorithm.map(FlexChecksum::newChecksum).orElse(null);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public int read(byte[] into, int start, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      next();
    }
    if (ended) {
      return -1;
    }
    int count = body.read(into, start, (int) Math.min(most, left));
    if (count < 0) {
      throw new IOException(ObjectRefusal.incompleteBody());
    }
    left -= count;
    if (signatures.isPresent()) {
      digest.update(into, start, count);
    }
    if (checksum != null) {
      checksum.update(into, start, count);
    }
    return count;
  }

  /** Ends the chunk before, and begins the next; the one without content is the last. */
  private void next() throws IOException {
    if (begun) {
      checkChunk();
      if (!line().isEmpty()) {
        throw malformed("a chunk is longer than it says");
      }
    }
    begun = true;
    String[] head = line().split(";", 2);
    left = size(head[0]);
    signature =
        head.length > 1 && head[1].startsWith(SIGNATURE)
            ? head[1].substring(SIGNATURE.length())
            : "";
    if (left == 0) {
      checkChunk();
      readTrailer();
      ended = true;
    }
  }

  private static long size(String text) throws IOException {
    try {
      long size = Long.parseLong(text, 16);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Answered below.
    }
    throw malformed("'%s' is no size of a chunk".formatted(text));
  }

  private void checkChunk() {
    if (signatures.isPresent()) {
      signatures.get().checkChunk(HexFormat.of().formatHex(digest.digest()), signature);
    }
  }

  private void readTrailer() throws IOException {
    StringBuilder signed = new StringBuilder();
    String trailerSignature = "";
    boolean checked = algorithm.isEmpty();
    String line = line(true);
    while (!line.isEmpty()) {
      if (line.startsWith(TRAILER_SIGNATURE)) {
        trailerSignature = line.substring(TRAILER_SIGNATURE.length()).strip();
      } else {
        signed.append(line.strip()).append('\n');
        checked |= checkSum(line);
      }
      line = line(true);
      // AWS's own example has an empty line before the signature too.
      if (line.isEmpty() && trailerSignature.isEmpty() && signatures.isPresent()) {
        line = line(true);
      }
    }
    if (!checked) {
      throw malformed("the trailer lacks " + algorithm.orElseThrow().header());
    }
    if (signatures.isPresent() && !signed.isEmpty()) {
      digest.update(signed.toString().getBytes(StandardCharsets.UTF_8));
      signatures.get().checkTrailer(HexFormat.of().formatHex(digest.digest()), trailerSignature);
    }
  }

  private boolean checkSum(String line) throws IOException {
    String[] header = line.split(":", 2);
    if (algorithm.isEmpty() || !header[0].strip().equalsIgnoreCase(algorithm.get().header())) {
      return false;
    }
    byte[] computed = checksum == null ? new byte[0] : checksum.getChecksumBytes();
    if (header.length < 2
        || !header[1].strip().equals(Base64.getEncoder().encodeToString(computed))) {
      throw new IOException(ObjectRefusal.badDigest(algorithm.get().name()));
    }
    return true;
  }

  private static IOException malformed(String what) {
    return new IOException(
        new ObjectRefusal(
            400, "InvalidRequest", "The body is no well-formed aws-chunked one: " + what));
  }

  private String line() throws IOException {
    return line(false);
  }

  /**
   * The next line, without its end.
   *
   * @param trailing whether it is one behind the last chunk: there some clients write no carriage
   *     returns, and some no empty line
   */
  private String line(boolean trailing) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int unit = body.read(); unit != '\n'; unit = body.read()) {
      if (unit < 0 && trailing && line.isEmpty()) {
        return "";
      }
      if (unit < 0) {
        throw new IOException(ObjectRefusal.incompleteBody());
      }
      if (line.length() == LONGEST_LINE) {
        throw malformed("a line is too long");
      }
      line.append((char) unit);
    }
    boolean whole = !line.isEmpty() && line.charAt(line.length() - 1) == '\r';
    if (!whole && !trailing) {
      throw malformed("a line does not end with a carriage return and a line feed");
    }
    line.setLength(whole ? line.length() - 1 : line.length());
    return line.toString();
  }
}
