package io.pushsim.api.outbound;

import io.pushsim.runtime.Network;
import io.pushsim.runtime.Network.Header;
import io.pushsim.runtime.Network.Listener;
import io.pushsim.runtime.Network.Request;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A request of a handler's under way. All but its {@link Call} methods is on one event loop. */
final class OutboundCall implements Network.Call {
  /** So much of a body may wait for the other side before the handler is held up. */
  private static final long MOST_WAITING = 256 * 1024;

  private final Context context;
  private final Request request;
  private final Listener listener;
  private final boolean hasBody;
  private final AtomicLong waiting = new AtomicLong();
  private final Queue<Buffer> parts = new ArrayDeque<>();
  private @Nullable HttpClientRequest sending;
  private @Nullable HttpClientResponse answer;
  private boolean complete;
  private boolean ended;
  private boolean over;

  OutboundCall(Context context, Request request, Listener listener) {
    this.context = context;
    this.request = request;
    this.listener = listener;
    hasBody = has(HttpHeaders.CONTENT_LENGTH) || has(HttpHeaders.TRANSFER_ENCODING);
    complete = !hasBody;
  }

  private boolean has(CharSequence name) {
    return request.headers().stream()
        .anyMatch(header -> header.name().equalsIgnoreCase(name.toString()));
  }

  void begin(HttpClient client, RequestOptions options) {
    context.runOnContext(
        now ->
            client
                .request(options)
                .onComplete(
                    result -> {
                      if (result.succeeded()) {
                        connected(result.result());
                      } else {
                        failed(result.cause());
                      }
                    }));
  }

  private void connected(HttpClientRequest to) {
    sending = to;
    if (over) {
      to.reset();
      return;
    }
    listener.connected();
    // What fails is told by the response, too.
    to.exceptionHandler(failure -> {});
    to.response()
        .onComplete(
            result -> {
              if (result.succeeded()) {
                answered(result.result());
              } else {
                failed(result.cause());
              }
            });
    for (Header header : request.headers()) {
      to.headers().add(header.name(), header.value());
    }
    if (hasBody) {
      to.setChunked(has(HttpHeaders.TRANSFER_ENCODING));
    }
    if (has(HttpHeaders.EXPECT)) {
      to.continueHandler(
          go -> {
            if (!over) {
              listener.continued();
            }
          });
    }
    if (hasBody) {
      to.writeHead();
    }
    send();
  }

  /** Sends what there is, as far as the connection takes it. */
  private void send() {
    HttpClientRequest to = sending;
    if (to == null || over) {
      return;
    }
    for (Buffer part = parts.peek(); part != null && !to.writeQueueFull(); part = parts.peek()) {
      parts.remove();
      to.write(part);
      if (waiting.getAndAdd(-part.length()) > MOST_WAITING && waiting.get() <= MOST_WAITING) {
        listener.drained();
      }
    }
    if (!parts.isEmpty()) {
      to.drainHandler(room -> send());
    } else if (complete && !ended) {
      ended = true;
      to.end();
    }
  }

  private void answered(HttpClientResponse from) {
    if (over) {
      return;
    }
    answer = from;
    from.pause();
    from.exceptionHandler(this::failed);
    from.handler(
        part -> {
          if (!over) {
            listener.received(part.getBytes());
          }
        });
    from.endHandler(
        end -> {
          if (!over) {
            over = true;
            listener.ended();
            giveUpUnread();
          }
        });
    List<Header> headers = new ArrayList<>();
    from.headers().forEach((name, value) -> headers.add(new Header(name, value)));
    listener.answered(from.statusCode(), from.statusMessage(), headers);
  }

  // The other side has said all without the rest, which would stand before the next request.
  private void giveUpUnread() {
    HttpClientRequest to = sending;
    if (!complete && to != null) {
      to.connection().close();
    }
  }

  private void failed(Throwable cause) {
    if (!over) {
      over = true;
      listener.failed(Failures.of(cause, request));
    }
  }

  @Override
  public boolean write(byte[] part) {
    long before = waiting.getAndAdd(part.length);
    context.runOnContext(
        now -> {
          parts.add(Buffer.buffer(part));
          send();
        });
    return before + part.length <= MOST_WAITING;
  }

  @Override
  public void end() {
    context.runOnContext(
        now -> {
          complete = true;
          send();
        });
  }

  @Override
  public void read() {
    context.runOnContext(
        now -> {
          if (answer != null && !over) {
            answer.fetch(1);
          }
        });
  }

  @Override
  public void abort() {
    context.runOnContext(
        now -> {
          over = true;
          parts.clear();
          if (sending != null) {
            sending.reset();
          }
        });
  }
}
