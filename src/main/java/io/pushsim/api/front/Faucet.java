package io.pushsim.api.front;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Lets the server's bytes come, or not. Vert.x's own pause reads a little more, keeps it, and loses
 * it where the server closes its connection meanwhile, as servers do behind an answer with {@code
 * Connection: close}; what is not read at all cannot be lost.
 */
record Faucet(Channel channel) {

  static Faucet of(HttpConnection connection) {
    return new Faucet(((ConnectionBase) connection).channel());
  }

  void close() {
    channel.config().setAutoRead(false);
  }

  void open() {
    channel.config().setAutoRead(true);
  }
}
