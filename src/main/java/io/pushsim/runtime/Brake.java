package io.pushsim.runtime;

import com.oracle.truffle.api.ThreadLocalAction;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Slows a turn that allocates fast down to the guard's pace: while the heap is full, it goes on
 * only after the guard has looked, however late the machine lets the guard run. Acts at the turn's
 * own safepoints, on its own thread, and lets go of a turn that allocates little between them: each
 * costs a microsecond, and the guard comes back to it.
 */
final class Brake extends ThreadLocalAction {
  private static final int TRIED = 16;
  private static final long FAST = TRIED * (8L << 10);

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Turn turn;
  private final Guard guard;
  private final HeapGauge heap;
  private int passed;
  private long allocatedThen;
  private long looked;

  Brake(Turn turn, Guard guard, HeapGauge heap) {
    super(true, false, true);
    this.turn = turn;
    this.guard = guard;
    this.heap = heap;
  }

  @Override
  protected void perform(Access access) {
    pass();
  }

  /** What is done at a safepoint, on the turn's thread. */
  void pass() {
    long allocated = threads.getCurrentThreadAllocatedBytes();
    if (allocated - looked >= heap.step()) {
      looked = allocated;
      hold();
    }
    if (passed++ % TRIED == 0) {
      if (passed > 1 && allocated - allocatedThen < FAST) {
        turn.releaseBrake();
      }
      allocatedThen = allocated;
    }
  }

  private void hold() {
    if (heap.isFull()) {
      guard.hold(turn);
      if (turn.isCutFor(Ending.Kind.OUT_OF_MEMORY)) {
        throw new OutOfMemoryError("ended by the guard");
      }
    }
  }
}
