package io.pushsim.api.outbound;

import io.pushsim.api.access.AwsHost;
import io.pushsim.runtime.Network;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The network of a simulator that listens: the endpoints of AWS are pushsim's own, whatever their
 * scheme, and so is its own address; beside that there is what it was told to let functions reach.
 */
public final class OutboundNetwork implements Network {
  private static final int CONNECT_MILLIS = 30_000;

  /** Shorter than servers keep an idle connection, so that none is used that is about to close. */
  private static final int IDLE_SECONDS = 10;

  private static final int CONNECTIONS = 4096;
  private static final int LARGEST_HEADERS = 64 * 1024;
  private static final int LARGEST_PART = 64 * 1024;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final Vertx vertx;
  private final HttpClient client;
  private final Supplier<Optional<SocketAddress>> own;
  private final List<Peer> allowed;

  /**
   * @param own where pushsim listens, once it does
   * @param allowed what else there is
   */
  public OutboundNetwork(Vertx vertx, Supplier<Optional<SocketAddress>> own, List<Peer> allowed) {
    this.vertx = vertx;
    this.own = own;
    this.allowed = List.copyOf(allowed);
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setDecompressionSupported(false)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setMaxChunkSize(LARGEST_PART),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  @Override
  public Call begin(Request request, Listener listener) {
    String host = request.host().toLowerCase(Locale.ROOT);
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setURI(request.target())
            .setHost(request.host())
            .setPort(request.port());
    Optional<SocketAddress> address = own.get();
    if (allowed.stream().anyMatch(peer -> peer.isAt(host, request.port()))) {
      options.setSsl(request.secure());
    } else if (address.isPresent() && isOwn(host, request.port(), address.get())) {
      options.setServer(address.get()).setSsl(false);
    } else {
      listener.failed(refused(host, request.port()));
      return Call.OVER;
    }
    OutboundCall call = new OutboundCall(vertx.getOrCreateContext(), request, listener);
    call.begin(client, options);
    return call;
  }

  private static boolean isOwn(String host, int port, SocketAddress address) {
    return AwsHost.of(host).isPresent()
        || (port == address.port() && (LOOPBACK.contains(host) || host.equals(address.host())));
  }

  private static Failure refused(String host, int port) {
    String peer = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    return new Failure(
        "EACCES",
        "connect EACCES %s: pushsim lets functions reach AWS's endpoints, which are its own, and nothing else: start it with --allow-net %s"
            .formatted(peer, peer));
  }
}
