package io.pushsim.api.front;

import io.pushsim.api.http.BodyReader;
import io.pushsim.api.s3.ObjectRequest;
import io.pushsim.error.SimulatorException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;

/**
 * One request on its way to the S3 server and its answer on the way back, each part as it comes and
 * as the other side is ready for it. Whoever goes away takes the other's connection along.
 * Everything happens on the request's event loop.
 */
final class Passage {
  /** How long the server may take to ask for a body that its client wants to be asked for. */
  private static final long MILLIS_UNTIL_ASKED = 1000;

  private static final String CONTINUE = "100-continue";
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final ObjectRequest wanted;
  private final Upstream server;
  private final PassingHead head;
  private final BucketTraffic traffic;
  private final Context context;
  private final HttpServerRequest request;
  private final HttpServerResponse response;

  private Optional<HttpClientRequest> upstream = Optional.empty();
  private boolean bodyAsked;
  private boolean bodySent;

  /** Nothing that comes now matters any more. */
  private boolean over;

  /**
   * @param head as the server gets it
   * @param traffic decides whether the request may pass, sees its body, and is waited for before
   *     the answer goes on
   * @param context the request's
   */
  Passage(
      ObjectRequest wanted,
      Upstream server,
      PassingHead head,
      BucketTraffic traffic,
      Context context) {
    this.context = context;
    this.wanted = wanted;
    this.server = server;
    this.head = head;
    this.traffic = traffic;
    this.request = wanted.exchange().request();
    this.response = request.response();
  }

  void begin() {
    server.passageBegins();
    request.pause();
    request.exceptionHandler(this::bodyFailed);
    response.closeHandler(closed -> clientWent());
    Future.fromCompletionStage(traffic.checkOwner(), context)
        .onFailure(this::refuse)
        .onSuccess(
            may ->
                server
                    .request(request.method(), head.target())
                    .onSuccess(this::connected)
                    .onFailure(this::serverFailed));
  }

  private void connected(HttpClientRequest to) {
    upstream = Optional.of(to);
    if (over) {
      to.reset();
      return;
    }
    // What fails is told by the response, too.
    to.exceptionHandler(failure -> {});
    to.response().onSuccess(from -> answerBegins(to, from)).onFailure(this::serverFailed);
    to.headers().addAll(head.headers());
    to.headers().add("Via", server.via());
    boolean chunked = request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    if (!chunked && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
      bodySent = true;
      to.end();
      request.resume();
      return;
    }
    to.setChunked(chunked);
    if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      to.continueHandler(asked -> askForBody(to));
      to.writeHead();
      context.owner().setTimer(MILLIS_UNTIL_ASKED, late -> askForBody(to));
    } else {
      passBody(to);
    }
  }

  private void askForBody(HttpClientRequest to) {
    if (!over && !bodyAsked && !response.headWritten()) {
      bodyAsked = true;
      response.writeContinue();
      passBody(to);
    }
  }

  private void passBody(HttpClientRequest to) {
    to.setWriteQueueMaxSize(server.mostWaiting());
    request.handler(
        part -> {
          if (over) {
            return;
          }
          traffic.sees(part);
          to.write(part);
          if (to.writeQueueFull()) {
            request.pause();
            to.drainHandler(room -> request.resume());
          }
        });
    request.endHandler(
        end -> {
          if (!over) {
            bodySent = true;
            to.end();
          }
        });
    request.resume();
  }

  private void answerBegins(HttpClientRequest to, HttpClientResponse from) {
    server.reached();
    Faucet faucet = Faucet.of(to.connection());
    faucet.close();
    from.pause();
    from.exceptionHandler(this::serverFailed);
    Future.fromCompletionStage(traffic.answered(from.statusCode()), context)
        .onComplete(
            known -> {
              if (!over) {
                beginAnswer(to, from, faucet);
              }
            });
  }

  /** Nobody is to wait for an answer that HTTP cannot carry. */
  private void beginAnswer(HttpClientRequest to, HttpClientResponse from, Faucet faucet) {
    try {
      passAnswer(to, from, faucet);
    } catch (RuntimeException e) {
      end();
      to.reset();
      request.connection().close();
      throw e;
    }
  }

  private void passAnswer(HttpClientRequest to, HttpClientResponse from, Faucet faucet) {
    response.setStatusCode(from.statusCode()).setStatusMessage(from.statusMessage());
    PassedHeaders.copy(from.headers(), response.headers());
    response.setWriteQueueMaxSize(server.mostWaiting());
    boolean framed = from.headers().contains(HttpHeaders.CONTENT_LENGTH);
    response.setChunked(
        !framed && mayHaveBody(from.statusCode()) && request.version() == HttpVersion.HTTP_1_1);
    from.handler(
        part -> {
          if (over) {
            return;
          }
          response.write(part);
          if (response.writeQueueFull()) {
            faucet.close();
            response.drainHandler(room -> faucet.open());
          }
        });
    from.endHandler(
        end -> {
          response.drainHandler(null);
          faucet.open();
          answerEnded(to);
        });
    from.resume();
    faucet.open();
  }

  private boolean mayHaveBody(int status) {
    return !request.method().equals(HttpMethod.HEAD)
        && status != NO_CONTENT
        && status != NOT_MODIFIED;
  }

  private void answerEnded(HttpClientRequest to) {
    if (over) {
      return;
    }
    end();
    response.end();
    if (!bodySent) {
      // The server has said all without the rest, which would stand before the next request.
      to.connection().close();
      drain();
    }
  }

  private void clientWent() {
    end();
    upstream.ifPresent(HttpClientRequest::reset);
  }

  private void bodyFailed(Throwable failure) {
    Optional<SimulatorException> refusal = BodyReader.refusal(wanted.service(), failure);
    if (refusal.isEmpty()) {
      clientWent();
    } else if (!over) {
      end();
      upstream.ifPresent(HttpClientRequest::reset);
      wanted.refuse(refusal.get());
    }
  }

  private void serverFailed(Throwable failure) {
    if (!over) {
      refuse(server.failed(failure));
    }
  }

  /** Where the answer has begun, nothing but the connection's end can tell that it is not whole. */
  private void refuse(Throwable refusal) {
    if (over) {
      return;
    }
    end();
    upstream.ifPresent(HttpClientRequest::reset);
    if (response.headWritten()) {
      request.connection().close();
    } else {
      response.headers().clear();
      response.setChunked(false);
      wanted.refuse(refusal);
      drain();
    }
  }

  private void end() {
    if (!over) {
      over = true;
      server.passageEnds();
    }
  }

  /** What is left of a body nobody wants any more; where it is long, the connection is closed. */
  private void drain() {
    if (!request.isEnded()) {
      request.handler(part -> {});
      request.resume();
    }
  }
}
