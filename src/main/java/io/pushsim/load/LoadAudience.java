package io.pushsim.load;

import io.pushsim.load.measurement.Counts;
import io.pushsim.load.measurement.Moment;

/** Is told how a load goes, on its thread. */
public interface LoadAudience {
  /** Looks away. */
  LoadAudience NONE = (moment, counts) -> {};

  /** An interval is over. */
  void passed(Moment moment, Counts counts);
}
