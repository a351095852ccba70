package io.pushsim.eventsource.embedded;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The objects of pushsim's own buckets: does what S3's requests ask for and accepts an event for
 * each change before it is answered. It blocks while it works. Safe for many threads.
 */
public final class EmbeddedS3 {
  /** The largest body that is held in memory: one that lists parts, or keys to delete. */
  static final int LARGEST_DOCUMENT = 4 << 20;

  private static final String COMPLETE = "CompleteMultipartUpload";

  /** What it carries out. */
  private static final Set<String> OPERATIONS =
      Set.of(
          "AbortMultipartUpload",
          COMPLETE,
          "CopyObject",
          "CreateMultipartUpload",
          "DeleteObject",
          "DeleteObjects",
          "GetBucketVersioning",
          "GetObject",
          "GetObjectAttributes",
          "HeadObject",
          "ListMultipartUploads",
          "ListObjectVersions",
          "ListObjects",
          "ListObjectsV2",
          "ListParts",
          "PostObject",
          "PutBucketVersioning",
          "PutObject",
          "UploadPart",
          "UploadPartCopy");

  private static final String TRACE = "x-amzn-trace-id";

  /** Accepts events. */
  public interface Acceptance {
    /**
     * Accepts one; completes once it is durable.
     *
     * @param trace the trace header of the request that changed the object
     */
    CompletionStage<Void> accept(ObjectEvent event, Optional<String> trace);
  }

  private final NamedBlobStore store;
  private final BucketGuard guard;
  private final Handlers handlers;
  private final KeyLocks locks = new KeyLocks();
  private final Sequence sequence;
  private final InstantSource clock;
  private final Acceptance events;
  private final Set<Events.ObjectName> owed = ConcurrentHashMap.newKeySet();

  /**
   * @param files where the objects lie
   * @param buckets tells which buckets there are
   * @param events accepts what is to be told
   * @param clock by which events are put in order
   */
  public EmbeddedS3(
      ObjectFiles files,
      Function<String, Optional<Bucket>> buckets,
      Acceptance events,
      InstantSource clock) {
    store = new NamedBlobStore(files.store());
    guard = new BucketGuard(store, buckets);
    sequence = new Sequence(clock);
    this.clock = clock;
    this.events = events;
    handlers = new Handlers(store);
  }

  /** Whether it carries out an operation of S3's, by its name in S3's API model. */
  public static boolean carriesOut(String operation) {
    return OPERATIONS.contains(operation);
  }

  /**
   * Carries out a request and answers it, unless it fails.
   *
   * @param sent the body as it was sent; is not closed
   * @throws SimulatorException where S3 would refuse it, and {@link ObjectRefusal} likewise:
   *     nothing has been answered then
   * @throws IOException where the client sends or reads no more
   */
  public void serve(ObjectCall call, InputStream sent, ObjectAnswer answer) throws IOException {
    try {
      if (call.operation().equals("PostObject")) {
        FormFields form = FormFields.read(call, sent);
        ObjectCall own = call.by(call.signatures().admit(form.fields()));
        serve(own, answer, (objects, held) -> new PostedForm(own, form, objects).carryOut(held));
      } else {
        serve(call, answer, (objects, held) -> carryOut(call, sent, objects, held));
      }
    } catch (RuntimeException | IOException failure) {
      if (Refusals.of(failure, call.isReading()) instanceof RuntimeException told) {
        throw told;
      }
      throw failure;
    }
  }

  private interface Work {
    void carryOut(EventingBlobStore objects, HeldAnswer held) throws IOException;
  }

  private void serve(ObjectCall call, ObjectAnswer answer, Work work) throws IOException {
    Checks.owner(call, guard.require(call.bucket(), call.caller().account()));
    Checks.key(call.decodedKey());
    Events told =
        new Events(call, sequence, clock, event -> events.accept(event, call.header(TRACE)), owed);
    EventingBlobStore objects = new EventingBlobStore(store, told, locks, guard);
    HeldAnswer held = new HeldAnswer(call, answer, told::awaitDurable);
    work.carryOut(objects, held);
    Optional<RuntimeException> failure = objects.failure();
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (call.operation().equals(COMPLETE) && held.status() == 200 && told.areNone()) {
      objects.tellOfCompleted(call.bucket(), call.decodedKey());
    }
    held.end();
  }

  private void carryOut(
      ObjectCall call, InputStream sent, EventingBlobStore objects, HeldAnswer held)
      throws IOException {
    ObjectBody body = ObjectBody.of(call, Checks.headers(call), sent);
    HttpServletRequest request = ServletForm.of(new ServletRequestForm(call, body.headers()));
    handlers.handle(request, ServletForm.of(new ServletAnswerForm(held)), body.content(), objects);
  }

  /**
   * Opens an object for pushsim itself; the caller closes it.
   *
   * @param version empty for the current one
   * @throws SimulatorException NoSuchKey, or as S3 answers a version that there is not
   */
  public InputStream open(String bucket, String key, Optional<String> version) {
    try {
      return store.getBlob(
          GetObjectRequest.builder()
              .bucket(bucket)
              .key(key)
              .versionId(version.orElse(null))
              .build());
    } catch (RuntimeException failure) {
      throw told(failure, key);
    }
  }

  private static RuntimeException told(RuntimeException failure, String key) {
    Throwable told = Refusals.of(failure, false);
    if (told instanceof ObjectRefusal refusal) {
      return refusal.code().equals("NoSuchVersion")
          ? new SimulatorException(ErrorCode.S3_NO_SUCH_VERSION, refusal.message())
          : S3Errors.noSuchKey(key);
    }
    return told instanceof RuntimeException as ? as : failure;
  }

  /**
   * Writes an object for pushsim itself, and returns once its event is durable.
   *
   * @param content JSON
   * @param principalId who writes it, as the event names it
   * @param accept accepts the event; completes once it is durable
   * @throws SimulatorException where S3 would refuse it, and {@link ObjectRefusal} likewise
   */
  public void write(
      String bucket,
      String key,
      byte[] content,
      String principalId,
      Function<ObjectEvent, CompletionStage<Void>> accept) {
    ObjectCall call = OwnCall.put(guard.require(bucket), key, principalId);
    Events told = new Events(call, sequence, clock, accept, owed);
    try {
      new EventingBlobStore(store, told, locks, guard)
          .putBlob(
              PutObjectRequest.builder()
                  .bucket(bucket)
                  .key(key)
                  .contentType("application/json")
                  .contentLength((long) content.length)
                  .build(),
              new ByteArrayInputStream(content));
    } catch (RuntimeException failure) {
      throw Refusals.of(failure, false) instanceof RuntimeException refusal ? refusal : failure;
    }
    told.awaitDurable();
  }

  /** A bucket is about to be made: it will be empty. */
  public void create(String bucket) {
    guard.create(bucket);
  }

  /**
   * A bucket is about to go: nothing comes into it any more.
   *
   * @throws SimulatorException BucketNotEmpty: it stays
   */
  public void delete(String bucket) {
    guard.delete(bucket);
  }

  /** These buckets are about to go, with all that is in them. */
  public void clear(Collection<String> buckets) {
    guard.clear(buckets);
  }

  /** How many keys are being changed. */
  long changing() {
    return locks.held();
  }
}
