package io.pushsim.api.http;

import io.netty.channel.Channel;
import io.pushsim.time.HttpDate;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds what clients may take: how many connections, and on each of them how much time. Safe for
 * use by several event loops.
 */
public final class ConnectionGuard {
  private final ClientLimits limits;
  private final Set<ConnectionWatch> watches = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private volatile Dated dated = new Dated(0, "");

  /** A second, and how answers write it. */
  private record Dated(long second, String text) {}

  public ConnectionGuard(ClientLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes a new connection. Where there are as many as there may be, the one that has been idle for
   * longest makes room; where none is idle, the new one is closed without an answer, and clients
   * try again.
   */
  public void admit(HttpConnection connection) {
    // Vert.x itself has no limit for heads and bodies, and its idle timeout would cut invocations.
    ConnectionBase base = (ConnectionBase) connection;
    Channel channel = base.channel();
    if (watches.size() >= limits.connections() && !makeRoom()) {
      connection.close();
      return;
    }
    ConnectionWatch watch = new ConnectionWatch(this, limits);
    watches.add(watch);
    channel.pipeline().addBefore(base.channelHandlerContext().name(), "watch", watch);
  }

  private boolean makeRoom() {
    long now = System.nanoTime();
    Optional<ConnectionWatch> longestIdle =
        watches.stream()
            .filter(ConnectionWatch::isIdle)
            .max(Comparator.comparingLong(watch -> now - watch.idleSince()));
    longestIdle.ifPresent(ConnectionWatch::giveUp);
    return longestIdle.isPresent();
  }

  void remove(ConnectionWatch watch) {
    watches.remove(watch);
  }

  /** How many connections there are. */
  public int connections() {
    return watches.size();
  }

  /** The time, as the header {@code Date} has it. */
  String date() {
    long second = System.currentTimeMillis() / 1000;
    Dated known = dated;
    if (known.second() != second) {
      known = new Dated(second, HttpDate.of(Instant.ofEpochSecond(second)));
      dated = known;
    }
    return known.text();
  }

  boolean isStopping() {
    return stopping;
  }

  /** From now on connections are closed without waiting for what their clients still send. */
  public void stop() {
    stopping = true;
    watches.forEach(ConnectionWatch::stop);
  }
}
