package io.pushsim.api.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request's body into memory, as far as its limit allows. */
final class BodyReader {
  private static final String CONTINUE = "100-continue";

  private BodyReader() {}

  /** The body; fails with the limit's refusal as soon as it is known to be too large. */
  static Future<byte[]> read(HttpServerRequest request, BodyLimit limit) {
    if (declaredLength(request) > limit.bytes()) {
      return Future.failedFuture(limit.refusal().get());
    }
    if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    Promise<byte[]> read = Promise.promise();
    Buffer body = Buffer.buffer();
    request.exceptionHandler(read::tryFail);
    request.handler(
        part -> {
          if (body.length() + part.length() <= limit.bytes()) {
            body.appendBuffer(part);
          } else {
            read.tryFail(limit.refusal().get());
          }
        });
    request.endHandler(end -> read.tryComplete(body.getBytes()));
    return read.future();
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }
}
