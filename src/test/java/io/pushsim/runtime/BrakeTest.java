package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The brake, at the safepoints of a turn. */
@Timeout(60)
class BrakeTest {
  private static final HeapGauge ALWAYS_FULL = new HeapGauge(1e-9);
  private static final HeapGauge NEVER_FULL = new HeapGauge(0.999);

  /** How many safepoints there are from one look at how fast the turn allocates to the next. */
  private static final int TRIED = 16;

  private final Replay replay = new Replay();
  private final NodeEnvironment environment =
      (NodeEnvironment) replay.runtime.start(Functions.handler("exports.handler = async () => 1;"));
  private final Turn turn = new Turn(environment, () -> {}, abandoned -> {});
  private final Guard guard = new Guard(new Workers(true, 1), new Environments(), 0.6);
  private final CompletableFuture<Void> submitted = new CompletableFuture<>();

  /** What was allocated last; kept, so that it is allocated in fact. */
  private byte[] allocated = {};

  @AfterEach
  void close() {
    guard.close();
    environment.close();
    replay.close();
  }

  private Brake brake(HeapGauge heap) {
    turn.setBrake(submitted);
    return new Brake(turn, guard, heap);
  }

  private void pass(Brake brake, int times, int bytesBetween) {
    for (int i = 0; i < times; i++) {
      allocated = new byte[bytesBetween];
      brake.pass();
    }
  }

  @Test
  void letsGoOfATurnThatAllocatesLittle() {
    Brake brake = brake(NEVER_FULL);

    pass(brake, TRIED, 16);
    assertThat(submitted).isNotCancelled();
    pass(brake, 1, 16);

    assertThat(submitted).isCancelled();
    assertThat(turn.hasBrake()).isFalse();
  }

  @Test
  void keepsHoldOfATurnThatAllocatesFast_untilItNoLongerDoes() {
    Brake brake = brake(NEVER_FULL);

    pass(brake, TRIED * 4 + 1, 16 << 10);
    assertThat(submitted).isNotCancelled();
    pass(brake, TRIED, 16);

    assertThat(submitted).isCancelled();
  }

  @Test
  void endsATurnThatWasCutForItsMemory() {
    turn.markCut(Ending.Kind.OUT_OF_MEMORY, System.nanoTime());
    Brake brake = brake(ALWAYS_FULL);

    assertThatThrownBy(() -> pass(brake, 1, (int) ALWAYS_FULL.step()))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("ended by the guard");
    assertThat(allocated).isNotEmpty();
  }

  @Test
  void letsATurnGoOnThatWasCutForItsTime() {
    turn.markCut(Ending.Kind.TIMED_OUT, System.nanoTime());
    Brake brake = brake(ALWAYS_FULL);

    assertThatCode(() -> pass(brake, 3, (int) ALWAYS_FULL.step())).doesNotThrowAnyException();
  }

  @Test
  void holdsNobody_whileTheHeapIsNotFull() {
    turn.markCut(Ending.Kind.OUT_OF_MEMORY, System.nanoTime());
    Brake brake = brake(NEVER_FULL);

    assertThatCode(() -> pass(brake, 3, (int) NEVER_FULL.step())).doesNotThrowAnyException();
  }

  @Test
  void holdsTheTurn_untilTheGuardHasDecided() throws InterruptedException {
    Brake brake = brake(ALWAYS_FULL);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                pass(brake, 1, (int) ALWAYS_FULL.step());
                ended.complete(new AssertionError("it was let go on"));
              } catch (OutOfMemoryError e) {
                ended.complete(e);
              }
            });
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(ended).isNotDone();

    turn.markCut(Ending.Kind.OUT_OF_MEMORY, System.nanoTime());

    thread.join();
    assertThat(ended.join()).isInstanceOf(OutOfMemoryError.class);
  }
}
