package io.pushsim.cli;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.pushsim.api.access.AwsHost;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.WireHead;
import io.pushsim.runtime.Network;
import io.pushsim.time.HttpDate;
import io.pushsim.time.Scheduler;
import io.vertx.core.MultiMap;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The network of a simulator without a port: AWS's endpoints are the simulator itself, in the
 * process, and there is nothing else. A request is carried out as a task of its own, when the
 * handler that makes it has run as far as it can.
 */
final class LocalNetwork implements Network {
  private final Scheduler scheduler;
  private final Endpoint endpoint;

  /** What answers for AWS. */
  interface Endpoint {
    void carryOut(WireHead head, byte[] body, Consumer<Exchange.Answer> answer);
  }

  /**
   * @param scheduler on whose thread requests are carried out and answered
   */
  LocalNetwork(Scheduler scheduler, Endpoint endpoint) {
    this.scheduler = scheduler;
    this.endpoint = endpoint;
  }

  @Override
  public Call begin(Request request, Listener listener) {
    String host = request.host().toLowerCase(Locale.ROOT);
    if (AwsHost.of(host).isEmpty()) {
      String peer = host + ":" + request.port();
      listener.failed(
          new Failure(
              "EACCES",
              "connect EACCES %s: a simulator without a port lets functions reach AWS's endpoints, which are its own, and nothing else"
                  .formatted(peer)));
      return Call.OVER;
    }
    return new Pending(request, listener);
  }

  /** A request that is gathered, and its answer that is handed out. */
  private final class Pending implements Call {
    private final Request request;
    private final Listener listener;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private byte[] answer = new byte[0];
    private boolean told;
    private volatile boolean aborted;

    Pending(Request request, Listener listener) {
      this.request = request;
      this.listener = listener;
      if (request.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("expect"))) {
        listener.continued();
      }
    }

    @Override
    public boolean write(byte[] part) {
      body.writeBytes(part);
      return true;
    }

    @Override
    public void end() {
      soon(() -> endpoint.carryOut(head(), body.toByteArray(), this::answered));
    }

    private WireHead head() {
      MultiMap headers = MultiMap.caseInsensitiveMultiMap();
      request.headers().forEach(header -> headers.add(header.name(), header.value()));
      return WireHead.of(request.method(), request.target(), headers);
    }

    private void answered(Exchange.Answer given) {
      soon(
          () -> {
            answer = given.body();
            listener.answered(given.status(), reason(given.status()), headers(given));
          });
    }

    private static String reason(int status) {
      return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    private List<Header> headers(Exchange.Answer given) {
      List<Header> headers = new ArrayList<>();
      given.headers().forEach((name, value) -> headers.add(new Header(name, value)));
      if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("content-length"))) {
        headers.add(new Header("Content-Length", String.valueOf(given.body().length)));
      }
      headers.add(new Header("Date", HttpDate.of(scheduler.instant())));
      return headers;
    }

    private void soon(Runnable task) {
      scheduler.at(
          scheduler.instant(),
          () -> {
            if (!aborted) {
              task.run();
            }
          });
    }

    @Override
    public void read() {
      if (!told && answer.length > 0) {
        told = true;
        listener.received(answer);
      } else {
        listener.ended();
      }
    }

    @Override
    public void abort() {
      aborted = true;
    }
  }
}
