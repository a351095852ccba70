package io.pushsim.api.s3.shelf;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.ObjectRequest;
import io.pushsim.api.s3.shelf.ObjectShelf.Change;
import io.pushsim.bucket.S3Object;
import io.pushsim.error.S3Errors;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request about objects, of which everything that it says is understood or refused by name.
 *
 * @param key decoded; empty where a bucket is addressed
 */
record ShelfRequest(Exchange exchange, String operation, String bucket, String key) {
  static final String COPY_SOURCE = "x-amz-copy-source";
  static final String METADATA_DIRECTIVE = "x-amz-metadata-directive";
  private static final String META = "x-amz-meta-";
  private static final String ENCODING = "content-encoding";

  /** What is about the client, the signature or the body, which others look at. */
  private static final Set<String> PASSED_OVER =
      Set.of(
          "x-amz-checksum-mode",
          "x-amz-content-sha256",
          "x-amz-date",
          "x-amz-decoded-content-length",
          "x-amz-expected-bucket-owner",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-security-token",
          "x-amz-te",
          "x-amz-trailer",
          "x-amz-user-agent");

  /** What an object keeps of what is said of it. */
  private static final List<String> KEPT =
      List.of(
          "cache-control",
          "content-disposition",
          ENCODING,
          "content-language",
          "content-type",
          "expires");

  static ShelfRequest of(ObjectRequest asked) {
    return new ShelfRequest(
        asked.exchange(), asked.operation(), asked.bucket().orElseThrow(), key(asked));
  }

  private static String key(ObjectRequest asked) {
    String key = decoded(asked.sentKey());
    int size = key.getBytes(StandardCharsets.UTF_8).length;
    if (size > S3Object.LONGEST_KEY) {
      throw S3Errors.keyTooLong(size, S3Object.LONGEST_KEY);
    }
    return key;
  }

  /** A part of a path, in which a plus is a plus. */
  static String decoded(String sent) {
    return URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * That it says nothing that would be taken and then ignored.
   *
   * @param parameters of the query that the operation has
   * @param headers of S3's that it has
   * @throws ShelfRefusal NotImplemented
   */
  void checkSaysOnly(Set<String> parameters, Set<String> headers) {
    for (String name : exchange.query().keySet()) {
      if (!parameters.contains(name) && !name.equals("x-id") && !name.startsWith("X-Amz-")) {
        throw ShelfRefusal.notImplemented("The query parameter '%s'".formatted(name));
      }
    }
    for (String name : exchange.head().headers().names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      boolean known =
          !lower.startsWith("x-amz-")
              || PASSED_OVER.contains(lower)
              || headers.contains(lower)
              || (headers.contains(META) && isOfObject(lower));
      if (!known) {
        throw ShelfRefusal.notImplemented("The header %s".formatted(lower));
      }
    }
  }

  private static boolean isOfObject(String name) {
    return name.startsWith(META) || name.startsWith("x-amz-checksum-");
  }

  /** The headers that go with an object's content. */
  static Set<String> ofContent(String... more) {
    Set<String> all = new HashSet<>(Set.of(more));
    all.add(META);
    return all;
  }

  /** What is said of the object to be kept. */
  Map<String, String> metadata() {
    Map<String, String> kept = new TreeMap<>();
    exchange
        .head()
        .headers()
        .forEach(
            (name, value) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (KEPT.contains(lower) || lower.startsWith(META)) {
                kept.put(lower, value);
              }
            });
    Optional.ofNullable(kept.remove(ENCODING))
        .map(ShelfRequest::withoutChunks)
        .filter(encoding -> !encoding.isEmpty())
        .ifPresent(encoding -> kept.put(ENCODING, encoding));
    return kept;
  }

  private static String withoutChunks(String encoding) {
    return encoding.replaceAll("\\s*aws-chunked\\s*,?", "").strip();
  }

  Optional<String> header(String name) {
    return exchange.header(name);
  }

  /** A parameter of the query. */
  Optional<String> parameter(String name) {
    return exchange.query().getOrDefault(name, List.of()).stream().findFirst();
  }

  Change change(String how) {
    return change(how, key);
  }

  Change change(String how, String changed) {
    return new Change(
        how,
        bucket,
        changed,
        exchange.function().orElse("AWS:" + exchange.caller().account()),
        header("X-Amzn-Trace-Id"));
  }
}
