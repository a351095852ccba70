package io.pushsim.api.http;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Reads a request's body into memory, as far as its limit and the budget of all bodies allow. It
 * begins on the request's event loop, in the request's handler.
 */
public final class BodyReader {
  /** Of a body that nobody wants, so much is read before its request is answered. */
  private static final int LARGEST_TO_SKIP = 64 * 1024;

  private final WireService service;
  private final HttpServerRequest request;
  private final BodyLimit limit;
  private final BodyBudget budget;
  private final BodyBudget.Share share;
  private final Body body = new Body();
  private final Promise<Body> read = Promise.promise();

  private BodyReader(
      WireService service,
      HttpServerRequest request,
      BodyLimit limit,
      BodyBudget budget,
      BodyBudget.Share share) {
    this.service = service;
    this.request = request;
    this.limit = limit;
    this.budget = budget;
    this.share = share;
  }

  /**
   * The body; its memory is taken as the share. Fails with a refusal as soon as it is known to be
   * too large, more than there is room for, too slow or broken, and with {@link ClientGone}.
   */
  static Future<Body> read(
      WireService service,
      HttpServerRequest request,
      BodyLimit limit,
      BodyBudget budget,
      BodyBudget.Share share) {
    return new BodyReader(service, request, limit, budget, share).read();
  }

  private Future<Body> read() {
    long declared = declaredLength(request);
    if (declared > limit.bytes()) {
      return Future.failedFuture(limit.refusal().get());
    }
    if (declared > budget.bytes()) {
      return Future.failedFuture(tooLargeForMemory(declared));
    }
    if (budget.isExhausted() || !share.tryTake(declared)) {
      return Future.failedFuture(service.tooBusy());
    }
    if (awaitsContinue(request)) {
      request.response().writeContinue();
    }
    request.exceptionHandler(failure -> read.tryFail(failure(service, failure)));
    request.handler(part -> add(part, declared));
    request.endHandler(end -> read.tryComplete(body));
    return read.future();
  }

  private void add(Buffer part, long declared) {
    if (read.future().isComplete()) {
      return;
    }
    if (body.length() + part.length() > limit.bytes()) {
      read.tryFail(limit.refusal().get());
    } else if (declared == 0 && !share.tryTake(part.length())) {
      read.tryFail(service.tooBusy());
    } else {
      body.add(part);
    }
  }

  private SimulatorException tooLargeForMemory(long declared) {
    return new SimulatorException(
        limit.refusal().get().code(),
        "A body of %d bytes is more than the %d that pushsim has memory for; start it with a larger heap"
            .formatted(declared, budget.bytes()));
  }

  private static Throwable failure(WireService service, Throwable failure) {
    return refusal(service, failure).<Throwable>map(refused -> refused).orElseGet(ClientGone::new);
  }

  /**
   * What is answered to a client whose body cannot be read to its end, in the service's words where
   * it is a matter of time; empty where the client has gone.
   *
   * @param failure as the request's exception handler got it
   */
  public static Optional<SimulatorException> refusal(WireService service, Throwable failure) {
    if (failure instanceof HttpClosedException) {
      return Optional.empty();
    }
    return Optional.of(
        failure instanceof ConnectionWatch.SlowBody
            ? service.tooSlow()
            : new SimulatorException(
                ErrorCode.BAD_REQUEST,
                "The request's body is broken: " + HttpRefusals.reason(failure)));
  }

  /**
   * Waits for the end of a body that nobody wants, so that its connection stays good for a next
   * request: unless the client waits to be asked for it, or it is large.
   */
  public static Future<Void> skip(HttpServerRequest request) {
    if (request.isEnded()
        || awaitsContinue(request)
        || declaredLength(request) > LARGEST_TO_SKIP
        || !hasBody(request)) {
      return Future.succeededFuture();
    }
    Promise<Void> skipped = Promise.promise();
    long[] length = {0};
    request.exceptionHandler(failure -> skipped.tryComplete());
    request.handler(
        part -> {
          length[0] += part.length();
          if (length[0] > LARGEST_TO_SKIP) {
            skipped.tryComplete();
          }
        });
    request.endHandler(end -> skipped.tryComplete());
    return skipped.future();
  }

  private static boolean hasBody(HttpServerRequest request) {
    return declaredLength(request) > 0 || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /** Whether the client sends its body only once it is asked to. */
  public static boolean awaitsContinue(HttpServerRequest request) {
    return HeadRules.CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
  }

  /** The length that the head says, which the codec has checked; 0 if it says none. */
  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  /** The failure of a request whose client closed its connection. */
  static final class ClientGone extends Exception {
    private static final long serialVersionUID = 1L;

    ClientGone() {
      super("the client has gone", null, false, false);
    }
  }
}
