package io.pushsim.eventsource.listen;

import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.eventsource.Receipt;
import io.pushsim.time.Draws;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Listens to buckets of a MinIO server, each on a thread of its own, with one more that looks after
 * all of them.
 */
public final class BucketListeners implements AutoCloseable {
  /** Sockets are closed at once; this is for what a thread may be about to do. */
  private static final long PATIENCE_MILLIS = 500;

  private final List<BucketListener> listeners;
  private final List<Thread> threads = new ArrayList<>();
  private final ListenPace pace;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * What is listened to and what becomes of it.
   *
   * @param originals whether each record is kept as its server wrote it
   * @param events takes what was told; completes once it is durable
   * @param clock for what people are told
   * @param draws for the pauses between attempts
   * @param log gets what people are to be told, on any thread
   */
  public BucketListeners(
      ListenedServer server,
      boolean originals,
      Function<List<BucketNotification>, CompletionStage<Receipt>> events,
      InstantSource clock,
      Draws draws,
      Consumer<String> log) {
    this(server, ListenPace.usual(), originals, events, clock, draws, log);
  }

  BucketListeners(
      ListenedServer server,
      ListenPace pace,
      boolean originals,
      Function<List<BucketNotification>, CompletionStage<Receipt>> events,
      InstantSource clock,
      Draws draws,
      Consumer<String> log) {
    this.pace = pace;
    NotificationReader reader = NotificationReader.ofListenStream().keepingOriginals(originals);
    this.listeners =
        server.buckets().stream()
            .map(
                bucket ->
                    new BucketListener(bucket, server, pace, reader, events, clock, draws, log))
            .toList();
    for (int i = 0; i < listeners.size(); i++) {
      threads.add(daemon(listeners.get(i), "pushsim-listen-" + server.buckets().get(i)));
    }
    threads.add(daemon(this::lookAfterThem, "pushsim-listen-watch"));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins, and waits for nothing. */
  public void start() {
    threads.forEach(Thread::start);
  }

  private void lookAfterThem() {
    try {
      while (!closed.await(pace.ping().toMillis(), TimeUnit.MILLISECONDS)) {
        listeners.forEach(BucketListener::look);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many buckets are to be listened to. */
  public int wanted() {
    return listeners.size();
  }

  /** Of how many the stream is open. */
  public int open() {
    return (int) listeners.stream().filter(BucketListener::isOpen).count();
  }

  /** Ends all streams. */
  @Override
  public void close() {
    closed.countDown();
    listeners.forEach(BucketListener::close);
    threads.forEach(Thread::interrupt);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      for (Thread thread : threads) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left > 0) {
          thread.join(left);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
