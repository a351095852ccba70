package io.pushsim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Vert.x's warnings get to the tests; else these could not fail because of them. */
class LibraryLogTest {
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final CountDownLatch warned = new CountDownLatch(1);

  @Test
  void tellsOfABlockedEventLoop() throws Exception {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setMaxEventLoopExecuteTime(20)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setBlockedThreadCheckInterval(20)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS));
    try (LibraryLog log = new LibraryLog(this::add)) {
      assertThat(log.getLevel()).isNotNull();
      vertx.runOnContext(onLoop -> awaits(warned));

      assertThat(warned.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
    assertThat(warnings.get(0)).contains("has been blocked");
  }

  @Test
  void tellsOfAnExceptionThatNobodyHandled() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (LibraryLog log = new LibraryLog(this::add)) {
      assertThat(log.getLevel()).isNotNull();
      vertx.runOnContext(
          onLoop -> {
            throw new IllegalStateException("nobody's");
          });

      assertThat(warned.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
    assertThat(warnings.get(0)).contains("nobody's");
  }

  private void add(String warning) {
    warnings.add(warning);
    warned.countDown();
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
