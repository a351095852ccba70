package io.pushsim.api.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection from between its codec and Vert.x: times the client's part and never
 * pushsim's own, dates answers, and ends a connection whose request was not read to its end, so
 * that the client can still read the answer and nothing of the rest is taken for a request.
 * Everything happens on the connection's event loop, unless said otherwise.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What fails on a channel ends in channelInactive.
final class ConnectionWatch extends ChannelDuplexHandler {
  private final ConnectionGuard guard;
  private final ClientLimits limits;
  private @Nullable ChannelHandlerContext context;
  private @Nullable ScheduledFuture<?> checks;

  /** Requests whose head has come and whose answer has not been written. */
  private int unanswered;

  private boolean used;
  private boolean inHead;
  private boolean inBody;
  private boolean malformed;
  private boolean messageRead;
  private long bodyBytes;

  /** When what the client is to do now began; later by what it was kept from doing it. */
  private long since = System.nanoTime();

  private long checked = since;

  private int writes;
  private long bytesWritten;
  private long lastWritten;

  private boolean closeAfterAnswer;
  private boolean closing;
  private @Nullable ChannelPromise closed;

  // Read by other threads, which look for the connection to give up.
  private volatile boolean idle;
  private volatile long idleSince;

  ConnectionWatch(ConnectionGuard guard, ClientLimits limits) {
    this.guard = guard;
    this.limits = limits;
  }

  /** Whether it waits for a next request. Any thread may ask. */
  boolean isIdle() {
    return idle;
  }

  /** Since when it waits, as {@link System#nanoTime}. Any thread may ask. */
  long idleSince() {
    return idleSince;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    long period = limits.betweenChecks().toNanos();
    checks =
        added
            .executor()
            .scheduleWithFixedDelay(() -> check(added), period, period, TimeUnit.NANOSECONDS);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    guard.remove(this);
    idle = false;
    if (checks != null) {
      checks.cancel(false);
    }
    if (closed != null) {
      closed.trySuccess();
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    messageRead = true;
    if (closing || malformed) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      headCame(request);
    }
    if (message instanceof HttpContent content) {
      contentCame(content);
    }
    ctx.fireChannelRead(message);
  }

  private void headCame(HttpRequest request) {
    refuseForeignVersion(request);
    malformed = request.decoderResult().isFailure();
    inBody =
        !malformed
            && (HttpUtil.isTransferEncodingChunked(request)
                || HttpUtil.getContentLength(request, 0L) > 0);
    bodyBytes = 0;
    inHead = false;
    used = true;
    idle = false;
    unanswered++;
    since = System.nanoTime();
  }

  /**
   * Vert.x would answer an unknown version by itself: without a word, and in that version. It knows
   * the known ones by their identity alone.
   */
  private static void refuseForeignVersion(HttpRequest request) {
    HttpVersion version = request.protocolVersion();
    if (version.equals(HttpVersion.HTTP_1_0)) {
      request.setProtocolVersion(HttpVersion.HTTP_1_0);
      return;
    }
    request.setProtocolVersion(HttpVersion.HTTP_1_1);
    if (!version.equals(HttpVersion.HTTP_1_1) && request.decoderResult().isSuccess()) {
      request.setDecoderResult(DecoderResult.failure(new ForeignVersion(version.text())));
    }
  }

