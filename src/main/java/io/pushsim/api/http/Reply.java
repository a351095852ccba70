package io.pushsim.api.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one answer to a request. It may be sent on any thread; a second one is ignored, as is one to
 * a client who has gone. With it the memory of the request's body is free again.
 */
final class Reply {
  /** Answers of at least so many bytes count as memory in use until their client has read them. */
  private static final int LARGE = 64 * 1024;

  private final HttpServerRequest request;
  private final Context context;
  private final BodyBudget.Share memory;
  private final Observation observer;
  private final AtomicBoolean sent = new AtomicBoolean();

  /**
   * @param observer gets the answer once it is sent
   */
  Reply(HttpServerRequest request, Context context, BodyBudget.Share memory, Observation observer) {
    this.request = request;
    this.context = context;
    this.memory = memory;
    this.observer = observer;
  }

  @SuppressWarnings("ReferenceEquality") // a context is itself
  void send(Exchange.Answer answer) {
    if (!sent.compareAndSet(false, true)) {
      return;
    }
    memory.giveBack();
    if (context.equals(Vertx.currentContext())) {
      write(answer);
    } else {
      context.runOnContext(onLoop -> write(answer));
    }
  }

  /** Ends without an answer, since there is nobody to read it. */
  void abandon() {
    sent.set(true);
    memory.giveBack();
  }

  /**
   * Observes an answer that is written to the response itself, from here on. One that has begun and
   * then fails cannot be told so: its connection is closed.
   */
  void watchStream() {
    HttpServerResponse response = request.response();
    response.endHandler(
        end -> {
          if (sent.compareAndSet(false, true)) {
            memory.giveBack();
            observer.answered(
                response.getStatusCode(), request.bytesRead(), response.bytesWritten());
          }
        });
  }

  private void write(Exchange.Answer answer) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      request.connection().close();
      return;
    }
    observer.answered(answer);
    try {
      response.setStatusCode(answer.status());
      answer.headers().forEach(response::putHeader);
      end(response, answer.body());
    } catch (RuntimeException e) {
      // Such as a header that HTTP cannot carry. Nobody is to wait for an answer that never comes.
      request.connection().close();
      throw e;
    }
  }

  private void end(HttpServerResponse response, byte[] body) {
    if (body.length == 0) {
      response.end();
    } else if (body.length < LARGE) {
      response.end(Buffer.buffer(body));
    } else {
      BodyBudget.Share unread = memory.another();
      unread.take(body.length);
      response.end(Buffer.buffer(body)).onComplete(written -> unread.giveBack());
    }
  }
}
