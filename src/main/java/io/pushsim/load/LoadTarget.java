package io.pushsim.load;

import io.pushsim.load.measurement.ProcessFigures;
import java.util.Optional;

/** What the load is driven at. What comes of a push it tells the measurements. */
public interface LoadTarget extends LoadedFunctions {
  /** Sends a push; does not wait for what comes of it. Several threads may call. */
  void send(Shot shot);

  /** How many threads should send, so that sending is not what bounds the rate. */
  int senders();

  /** Why nothing more can be sent, once that is so: a sentence for people. */
  Optional<String> gone();

  /** Whether this process is what is measured, and not only what sends. */
  boolean isThisProcess();

  /** What the simulator's process has used until now, as far as that is known. */
  ProcessFigures process();

  /** What it is, for people. */
  String description();
}
