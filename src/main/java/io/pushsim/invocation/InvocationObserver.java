package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Entry;
import io.pushsim.policy.Decision;
import io.pushsim.runtime.InvocationReport;

/** Gets told what passes the front door, on whatever thread it does; must not block. */
public interface InvocationObserver {
  /** Looks away. */
  InvocationObserver NONE =
      new InvocationObserver() {
        @Override
        public void decided(FunctionArn target, Decision.Kind decision) {}

        @Override
        public void ended(
            FunctionArn target, Attempt attempt, FunctionConfiguration configuration) {}

        @Override
        public void notInitialized(
            FunctionArn function, InvocationReport report, FunctionConfiguration configuration) {}

        @Override
        public void throttled(FunctionArn target, Throttle throttle) {}

        @Override
        public void came(FunctionArn target, Entry.OfCourse of) {}
      };

  /** A push was decided. */
  void decided(FunctionArn target, Decision.Kind decision);

  /**
   * A handler's run has ended.
   *
   * @param configuration of the version that ran
   */
  void ended(FunctionArn target, Attempt attempt, FunctionConfiguration configuration);

  /**
   * An environment that was to be provisioned could not be initialized.
   *
   * @param report of the init phase
   * @param configuration of the version that it was for
   */
  void notInitialized(
      FunctionArn function, InvocationReport report, FunctionConfiguration configuration);

  /** A function could not run since a limit was reached. */
  void throttled(FunctionArn target, Throttle throttle);

  /** An asynchronous event is to be tried again, or has ended. */
  void came(FunctionArn target, Entry.OfCourse of);
}
