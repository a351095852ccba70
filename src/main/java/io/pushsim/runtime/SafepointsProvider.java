package io.pushsim.runtime;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.TruffleInstrument.Registration;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.Set;

/** How the engine finds {@link Safepoints}: by META-INF/services, as it finds JavaScript. */
@Registration(id = Safepoints.INSTRUMENT, name = "pushsim's safepoints", version = "1")
public final class SafepointsProvider extends TruffleInstrumentProvider {

  @Override
  protected String getInstrumentClassName() {
    return Instrument.class.getName();
  }

  @Override
  protected Object create() {
    return new Instrument();
  }

  @Override
  protected Collection<String> getServicesClassNames() {
    return Set.of(Safepoints.class.getName());
  }

  private static final class Instrument extends TruffleInstrument {
    @Override
    protected void onCreate(Env env) {
      env.registerService(new Safepoints(env));
    }
  }
}
