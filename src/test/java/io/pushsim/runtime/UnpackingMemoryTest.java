package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.error.SimulatorException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class UnpackingMemoryTest {
  private final UnpackingMemory memory = new UnpackingMemory(100 * 1024);

  @Test
  void letsTheNextWait_untilThereIsRoom() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(() -> holding(60 * 1024, begun, end));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(memory.holding(10 * 1024, () -> "fits beside it")).isEqualTo("fits beside it");
    CountDownLatch secondBegun = new CountDownLatch(1);
    CompletableFuture<Boolean> second =
        CompletableFuture.supplyAsync(() -> holding(60 * 1024, secondBegun, end));
    assertThat(secondBegun.await(200, TimeUnit.MILLISECONDS)).isFalse();

    end.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void isFreeAgain_whenUnpackingFails() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  memory.holding(
                      90 * 1024,
                      () -> {
                        throw new DataFormatException("broken");
                      }))
          .isInstanceOf(DataFormatException.class);
    }
  }

  @Test
  void refuses_whatNeverFits() {
    assertThatThrownBy(() -> memory.holding(200 * 1024, () -> "never"))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("unpacked it has 204800 bytes, more than pushsim has memory for");
  }

  private boolean holding(long bytes, CountDownLatch begun, CountDownLatch end) {
    try {
      return memory.holding(
          bytes,
          () -> {
            begun.countDown();
            return awaits(end);
          });
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean awaits(CountDownLatch end) {
    try {
      return end.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
