package io.pushsim.eventsource.embedded;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request about objects, without its body.
 *
 * @param operation its name in S3's API model
 * @param bucket that it addresses
 * @param key percent-encoded, as in the request's path; empty where it addresses the bucket itself
 * @param parameters of its query, decoded
 * @param headers in their order
 * @param authority the host and port that the client called
 * @param caller who makes it
 * @param requestId the id that its answer carries, and {@code hostId} the other
 * @param signatures checks those that are in its body
 */
public record ObjectCall(
    String operation,
    String method,
    String bucket,
    String key,
    Map<String, List<String>> parameters,
    List<Header> headers,
    String authority,
    Caller caller,
    String requestId,
    String hostId,
    BodySignatures signatures) {
  public ObjectCall {
    parameters = Map.copyOf(parameters);
    headers = List.copyOf(headers);
  }

  /** A line of a request's head or an answer's. */
  public record Header(String name, String value) {
    /** The value of the first one of this name. */
    static Optional<String> first(List<Header> headers, String name) {
      return headers.stream()
          .filter(header -> header.name().equalsIgnoreCase(name))
          .map(Header::value)
          .findFirst();
    }
  }

  /**
   * Who makes a request.
   *
   * @param account 12 digits
   * @param principalId as event records name it
   * @param address where the request comes from
   */
  public record Caller(String account, String principalId, String address) {}

  /** Checks what of a request's body is signed. */
  public interface BodySignatures {
    /** For the body's chunks, one after another; empty where their signatures need not be right. */
    Optional<ChunkSignatures> chunks();

    /**
     * Who sends a form.
     *
     * @param fields of the form, by their names in lower case
     * @throws io.pushsim.error.SimulatorException where the policy is not signed as it has to be
     */
    Caller admit(Map<String, String> fields);
  }

  /** Checks that the caller signed what comes in chunks, one after another. */
  public interface ChunkSignatures {
    /**
     * Checks the next chunk, the last and empty one too.
     *
     * @param sha256 of the chunk's bytes, in hexadecimal digits
     * @throws io.pushsim.error.SimulatorException where the signature is wrong
     */
    void checkChunk(String sha256, String signature);

    /**
     * Checks what comes behind the last chunk.
     *
     * @param sha256 of the trailing headers, each in a line
     * @throws io.pushsim.error.SimulatorException where the signature is wrong
     */
    void checkTrailer(String sha256, String signature);
  }

  /** The same request, made by somebody else. */
  ObjectCall by(Caller other) {
    return new ObjectCall(
        operation,
        method,
        bucket,
        key,
        parameters,
        headers,
        authority,
        other,
        requestId,
        hostId,
        signatures);
  }

  /** The key itself. A plus sign is one in S3's paths. */
  String decodedKey() {
    return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The first header of this name. */
  Optional<String> header(String name) {
    return Header.first(headers, name);
  }

  Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Whether nothing changes by it, and a condition that does not hold is no error. */
  boolean isReading() {
    return method.equals("GET") || method.equals("HEAD");
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
