package io.pushsim.api.s3.shelf;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.S3Answers;
import io.pushsim.api.s3.shelf.ObjectShelf.Kept;
import io.pushsim.error.S3Errors;
import io.pushsim.time.HttpDate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers who reads an object. */
record ShelfReading(ObjectShelf shelf) {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

  Exchange.Answer get(ShelfRequest request) {
    return answer(request, true);
  }

  Exchange.Answer head(ShelfRequest request) {
    return answer(request, false);
  }

  private Exchange.Answer answer(ShelfRequest request, boolean withBody) {
    request.checkSaysOnly(Set.of(), Set.of());
    Kept kept =
        shelf
            .find(request.bucket(), request.key())
            .orElseThrow(() -> S3Errors.noSuchKey(request.key()));
    Map<String, String> headers = headers(kept);
    checkConditions(request, kept, headers);
    long from = 0;
    long to = kept.size();
    int status = 200;
    String range = request.header("Range").orElse("");
    Matcher matcher = RANGE.matcher(range);
    if (matcher.matches() && !(matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      boolean suffix = matcher.group(1).isEmpty();
      from =
          suffix
              ? Math.max(0, to - Long.parseLong(matcher.group(2)))
              : Long.parseLong(matcher.group(1));
      if (!suffix && !matcher.group(2).isEmpty()) {
        to = Math.min(to, Long.parseLong(matcher.group(2)) + 1);
      }
      if (from >= kept.size() || from >= to) {
        throw ShelfRefusal.invalidRange(range, kept.size());
      }
      status = 206;
      headers.put("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, kept.size()));
    }
    headers.put("Content-Length", String.valueOf(to - from));
    byte[] body = withBody ? bytes(kept, from, to) : new byte[0];
    return new S3Answers(request.exchange()).ofContent(status, headers, body);
  }

  private static Map<String, String> headers(Kept kept) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Last-Modified", HttpDate.of(kept.lastModified()));
    headers.put("ETag", "\"" + kept.eTag() + "\"");
    headers.put("Accept-Ranges", "bytes");
    headers.put("x-amz-server-side-encryption", "AES256");
    headers.put("Content-Type", "binary/octet-stream");
    headers.putAll(kept.headers());
    if (kept.headers().containsKey("content-type")) {
      headers.remove("Content-Type");
    }
    return headers;
  }

  // RFC 9110, section 13.2.2: an entity's tag comes before its date.
  private static void checkConditions(
      ShelfRequest request, Kept kept, Map<String, String> headers) {
    String eTag = "\"" + kept.eTag() + "\"";
    Instant modified = kept.lastModified().truncatedTo(ChronoUnit.SECONDS);
    if (request.header("If-Match").isPresent()) {
      if (!isNamed(request.header("If-Match").get(), eTag)) {
        throw ShelfRefusal.preconditionFailed("If-Match");
      }
    } else if (request
        .header("If-Unmodified-Since")
        .flatMap(HttpDate::parse)
        .filter(modified::isAfter)
        .isPresent()) {
      throw ShelfRefusal.preconditionFailed("If-Unmodified-Since");
    }
    if (request.header("If-None-Match").isPresent()) {
      if (isNamed(request.header("If-None-Match").get(), eTag)) {
        throw ShelfRefusal.notModified(headers);
      }
    } else if (request
        .header("If-Modified-Since")
        .flatMap(HttpDate::parse)
        .filter(since -> !modified.isAfter(since))
        .isPresent()) {
      throw ShelfRefusal.notModified(headers);
    }
  }

  private static boolean isNamed(String list, String eTag) {
    return Pattern.compile("\\s*,\\s*")
        .splitAsStream(list.strip())
        .map(each -> each.startsWith("\"") || each.equals("*") ? each : "\"" + each + "\"")
        .anyMatch(each -> each.equals("*") || each.equals(eTag));
  }

  static byte[] bytes(Kept kept, long from, long to) {
    try (InputStream in = kept.content().open()) {
      in.skipNBytes(from);
      return in.readNBytes(Math.toIntExact(to - from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
