package io.pushsim.api.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.pushsim.error.ErrorCode;
import java.nio.charset.StandardCharsets;

/** The answer to what has not become a request yet. */
final class RawAnswer {
  private static final byte[] SLOW_HEAD =
      "{\"Type\":\"User\",\"message\":\"The request's head did not come in time\"}"
          .getBytes(StandardCharsets.UTF_8);

  private RawAnswer() {}

  static FullHttpResponse ofSlowHead(String date) {
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.REQUEST_TIMEOUT,
            Unpooled.wrappedBuffer(SLOW_HEAD));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
        .set("x-amzn-ErrorType", ErrorCode.REQUEST_TIMEOUT.shapeName())
        .set(HttpHeaderNames.DATE, date)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
        .set(HttpHeaderNames.CONTENT_LENGTH, SLOW_HEAD.length);
    return answer;
  }
}
