package io.pushsim.cli;

import io.pushsim.api.front.EmbeddedFront;
import io.pushsim.api.front.EmbeddedFrontThreads;
import io.pushsim.api.s3.ObjectServer;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.EventRouter;
import io.pushsim.eventsource.embedded.EmbeddedS3;
import io.pushsim.eventsource.embedded.ObjectFiles;
import io.pushsim.invocation.destination.ObjectWriter;
import io.pushsim.operation.BucketContents;
import io.pushsim.operation.CodeObjects;
import io.pushsim.time.Scheduler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a served simulator's buckets, which are kept within it. What keeps them takes a
 * second of a processor to start: it does so when it is needed, or when everybody has had the time
 * to begin with something else.
 */
final class EmbeddedObjects implements CodeObjects, BucketContents, ObjectWriter, AutoCloseable {
  /** The part of the heap, one in so many, that objects in memory may fill. */
  private static final int MEMORY_SHARE = 4;

  /** How many requests about objects are carried out at once, and how many may wait. */
  private static final int AT_ONCE = 64;

  private static final int WAITING = 1024;

  /** After so long it starts although nobody has asked for an object. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** How long what is cut off at the end may take to notice. */
  private static final Duration MOMENT = Duration.ofMillis(500);

  private final Optional<Path> folder;
  private final ObjectFiles files;
  private final ThreadPoolExecutor threads = EmbeddedFrontThreads.pool(AT_ONCE, WAITING);
  private @Nullable Supplier<EmbeddedS3> starting;
  private volatile @Nullable EventRouter events;
  private volatile @Nullable EmbeddedS3 started;

  private EmbeddedObjects(Optional<Path> folder, ObjectFiles files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * Objects in a folder; in memory where there is none, or where its file system cannot keep
   * objects, which is no reason to do without all else.
   *
   * @param folder where the objects lie
   * @param notice gets told where they are in memory instead
   * @throws SimulatorException InvalidInput where the folder cannot be used: the message says why
   */
  static EmbeddedObjects in(Optional<Path> folder, Consumer<String> notice) {
    if (folder.isEmpty()) {
      return new EmbeddedObjects(folder, ObjectFiles.inMemory(mostBytes()));
    }
    try {
      return new EmbeddedObjects(folder, ObjectFiles.in(folder.get()));
    } catch (ObjectFiles.NoAttributes e) {
      notice.accept(
          "Objects are kept in memory, and are gone when pushsim ends: %s. Name a folder on another file system by --data, or an S3 server by --s3."
              .formatted(e.getMessage()));
      return new EmbeddedObjects(Optional.empty(), ObjectFiles.inMemory(mostBytes()));
    } catch (IOException e) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "objects cannot be kept in '%s': %s; look after that disk, or name another folder by --data"
              .formatted(folder.get(), e.getMessage()));
    }
  }

  /** Where the objects are: in memory where it is empty. */
  Optional<Path> folder() {
    return folder;
  }

  /** How much of memory objects may take that are not on disk. */
  static long mostBytes() {
    return Runtime.getRuntime().maxMemory() / MEMORY_SHARE;
  }

  /**
   * Gives the simulator's buckets objects, and accepts its events.
   *
   * @param clock by which events are told and put in order
   * @param machine by which it starts after a pause
   */
  synchronized void startFor(Simulator simulator, InstantSource clock, Scheduler machine) {
    events = simulator.events();
    starting =
        () ->
            new EmbeddedS3(
                files,
                simulator.state().buckets()::find,
                (event, trace) -> simulator.events().accept(event, simulator.chains().of(trace)),
                clock);
    machine.at(machine.instant().plus(PAUSE), this::warmUp);
  }

  private void warmUp() {
    if (!threads.isShutdown()) {
      threads.execute(this::objects);
    }
  }

  private EmbeddedS3 objects() {
    EmbeddedS3 known = started;
    return known == null ? start() : known;
  }

  private synchronized EmbeddedS3 start() {
    EmbeddedS3 known = started;
    if (known == null) {
      if (starting == null) {
        throw new IllegalStateException("objects are asked for before their buckets are there");
      }
      known = starting.get();
      started = known;
    }
    return known;
  }

  /** Serves them, of the simulator's buckets. */
  ObjectServer front(Simulator simulator) {
    return new EmbeddedFront(
        this::objects, name -> simulator.state().buckets().require(name), threads);
  }

  @Override
  public InputStream open(String bucket, String key, Optional<String> version) {
    return objects().open(bucket, key, version);
  }

  @Override
  public CompletionStage<Void> write(NewObject object) {
    try {
      return CompletableFuture.runAsync(() -> writeNow(object), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("too many requests about objects wait already", e));
    }
  }

  private void writeNow(NewObject object) {
    EventRouter router = Objects.requireNonNull(events, "objects come before their buckets");
    objects()
        .write(
            object.bucket(),
            object.key(),
            object.content().getBytes(StandardCharsets.UTF_8),
            object.principalId(),
            event -> router.accept(event, object.lineage()));
  }

  @Override
  public void create(String bucket) {
    if (mayHoldSomething()) {
      objects().create(bucket);
    }
  }

  @Override
  public void delete(String bucket) {
    if (mayHoldSomething()) {
      objects().delete(bucket);
    }
  }

  @Override
  public void clear(Collection<String> buckets) {
    if (mayHoldSomething()) {
      objects().clear(buckets);
    }
  }

  /** Memory in which nothing could be put yet is empty. */
  private boolean mayHoldSomething() {
    return folder.isPresent() || started != null;
  }

  /** What is being answered is cut off, and gone before the event loops are. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