  private void contentCame(HttpContent content) {
    bodyBytes += content.content().readableBytes();
    if (content.decoderResult().isFailure()) {
      malformed = true;
    } else if (content instanceof LastHttpContent) {
      inBody = false;
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    // Bytes that made no message while nothing is under way are the beginning of a head.
    if (!messageRead && unanswered == 0 && !inHead && !closing) {
      inHead = true;
      idle = false;
      if (used) {
        since = System.nanoTime();
      }
    }
    messageRead = false;
    ctx.fireChannelReadComplete();
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    ChannelPromise done = promise.unvoid();
    boolean informational =
        message instanceof HttpResponse head
            && head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (message instanceof HttpResponse head && !informational) {
      answerBegins(head);
    }
    writes++;
    bytesWritten += size(message);
    lastWritten = System.nanoTime();
    done.addListener(written -> written(ctx));
    ctx.write(message, done);
    if (message instanceof LastHttpContent && !informational) {
      answerEnded(ctx, done);
    }
  }

  private void answerBegins(HttpResponse head) {
    if (!head.headers().contains(HttpHeaderNames.DATE)) {
      head.headers().set(HttpHeaderNames.DATE, guard.date());
    }
    if ((inBody || malformed) && unanswered == 1) {
      closeAfterAnswer = true;
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }

  private void answerEnded(ChannelHandlerContext ctx, ChannelPromise done) {
    unanswered--;
    since = System.nanoTime();
    if (closeAfterAnswer) {
      done.addListener(written -> ctx.channel().close());
    } else if (unanswered == 0) {
      idleSince = since;
      idle = true;
    }
  }

  private static long size(Object message) {
    if (message instanceof ByteBufHolder holder) {
      return holder.content().readableBytes();
    }
    if (message instanceof ByteBuf bytes) {
      return bytes.readableBytes();
    }
    return message instanceof FileRegion region ? region.count() : 0;
  }

  private void written(ChannelHandlerContext ctx) {
    writes--;
    lastWritten = System.nanoTime();
    if (writes == 0) {
      bytesWritten = 0;
      if (closed != null) {
        halfClose(ctx);
      }
    }
  }

  /**
   * Closes at once, or, where the client may still be sending, only after it had the time to read
   * the answer: a connection that is closed with bytes unread is reset, and the answer is lost.
   */
  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    boolean sending = (inBody || malformed) && ctx.channel().isActive();
    if (closing || !sending || guard.isStopping()) {
      closing = true;
      ctx.close(promise);
      return;
    }
    closing = true;
    closed = promise;
    since = System.nanoTime();
    ctx.channel().config().setAutoRead(true);
    if (writes == 0) {
      halfClose(ctx);
    }
  }

  private static void halfClose(ChannelHandlerContext ctx) {
    if (ctx.channel() instanceof DuplexChannel channel && !channel.isOutputShutdown()) {
      channel.shutdownOutput();
    }
  }

  private void check(ChannelHandlerContext ctx) {
    long now = System.nanoTime();
    if (inBody && !closing && !ctx.channel().config().isAutoRead()) {
      // Nobody reads: whoever the body is for is slow, and not the client.
      since += now - checked;
    }
    checked = now;
    if (writes > 0 && now - lastWritten > limits.nanos(limits.answer(), bytesWritten)) {
      ctx.close();
    } else if (closing) {
      endLingering(ctx, now);
    } else if (unanswered == 0) {
      checkWaiting(ctx, now);
    } else if (unanswered == 1 && inBody && now - since > limits.nanos(limits.body(), bodyBytes)) {
      ctx.fireExceptionCaught(new SlowBody());
    }
  }

  private void endLingering(ChannelHandlerContext ctx, long now) {
    if (closed != null && now - since > limits.linger().toNanos()) {
      ctx.close();
    }
  }

  private void checkWaiting(ChannelHandlerContext ctx, long now) {
    Duration limit = inHead || !used ? limits.head() : limits.idle();
    if (writes > 0 || now - since <= limit.toNanos()) {
      return;
    }
    closing = true;
    if (inHead) {
      ctx.writeAndFlush(RawAnswer.ofSlowHead(guard.date())).addListener(done -> ctx.close());
    } else {
      ctx.close();
    }
  }

  /** Closes the connection if it is idle still. Any thread may call. */
  void giveUp() {
    ChannelHandlerContext ctx = context;
    if (ctx != null) {
      ctx.executor()
          .execute(
              () -> {
                if (idle) {
                  ctx.close();
                }
              });
    }
  }

  /** Ends a lingering close. Any thread may call. */
  void stop() {
    ChannelHandlerContext ctx = context;
    if (ctx != null) {
      ctx.executor()
          .execute(
              () -> {
                if (closed != null) {
                  ctx.close();
                }
              });
    }
  }

  /** The failure of a request in a version of HTTP that is not spoken here. */
  static final class ForeignVersion extends Exception {
    private static final long serialVersionUID = 1L;

    ForeignVersion(String version) {
      super(version, null, false, false);
    }
  }

  /** The failure of a request whose body does not come in time. */
  static final class SlowBody extends Exception {
    private static final long serialVersionUID = 1L;

    SlowBody() {
      super("the body did not come in time", null, false, false);
    }
  }
}
