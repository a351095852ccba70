package io.pushsim.invocation;

import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.Invocation;
import io.pushsim.runtime.InvocationReport;
import java.util.function.Consumer;

/** An environment in which nothing runs; it knows whether it was closed. */
class StillEnvironment implements ExecutionEnvironment {
  private final long codeBytes;
  private boolean closed;

  StillEnvironment(long codeBytes) {
    this.codeBytes = codeBytes;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void initialize(String id, Consumer<InvocationReport> whenDone) {
    throw new UnsupportedOperationException("nobody initializes it");
  }

  @Override
  public void invoke(Invocation invocation, Consumer<InvocationReport> whenDone) {
    throw new UnsupportedOperationException("nobody uses it");
  }

  @Override
  public boolean isUsable() {
    return !closed;
  }

  @Override
  public long codeBytes() {
    return codeBytes;
  }

  @Override
  public void close() {
    closed = true;
  }
}
