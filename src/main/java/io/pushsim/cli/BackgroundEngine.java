package io.pushsim.cli;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.runtime.JavaScriptEngine;
import java.util.concurrent.CountDownLatch;

/**
 * The JavaScript engine, started and closed on a thread of its own: it starts while scenarios are
 * read, which is half of a short replay's time, and nobody waits for its end, least of all a
 * process that ends itself.
 */
final class BackgroundEngine implements AutoCloseable {
  /** The JDK of the compiler that comes with pushsim: it refuses older ones. */
  private static final String FIRST_JDK = "25.0.3";

  private final JavaScriptEngine engine = new JavaScriptEngine();
  private final CountDownLatch finished = new CountDownLatch(1);

  private final Thread thread = new Thread(this::live, "pushsim-engine");

  BackgroundEngine() {
    thread.setDaemon(true);
    thread.start();
  }

  JavaScriptEngine engine() {
    return engine;
  }

  /**
   * To be called where a person asks for compiled JavaScript.
   *
   * @throws SimulatorException InvalidInput where it is interpreted only
   */
  void demandCompiler() {
    if (!engine.isCompiling()) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          ("--jit: Java %s of %s does not compile JavaScript; have JAVA_HOME name a JDK of %s or newer that has JVMCI,"
                  + " as Temurin's has, or leave --jit out")
              .formatted(
                  System.getProperty("java.version"),
                  System.getProperty("java.vendor"),
                  FIRST_JDK));
    }
  }

  private void live() {
    engine.warmUp();
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    engine.close();
  }

  /**
   * Closes it and waits for that: an engine that is closed while the process ends complains.
   *
   * @throws InterruptedException where the wait is interrupted
   */
  void closeFully() throws InterruptedException {
    close();
    thread.join();
  }

  @Override
  public void close() {
    finished.countDown();
  }
}
