package io.pushsim.api.s3.shelf;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.S3Answers;
import io.pushsim.api.s3.XmlElement;
import io.pushsim.api.s3.shelf.ObjectShelf.Kept;
import io.pushsim.error.S3Errors;
import io.pushsim.time.IsoTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists a bucket's objects, page by page, as both of S3's operations for that do. */
record ShelfListing(ObjectShelf shelf) {
  private static final int MOST = 1000;
  private static final Set<String> OF_FIRST =
      Set.of("delimiter", "encoding-type", "marker", "max-keys", "prefix");
  private static final Set<String> OF_SECOND =
      Set.of(
          "continuation-token",
          "delimiter",
          "encoding-type",
          "fetch-owner",
          "list-type",
          "max-keys",
          "prefix",
          "start-after");

  /**
   * A page.
   *
   * @param prefixes what keys have in common up to the delimiter
   * @param last the key or prefix that it ends with
   */
  private record Page(
      List<Map.Entry<String, Kept>> objects,
      List<String> prefixes,
      boolean truncated,
      String last) {}

  Exchange.Answer first(ShelfRequest request) {
    request.checkSaysOnly(OF_FIRST, Set.of());
    String marker = request.parameter("marker").orElse("");
    Page page = page(request, marker);
    List<XmlElement> members = begin(request);
    members.add(text("Marker", named(request, marker)));
    if (page.truncated() && request.parameter("delimiter").isPresent()) {
      members.add(text("NextMarker", named(request, page.last())));
    }
    return end(request, members, page);
  }

  Exchange.Answer second(ShelfRequest request) {
    request.checkSaysOnly(OF_SECOND, Set.of());
    Optional<String> token = request.parameter("continuation-token");
    Optional<String> after = request.parameter("start-after");
    Page page = page(request, token.map(ShelfListing::opened).or(() -> after).orElse(""));
    List<XmlElement> members = begin(request);
    members.add(text("KeyCount", String.valueOf(page.objects().size() + page.prefixes().size())));
    token.ifPresent(text -> members.add(text("ContinuationToken", text)));
    after.ifPresent(text -> members.add(text("StartAfter", named(request, text))));
    if (page.truncated()) {
      members.add(text("NextContinuationToken", sealed(page.last())));
    }
    return end(request, members, page);
  }

  private Page page(ShelfRequest request, String after) {
    String prefix = request.parameter("prefix").orElse("");
    String delimiter = request.parameter("delimiter").orElse("");
    int most = most(request);
    List<Map.Entry<String, Kept>> objects = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    String last = "";
    for (Map.Entry<String, Kept> entry : shelf.list(request.bucket()).entrySet()) {
      String key = entry.getKey();
      int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      String common = end < 0 ? key : key.substring(0, end + delimiter.length());
      boolean told = end >= 0 && (common.equals(last) || common.equals(after));
      if (key.startsWith(prefix) && isAfter(key, after) && !told) {
        if (objects.size() + prefixes.size() == most) {
          return new Page(objects, prefixes, most > 0, last);
        }
        last = common;
        if (end < 0) {
          objects.add(entry);
        } else {
          prefixes.add(common);
        }
      }
    }
    return new Page(objects, prefixes, false, last);
  }

  private static boolean isAfter(String key, String marker) {
    return Arrays.compareUnsigned(
            key.getBytes(StandardCharsets.UTF_8), marker.getBytes(StandardCharsets.UTF_8))
        > 0;
  }

  private static int most(ShelfRequest request) {
    String text = request.parameter("max-keys").orElse(String.valueOf(MOST));
    try {
      int most = Integer.parseInt(text);
      if (most >= 0) {
        return Math.min(MOST, most);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw S3Errors.invalidArgument(
        "Provided max-keys not an integer or within integer range", "max-keys", text);
  }

  private static List<XmlElement> begin(ShelfRequest request) {
    List<XmlElement> members = new ArrayList<>();
    members.add(text("Name", request.bucket()));
    members.add(text("Prefix", named(request, request.parameter("prefix").orElse(""))));
    request
        .parameter("delimiter")
        .ifPresent(delimiter -> members.add(text("Delimiter", named(request, delimiter))));
    members.add(text("MaxKeys", String.valueOf(most(request))));
    request
        .parameter("encoding-type")
        .ifPresent(
            type -> {
              if (!type.equals("url")) {
                throw S3Errors.invalidArgument(
                    "Invalid Encoding Method specified in Request", "encoding-type", type);
              }
              members.add(text("EncodingType", type));
            });
    return members;
  }

  private static Exchange.Answer end(ShelfRequest request, List<XmlElement> members, Page page) {
    members.add(text("IsTruncated", String.valueOf(page.truncated())));
    page.objects()
        .forEach(entry -> members.add(XmlElement.ofChildren("Contents", contents(request, entry))));
    page.prefixes()
        .forEach(
            prefix ->
                members.add(
                    XmlElement.ofChildren(
                        "CommonPrefixes", List.of(text("Prefix", named(request, prefix))))));
    return new S3Answers(request.exchange())
        .ofDocument(XmlElement.ofChildren("ListBucketResult", members));
  }

  private static List<XmlElement> contents(ShelfRequest request, Map.Entry<String, Kept> entry) {
    Kept kept = entry.getValue();
    return List.of(
        text("Key", named(request, entry.getKey())),
        text("LastModified", time(kept.lastModified())),
        text("ETag", "\"" + kept.eTag() + "\""),
        text("Size", String.valueOf(kept.size())),
        text("StorageClass", "STANDARD"));
  }

  private static XmlElement text(String name, String text) {
    return XmlElement.ofText(name, text);
  }

  private static String named(ShelfRequest request, String key) {
    return request.parameter("encoding-type").isPresent()
        ? URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/")
        : key;
  }

  private static String sealed(String key) {
    return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String opened(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Errors.invalidArgument(
          "The continuation token provided is incorrect", "continuation-token", token);
    }
  }

  /** As S3's documents have it. */
  static String time(Instant instant) {
    return IsoTime.milliseconds(instant);
  }
}
