package io.pushsim.load;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.Alias;
import java.util.Optional;
import java.util.Set;

/** What the load is driven at. What comes of a push it tells the measurements. */
public interface LoadTarget {
  /** Sends a push; does not wait for what comes of it. Several threads may call. */
  void send(Shot shot);

  /** How many threads should send, so that sending is not what bounds the rate. */
  int senders();

  /** The alias that a push's target names, as it is now; empty where it names none. */
  Optional<Alias> alias(FunctionArn target);

  /** What pushes can come to, as the buckets' configurations name it now. */
  Set<FunctionArn> functions();

  /** Why nothing more can be sent, once that is so: a sentence for people. */
  Optional<String> gone();

  /** Whether this process is what is measured, and not only what sends. */
  boolean isThisProcess();

  /** What it is, for people. */
  String description();
}
