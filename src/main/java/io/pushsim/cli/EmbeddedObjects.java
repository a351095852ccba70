package io.pushsim.cli;

import io.pushsim.api.front.EmbeddedFront;
import io.pushsim.api.front.EmbeddedFrontThreads;
import io.pushsim.api.s3.ObjectServer;
import io.pushsim.eventsource.embedded.EmbeddedS3;
import io.pushsim.eventsource.embedded.ObjectFiles;
import io.pushsim.operation.BucketContents;
import io.pushsim.operation.CodeObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The objects of a served simulator's buckets, which are kept within it. Nobody waits for what
 * keeps them before it is needed: it starts on a thread of its own.
 */
final class EmbeddedObjects implements CodeObjects, BucketContents, AutoCloseable {
  /** The part of the heap, one in so many, that objects in memory may fill. */
  private static final int MEMORY_SHARE = 4;

  /** How many requests about objects are carried out at once, and how many may wait. */
  private static final int AT_ONCE = 64;

  private static final int WAITING = 1024;

  private final Optional<Path> folder;
  private final ObjectFiles files;
  private final CompletableFuture<EmbeddedS3> objects = new CompletableFuture<>();
  private final ThreadPoolExecutor threads = EmbeddedFrontThreads.pool(AT_ONCE, WAITING);

  /**
   * @param folder where the objects lie; empty for memory
   * @throws IOException where that cannot be: its message says why
   */
  EmbeddedObjects(Optional<Path> folder) throws IOException {
    this.folder = folder;
    files = folder.isPresent() ? ObjectFiles.in(folder.get()) : ObjectFiles.inMemory(mostBytes());
  }

  /** How much of memory objects may take that are not on disk. */
  static long mostBytes() {
    return Runtime.getRuntime().maxMemory() / MEMORY_SHARE;
  }

  /** Begins to start; the simulator's buckets are those that objects can be in. */
  void startFor(Simulator simulator, InstantSource clock) {
    Thread starting = new Thread(() -> start(simulator, clock), "pushsim-objects-start");
    starting.setDaemon(true);
    starting.start();
  }

  private void start(Simulator simulator, InstantSource clock) {
    try {
      objects.complete(
          new EmbeddedS3(
              files,
              simulator.state().buckets()::find,
              event -> simulator.events().accept(event),
              clock));
    } catch (RuntimeException | LinkageError failure) {
      objects.completeExceptionally(failure);
    }
  }

  /** Serves them, of the simulator's buckets. */
  ObjectServer front(Simulator simulator) {
    return new EmbeddedFront(
        objects::join, name -> simulator.state().buckets().require(name), threads);
  }

  @Override
  public InputStream open(String bucket, String key, Optional<String> version) {
    return objects.join().open(bucket, key, version);
  }

  @Override
  public void create(String bucket) {
    if (mayHoldSomething()) {
      objects.join().create(bucket);
    }
  }

  @Override
  public void delete(String bucket) {
    if (mayHoldSomething()) {
      objects.join().delete(bucket);
    }
  }

  @Override
  public void clear(Collection<String> buckets) {
    if (mayHoldSomething()) {
      objects.join().clear(buckets);
    }
  }

  /** Memory in which nothing could be put yet is empty. */
  private boolean mayHoldSomething() {
    return folder.isPresent() || objects.isDone();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
