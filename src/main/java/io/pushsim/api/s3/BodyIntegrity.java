package io.pushsim.api.s3;

import io.pushsim.api.http.Exchange;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a body is the one that the client says it sent, by {@code Content-MD5} and by {@code
 * x-amz-checksum-…}. What the signature says of the body is its own matter.
 */
public final class BodyIntegrity {
  private static final String CONTENT_MD5 = "Content-MD5";
  private static final String ANNOUNCED = "x-amz-sdk-checksum-algorithm";

  private BodyIntegrity() {}

  /**
   * Refuses a body that comes in chunks with a trailer of its own: SDKs send objects so, never the
   * documents of the operations that pushsim has.
   */
  static void checkWhole(Exchange exchange, String operation) {
    boolean chunked =
        exchange
                .header("Content-Encoding")
                .filter(encoding -> encoding.contains("aws-chunked"))
                .isPresent()
            || exchange
                .header("x-amz-content-sha256")
                .filter(hash -> hash.startsWith("STREAMING-"))
                .isPresent()
            || exchange.header("x-amz-trailer").isPresent();
    if (chunked) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED,
          "A body in aws-chunked encoding is not simulated for %s; send it whole"
              .formatted(operation));
    }
  }

  /**
   * Holds the body against what the head says of it.
   *
   * @throws SimulatorException InvalidDigest, BadDigest, InvalidRequest
   */
  public static void check(Exchange exchange, byte[] body) {
    exchange.header(CONTENT_MD5).ifPresent(given -> checkMd5(given, body));
    List<String> names = checksumHeaders(exchange);
    if (names.size() > 1) {
      throw invalid(
          "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    }
    Optional<String> name = names.stream().findFirst();
    exchange.header(ANNOUNCED).ifPresent(announced -> checkAnnounced(announced, name));
    name.ifPresent(header -> checkChecksum(header, exchange.header(header).orElse(""), body));
  }

  private static List<String> checksumHeaders(Exchange exchange) {
    return exchange.head().headers().names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith(ChecksumAlgorithm.HEADER_PREFIX))
        .distinct()
        .toList();
  }

  private static void checkMd5(String given, byte[] body) {
    byte[] computed = ChecksumAlgorithm.MD5.of(body);
    byte[] announced =
        decoded(given, computed.length)
            .orElseThrow(
                () ->
                    new SimulatorException(
                        ErrorCode.S3_INVALID_DIGEST,
                        "The Content-MD5 you specified was invalid.",
                        Map.of(CONTENT_MD5, given)));
    if (!Arrays.equals(announced, computed)) {
      Map<String, String> details = new LinkedHashMap<>();
      details.put("ExpectedDigest", given);
      details.put("CalculatedDigest", Base64.getEncoder().encodeToString(computed));
      throw new SimulatorException(
          ErrorCode.S3_BAD_DIGEST,
          "The Content-MD5 you specified did not match what we received.",
          details);
    }
  }

  // Both sentences as seen in versity/versitygw#1593 and #1598.
  private static void checkAnnounced(String announced, Optional<String> header) {
    if (header.isEmpty()) {
      throw invalid(
          "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or"
              + " x-amz-trailer headers were found.");
    }
    if (!header.get().equalsIgnoreCase(ChecksumAlgorithm.HEADER_PREFIX + announced)) {
      throw invalid("Value for x-amz-sdk-checksum-algorithm header is invalid.");
    }
  }

  private static void checkChecksum(String header, String given, byte[] body) {
    ChecksumAlgorithm algorithm =
        ChecksumAlgorithm.named(header.substring(ChecksumAlgorithm.HEADER_PREFIX.length()))
            .orElseThrow(
                () ->
                    new SimulatorException(
                        ErrorCode.NOT_SIMULATED,
                        "%s is not simulated; send one of %s"
                            .formatted(header, Arrays.toString(ChecksumAlgorithm.values()))));
    byte[] computed = algorithm.of(body);
    byte[] announced =
        decoded(given, computed.length)
            .orElseThrow(() -> invalid("Value for %s header is invalid.".formatted(header)));
    if (!Arrays.equals(announced, computed)) {
      throw new SimulatorException(
          ErrorCode.S3_BAD_DIGEST,
          "The %s you specified did not match the calculated checksum.".formatted(algorithm));
    }
  }

  private static Optional<byte[]> decoded(String base64, int length) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64))
          .filter(bytes -> bytes.length == length);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SimulatorException invalid(String message) {
    return new SimulatorException(ErrorCode.S3_INVALID_REQUEST, message);
  }
}
