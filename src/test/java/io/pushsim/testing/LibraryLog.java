package io.pushsim.testing;

import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Hands over what Vert.x and Netty warn of, blocked event loops among it, as long as it is open.
 */
final class LibraryLog extends Handler implements AutoCloseable {
  // Held here, since the JDK holds loggers weakly, and with one its handlers would go.
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("io.vertx"), Logger.getLogger("io.netty"));

  private final Consumer<String> warnings;

  LibraryLog(Consumer<String> warnings) {
    this.warnings = warnings;
    setLevel(Level.WARNING);
    LOGGERS.forEach(logger -> logger.addHandler(this));
  }

  @Override
  public void publish(LogRecord line) {
    if (isLoggable(line)) {
      warnings.accept(
          "%s: %s %s".formatted(line.getLoggerName(), line.getMessage(), line.getThrown()));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGERS.forEach(logger -> logger.removeHandler(this));
  }
}
