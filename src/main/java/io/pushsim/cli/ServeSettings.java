package io.pushsim.cli;

import io.pushsim.api.http.ClientLimits;
import io.pushsim.api.outbound.Peer;
import io.pushsim.arn.Scope;
import io.pushsim.eventsource.remote.WebhookTarget;
import io.pushsim.journal.Retention;
import io.pushsim.time.TimeScale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to serve: what the options of {@code serve} come to.
 *
 * @param port 0 for one that is free
 * @param home the account and region of whoever does not say
 * @param behaviour how the simulated AWS behaves
 * @param retention how long deliveries are kept
 * @param access who may use it
 * @param limits what clients may take
 * @param buckets those that stand before the first call, in {@code home}'s region
 * @param data the folder in which everything lasts; where there is none, it is in memory
 * @param sources what S3 servers tell, and how it is handed on
 * @param s3 the S3 server behind, where there is one
 */
public record ServeSettings(
    String host,
    int port,
    Scope home,
    Behaviour behaviour,
    Retention retention,
    ServeAccess access,
    ClientLimits limits,
    List<StandingBucket> buckets,
    Optional<Path> data,
    Optional<S3Settings> s3,
    EventSources sources) {

  public ServeSettings {
    buckets = List.copyOf(buckets);
  }

  /** On loopback, on a free port, in memory, for everybody, with limits that suit everybody. */
  public static ServeSettings onFreePort() {
    return new ServeSettings(
        "127.0.0.1",
        0,
        new Scope("111111111111", "us-east-1"),
        Behaviour.USUAL,
        Retention.USUAL,
        ServeAccess.OF_EVERYBODY,
        ClientLimits.defaults(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        EventSources.OF_WEBHOOK);
  }

  /** Where pushsim is, once it listens on this port. */
  ServedAddress address(int listened) {
    return new ServedAddress(host, listened);
  }

  /** What an S3 server must know of the webhook, once pushsim listens on this port. */
  WebhookTarget webhook(int listened) {
    return new WebhookTarget(address(listened).webhook(), access.webhookToken().isPresent());
  }

  public ServeSettings withPort(int other) {
    return new ServeSettings(
        host, other, home, behaviour, retention, access, limits, buckets, data, s3, sources);
  }

  public ServeSettings withHome(Scope other) {
    return new ServeSettings(
        host, port, other, behaviour, retention, access, limits, buckets, data, s3, sources);
  }

  public ServeSettings withSettle(Duration time) {
    return with(behaviour.withSettle(time));
  }

  public ServeSettings withConcurrency(int limit) {
    return with(behaviour.withConcurrency(limit));
  }

  public ServeSettings withKeepWarm(Duration time) {
    return with(behaviour.withKeepWarm(time));
  }

  public ServeSettings withTimeScale(TimeScale scale) {
    return with(behaviour.withTimeScale(scale));
  }

  /** With so many log events kept of each log group. */
  public ServeSettings withKeptLogs(int events) {
    return with(behaviour.withKeptLogs(events));
  }

  /** With this within reach of functions, beside AWS's endpoints. */
  public ServeSettings withReachable(List<Peer> peers) {
    return with(behaviour.withReachable(peers));
  }

  private ServeSettings with(Behaviour other) {
    return new ServeSettings(
        host, port, home, other, retention, access, limits, buckets, data, s3, sources);
  }

  public ServeSettings withRetention(Retention kept) {
    return new ServeSettings(
        host, port, home, behaviour, kept, access, limits, buckets, data, s3, sources);
  }

  public ServeSettings withAccess(ServeAccess who) {
    return new ServeSettings(
        host, port, home, behaviour, retention, who, limits, buckets, data, s3, sources);
  }

  public ServeSettings withLimits(ClientLimits other) {
    return new ServeSettings(
        host, port, home, behaviour, retention, access, other, buckets, data, s3, sources);
  }

  public ServeSettings withData(Path folder) {
    return new ServeSettings(
        host,
        port,
        home,
        behaviour,
        retention,
        access,
        limits,
        buckets,
        Optional.of(folder),
        s3,
        sources);
  }

  public ServeSettings withS3(S3Settings behind) {
    return new ServeSettings(
        host,
        port,
        home,
        behaviour,
        retention,
        access,
        limits,
        buckets,
        data,
        Optional.of(behind),
        sources);
  }

  public ServeSettings withSources(EventSources told) {
    return new ServeSettings(
        host, port, home, behaviour, retention, access, limits, buckets, data, s3, told);
  }

  public ServeSettings withBuckets(List<StandingBucket> standing) {
    return new ServeSettings(
        host, port, home, behaviour, retention, access, limits, standing, data, s3, sources);
  }
}
