package io.pushsim.eventsource.listen;

import io.pushsim.error.Failures;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.eventsource.Receipt;
import io.pushsim.time.Draws;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one bucket: opens its stream, again and again, and hands on what it tells. It runs on
 * a thread of its own; {@link #look} and {@link #close} are called by others.
 */
final class BucketListener implements Runnable, AutoCloseable {
  /** So many events may be on their way into the journal; then the stream is not read on. */
  private static final int MOST_IN_FLIGHT = 1000;

  private final String bucket;
  private final ListenPace pace;
  private final ListenClient client;
  private final NotificationReader reader;
  private final Function<List<BucketNotification>, CompletionStage<Receipt>> events;
  private final InstantSource clock;
  private final Draws draws;
  private final Consumer<String> log;
  private final ListenWords words;
  private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
  private final CountDownLatch closed = new CountDownLatch(1);

  private volatile @Nullable Attempt attempt;
  private volatile boolean open;
  private volatile boolean losing;
  // Of the listening thread alone.
  private Optional<Instant> lastHeard = Optional.empty();
  private String lastReason = "";
  private Instant openSince = Instant.EPOCH;
  private int failed;
  private boolean misread;

  /** One stream, from the request on. */
  private static final class Attempt {
    private final StreamWatch watch;
    private volatile @Nullable StreamLines lines;
    private volatile String cutBecause = "";

    private Attempt(StreamWatch watch) {
      this.watch = watch;
    }

    private boolean isWithinLine() {
      StreamLines opened = lines;
      return opened != null && opened.isWithinLine();
    }
  }

  BucketListener(
      String bucket,
      ListenedServer server,
      ListenPace pace,
      NotificationReader reader,
      Function<List<BucketNotification>, CompletionStage<Receipt>> events,
      InstantSource clock,
      Draws draws,
      Consumer<String> log) {
    this.bucket = bucket;
    this.pace = pace;
    this.client = new ListenClient(server);
    this.reader = reader;
    this.events = events;
    this.clock = clock;
    this.draws = draws;
    this.log = log;
    this.words = new ListenWords(bucket, server);
  }

  boolean isOpen() {
    return open;
  }

  @Override
  public void run() {
    try {
      boolean goesOn = true;
      while (goesOn && !isClosed()) {
        goesOn = listenOnce();
        open = false;
        if (goesOn) {
          failed++;
          double draw = draws.unit(bucket, failed, "pause of a listener");
          closed.await(pace.pause(failed, draw).toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      // Closing ends it so.
      Thread.currentThread().interrupt();
    } finally {
      open = false;
      client.close();
    }
  }

  /** Returns whether to try again. */
  private boolean listenOnce() throws InterruptedException {
    Attempt current = new Attempt(new StreamWatch(pace, System.nanoTime()));
    try (InputStream stream = client.open(bucket, pace.pingSeconds(), () -> asked(current))) {
      opened(current);
      follow(current, stream);
      ended(current, "the server ended it");
    } catch (ListenRefusal refusal) {
      if (refusal.isFinal()) {
        log.accept(words.givenUp(refusal.reason()));
        return false;
      }
      ended(current, refusal.reason());
    } catch (IOException e) {
      ended(current, e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (RuntimeException e) {
      // A thread that ended of it would listen to nothing, and nobody would know.
      ended(current, e.toString());
    } finally {
      attempt = null;
    }
    return true;
  }

  /** From here on it is the server's turn, so its silence counts. */
  private void asked(Attempt current) {
    current.watch.spoke(System.nanoTime());
    attempt = current;
  }

  private void opened(Attempt current) {
    Instant now = clock.instant();
    openSince = now;
    current.watch.spoke(System.nanoTime());
    open = true;
    log.accept(lastHeard.map(since -> words.gap(since, now)).orElseGet(words::begun));
    lastHeard = Optional.of(now);
    lastReason = "";
  }

  private void follow(Attempt current, InputStream stream)
      throws IOException, InterruptedException {
    StreamLines lines = new StreamLines(stream, () -> heard(current));
    current.lines = lines;
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (!line.get().isBlank()) {
        take(line.get(), current);
      }
    }
  }

  private void heard(Attempt current) {
    current.watch.spoke(System.nanoTime());
    lastHeard = Optional.of(clock.instant());
    if (hasLasted()) {
      failed = 0;
    }
  }

  /** A stream that only ever begins must not be opened ever so often. */
  private boolean hasLasted() {
    Duration least = pace.ping().multipliedBy(pace.warnAfter());
    return Duration.between(openSince, clock.instant()).compareTo(least) >= 0;
  }

  /** The same reason is told once, until the stream is open again. */
  private void ended(Attempt current, String reason) {
    String because = current.cutBecause.isEmpty() ? reason : current.cutBecause;
    boolean isNew = !because.equals(lastReason);
    lastReason = because;
    if (isNew && !isClosed()) {
      log.accept(open ? words.interrupted(because) : words.unable(because));
    }
  }

  /** Of several lines in a row that cannot be read, one is told. */
  private void take(String line, Attempt current) throws InterruptedException {
    List<BucketNotification> told;
    try {
      told = reader.readEach(line);
      misread = false;
    } catch (SimulatorException e) {
      if (!misread) {
        log.accept(words.unreadable(e.message()));
      }
      misread = true;
      return;
    }
    if (told.isEmpty()) {
      return;
    }
    if (!inFlight.tryAcquire()) {
      awaitRoom(current);
    }
    keep(told);
  }

  /** Meanwhile the stream's silence is not the server's. */
  private void awaitRoom(Attempt current) throws InterruptedException {
    attempt = null;
    log.accept(words.held(MOST_IN_FLIGHT));
    inFlight.acquire();
    asked(current);
  }

  private void keep(List<BucketNotification> told) {
    CompletionStage<Receipt> durable;
    try {
      durable = events.apply(told);
    } catch (RuntimeException e) {
      durable = CompletableFuture.failedFuture(e);
    }
    durable.whenComplete((receipt, failure) -> kept(failure));
  }

  /** Of several in a row that cannot be kept, one is told. */
  private void kept(@Nullable Throwable failure) {
    inFlight.release();
    if (failure != null && !losing) {
      log.accept(words.lost(Failures.cause(failure)));
    }
    losing = failure != null;
  }

  /** Looks whether the stream is silent for too long. */
  void look() {
    Attempt current = attempt;
    if (current == null) {
      return;
    }
    long now = System.nanoTime();
    Duration silence = current.watch.silence(now);
    switch (current.watch.judge(now, current.isWithinLine())) {
      case NOTHING -> {}
      case WARN -> log.accept(words.silent(silence, pace.ping()));
      case CUT -> {
        current.cutBecause = words.cut(silence);
        client.cancel();
      }
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Ends it; what it has handed on goes its way. */
  @Override
  public void close() {
    closed.countDown();
    client.close();
  }
}
