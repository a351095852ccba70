package io.pushsim.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Keeps the last response as it came over the wire, before the SDK makes of it what it knows. */
final class RawResponses implements ExecutionInterceptor {
  private Raw last = new Raw(0, Map.of(), new byte[0]);

  /**
   * A response as it came.
   *
   * @param headers by their lower-case names
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Raw(int status, Map<String, String> headers, byte[] body) {}

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Map<String, String> headers = new LinkedHashMap<>();
    context
        .httpResponse()
        .forEachHeader(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    byte[] body = context.responseBody().map(RawResponses::read).orElse(new byte[0]);
    last = new Raw(context.httpResponse().statusCode(), headers, body);
    return context.responseBody().map(stream -> new ByteArrayInputStream(body));
  }

  private static byte[] read(InputStream body) {
    try (body) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the response's body cannot be read", e);
    }
  }

  Raw last() {
    return last;
  }
}
