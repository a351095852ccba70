package io.pushsim.api.front;

import io.pushsim.api.access.FlowingPayload;
import io.pushsim.api.http.BodyReader;
import io.pushsim.eventsource.embedded.BlockInputStream;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as a stream that blocks its reader until more has come, and keeps the client
 * waiting while nobody reads: a few parts are in memory at the most. One thread reads.
 */
final class EmbeddedFrontBody extends BlockInputStream {
  /** How many parts, of 64 KiB each at the most, may wait to be read. */
  private static final int PARTS = 8;

  private final HttpServerRequest request;
  private final Context context;
  private final FlowingPayload payload;
  private final Queue<Buffer> parts = new ArrayDeque<>(PARTS);
  private boolean ended;
  private @Nullable Throwable failure;

  // Of the reading thread.
  private Buffer part = Buffer.buffer();
  private int at;
  private boolean asked;

  /**
   * @param payload compares the body with what its request's signature says of it
   */
  EmbeddedFrontBody(HttpServerRequest request, Context context, FlowingPayload payload) {
    this.request = request;
    this.context = context;
    this.payload = payload;
  }

  /** From now on nothing is read but what is asked for; called on the event loop. */
  void holdBack() {
    request.pause();
    request.exceptionHandler(this::failed);
    request.handler(this::came);
    request.endHandler(end -> ended());
  }

  /** What is left unread is thrown away; called on the event loop. */
  void letGo() {
    if (!request.isEnded()) {
      request.handler(ignored -> {});
      request.resume();
    }
  }

  private synchronized void came(Buffer next) {
    parts.add(next);
    notifyAll();
  }

  private synchronized void ended() {
    ended = true;
    notifyAll();
  }

  private synchronized void failed(Throwable cause) {
    failure = cause;
    notifyAll();
  }

  /** Why the body did not come to its end. */
  synchronized Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public int read(byte[] into, int start, int most) throws IOException {
    Objects.checkFromIndexSize(start, most, into.length);
    if (most == 0) {
      return 0;
    }
    if (at == part.length() && !next()) {
      payload.ends();
      return -1;
    }
    int count = Math.min(most, part.length() - at);
    part.getBytes(at, at + count, into, start);
    payload.passes(into, start, count);
    at += count;
    return count;
  }

  /** Waits for the next part; false at the end. */
  private boolean next() throws IOException {
    if (!asked) {
      asked = true;
      context.runOnContext(onLoop -> begin());
    }
    at = 0;
    part = Buffer.buffer();
    synchronized (this) {
      awaitMore();
      if (failure != null) {
        throw new IOException("the request's body did not come to its end", failure);
      }
      if (parts.isEmpty()) {
        return false;
      }
      part = parts.remove();
    }
    context.runOnContext(onLoop -> request.fetch(1));
    return true;
  }

  private void begin() {
    if (BodyReader.awaitsContinue(request) && !request.response().headWritten()) {
      request.response().writeContinue();
    }
    request.fetch(PARTS);
  }

  private synchronized void awaitMore() throws InterruptedIOException {
    try {
      while (parts.isEmpty() && !ended && failure == null) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("pushsim ends");
    }
  }
}
