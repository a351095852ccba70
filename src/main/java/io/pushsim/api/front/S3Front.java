package io.pushsim.api.front;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.access.Admission;
import io.pushsim.api.access.FlowingPayload;
import io.pushsim.api.access.RequestSigner;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.WireService;
import io.pushsim.api.http.WireService.StreamedTask;
import io.pushsim.api.s3.ObjectRequest;
import io.pushsim.api.s3.ObjectServer;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.pushsim.operation.Answer;
import io.pushsim.operation.Operations;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The front before an S3 server: every request of S3's passes as it is, and is answered by the
 * server, but for those about what a bucket notifies.
 */
public final class S3Front implements ObjectServer {
  private static final Set<String> KEPT =
      Set.of("PutBucketNotificationConfiguration", "GetBucketNotificationConfiguration");

  /** Of S3 servers that were not told another. */
  private static final String REGION = "us-east-1";

  private final Vertx vertx;
  private final Upstream server;
  private final Optional<RequestSigner> signer;
  private final Set<String> domains;
  private final KnownBuckets buckets;
  private final BucketNotifications notifications;

  /**
   * @param domains pushsim's names before which the server knows buckets, in lower case
   * @param notice gets told when the server cannot be reached, and when it can be again
   */
  public S3Front(
      Vertx vertx,
      RemoteSettings settings,
      Set<String> domains,
      KnownBuckets buckets,
      BucketNotifications notifications,
      Consumer<String> notice) {
    this.vertx = vertx;
    server = new Upstream(vertx, settings, notice);
    signer =
        settings
            .keys()
            .map(
                keys ->
                    new RequestSigner(
                        keys.accessKey(), keys.secretKey(), REGION, InstantSource.system()));
    this.domains = Set.copyOf(domains);
    this.buckets = buckets;
    this.notifications = notifications;
  }

  @Override
  public Optional<WireService.Task> task(ObjectRequest request) {
    if (KEPT.contains(request.operation())) {
      return Optional.empty();
    }
    checkRoute(request.exchange());
    return Optional.of(new Passed(request));
  }

  /** What passes, as the gateway carries it out. */
  private final class Passed implements StreamedTask {
    private final ObjectRequest request;

    private Passed(ObjectRequest request) {
      this.request = request;
    }

    @Override
    public String operation() {
      return request.operation();
    }

    @Override
    public void carryOut(Admission admission) {
      PassingHead head = head(admission);
      BucketTraffic traffic = new BucketTraffic(request, buckets);
      new Passage(request, server, head, traffic, vertx.getOrCreateContext()).begin();
    }

    /** The server judges the signature, unless it is a function's: that is pushsim's to judge. */
    private PassingHead head(Admission admission) {
      if (admission.caller().function().isEmpty()) {
        checkDomain(request);
        return PassingHead.asSent(request.exchange().request());
      }
      // What the function says of the body's hash is signed anew, and so the server's to compare.
      admission.verify(new FlowingPayload());
      return PassingHead.signedAnew(request, server.endpoint(), signer.orElseThrow(this::noKeys));
    }

    private SimulatorException noKeys() {
      return new SimulatorException(
          ErrorCode.S3_INVALID_REQUEST,
          "A function calls the S3 server at %s with credentials that pushsim has issued, and pushsim has no keys of its own for that server: start it with --s3-access-key and --s3-secret-key"
              .formatted(server.endpoint()));
    }
  }

  /** A server that does not know the domain would take the key's first part for the bucket. */
  private void checkDomain(ObjectRequest request) {
    request
        .domain()
        .filter(domain -> !domains.contains(domain))
        .ifPresent(
            domain -> {
              throw new SimulatorException(
                  ErrorCode.S3_INVALID_REQUEST,
                  "The bucket '%s' stands in the host, and pushsim does not know that the S3 server at %s looks for it there: address buckets by path, or tell the server the domain (MinIO: MINIO_DOMAIN=%s) and pushsim that it knows it (--s3-domain %3$s)"
                      .formatted(request.bucket().orElse(""), server.endpoint(), domain));
            });
  }

  private void checkRoute(Exchange exchange) {
    if (exchange.head().headers().getAll("Via").stream().anyMatch(server::isOwn)) {
      throw new SimulatorException(
          ErrorCode.S3_INVALID_REQUEST,
          "The request has passed here before: --s3 %s leads back to pushsim; name the S3 server itself"
              .formatted(server.endpoint()));
    }
  }

  /** The server told of an event of this bucket. Does not block. */
  public void toldOf(String bucket) {
    buckets.toldOf(bucket);
  }

  @Override
  public CompletionStage<Answer> carryOut(
      Operations operations, String operation, ObjectNode parameters, Scope caller) {
    return notifications.carryOut(operation, parameters, caller);
  }
}
