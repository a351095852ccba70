package io.pushsim.api.front;

import io.pushsim.eventsource.embedded.ObjectAnswer;
import io.pushsim.eventsource.embedded.ObjectCall.Header;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * An answer that blocks its writer while the client does not read: a few parts are in memory at the
 * most. One thread writes.
 */
final class EmbeddedFrontAnswer implements ObjectAnswer {
  /** How many parts may be on their way to the client. */
  private static final int PARTS = 8;

  private static final int PART = 64 * 1024;

  private final HttpServerRequest request;
  private final Context context;
  private final Semaphore room = new Semaphore(PARTS);
  private volatile boolean begun;
  private volatile boolean broken;

  EmbeddedFrontAnswer(HttpServerRequest request, Context context) {
    this.request = request;
    this.context = context;
  }

  /** Whether it is too late for another answer. */
  boolean hasBegun() {
    return begun;
  }

  @Override
  public OutputStream begin(int status, List<Header> headers) {
    begun = true;
    context.runOnContext(onLoop -> writeHead(status, headers));
    return new Parts();
  }

  private void writeHead(int status, List<Header> headers) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      broken = true;
      return;
    }
    response.setStatusCode(status);
    headers.forEach(header -> response.headers().add(header.name(), header.value()));
  }

  private void write(Buffer part) {
    HttpServerResponse response = request.response();
    if (broken || response.ended() || response.closed()) {
      broken = true;
      room.release();
      return;
    }
    if (!response.headWritten() && !response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
      response.setChunked(true);
    }
    response
        .write(part)
        .onComplete(
            written -> {
              broken |= written.failed();
              room.release();
            });
  }

  private void end() {
    HttpServerResponse response = request.response();
    if (!broken && !response.ended() && !response.closed()) {
      response.end();
    }
  }

  /** The body, which goes out in parts. */
  private final class Parts extends OutputStream {
    private final byte[] part = new byte[PART];
    private int length;

    @Override
    public void write(int unit) throws IOException {
      write(new byte[] {(byte) unit}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) throws IOException {
      for (int done = 0; done < count; ) {
        int some = Math.min(count - done, PART - length);
        System.arraycopy(bytes, start + done, part, length, some);
        length += some;
        done += some;
        if (length == PART) {
          send();
        }
      }
    }

    private void send() throws IOException {
      if (length == 0) {
        return;
      }
      try {
        room.acquire();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("pushsim ends");
      }
      if (broken) {
        room.release();
        throw new IOException("the client reads no more");
      }
      Buffer full = Buffer.buffer(length).appendBytes(part, 0, length);
      length = 0;
      context.runOnContext(onLoop -> EmbeddedFrontAnswer.this.write(full));
    }

    @Override
    public void close() throws IOException {
      send();
      context.runOnContext(onLoop -> end());
    }
  }
}
