package io.pushsim.cli;

import io.pushsim.eventsource.remote.RemoteObjects;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.pushsim.load.remote.ObjectTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Clients of an S3 server, each made when it is needed first. */
final class S3Clients implements ObjectTarget.Clients, AutoCloseable {
  /** A pushsim that does not verify signatures knows its callers by their access key. */
  private static final String ANY_SECRET = "pushsim-load";

  private final RemoteSettings server;
  private final UnaryOperator<String> owners;
  private final Map<String, RemoteObjects> byAccessKey = new HashMap<>();

  /**
   * @param server with keys of its own, where it has some
   * @param owners of buckets: the account in whose name they are used where there are no keys
   */
  S3Clients(RemoteSettings server, UnaryOperator<String> owners) {
    this.server = server;
    this.owners = owners;
  }

  @Override
  public synchronized RemoteObjects ofBucket(String bucket) {
    RemoteSettings.Keys keys =
        server.keys().orElseGet(() -> new RemoteSettings.Keys(owners.apply(bucket), ANY_SECRET));
    return byAccessKey.computeIfAbsent(keys.accessKey(), first -> new RemoteObjects(server, keys));
  }

  @Override
  public synchronized void close() {
    byAccessKey.values().forEach(RemoteObjects::close);
  }
}
