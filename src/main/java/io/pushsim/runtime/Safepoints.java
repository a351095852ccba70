package io.pushsim.runtime;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Instrument;

/**
 * The places where the engine lets other threads act on the one that runs JavaScript: each call and
 * each round of a loop.
 */
final class Safepoints {
  static final String INSTRUMENT = "pushsim-safepoints";

  private final TruffleInstrument.Env env;

  Safepoints(TruffleInstrument.Env env) {
    this.env = env;
  }

  /** Those of one context, which no other thread may be in now. */
  static OfContext of(Context context) {
    Instrument instrument = context.getEngine().getInstruments().get(INSTRUMENT);
    if (instrument == null) {
      throw new IllegalStateException(
          "the engine does not find " + INSTRUMENT + ": pushsim's META-INF/services is missing");
    }
    Safepoints all = instrument.lookup(Safepoints.class);
    context.enter();
    try {
      return new OfContext(all.env, all.env.getEnteredContext());
    } finally {
      context.leave();
    }
  }

  /** The safepoints of one context. */
  record OfContext(TruffleInstrument.Env env, TruffleContext context) {

    /** Has the thread that is in the context act at its next safepoint. */
    Future<?> submit(ThreadLocalAction action) {
      return env.submitThreadLocal(context, null, action);
    }
  }
}
