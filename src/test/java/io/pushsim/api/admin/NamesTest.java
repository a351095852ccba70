package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.Conclusion;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.EventAccount;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.PushFault;
import io.pushsim.journal.Sending;
import io.pushsim.policy.Decision;
import org.junit.jupiter.api.Test;

/** The names are part of the interface: a constant that is renamed must not change them unseen. */
class NamesTest {
  @Test
  void keepsTheNames_thatAnswersAndFiltersUse() {
    assertThat(Names.of(Decision.Kind.class))
        .containsOnlyKeys("allowed", "explicitDeny", "implicitDeny");
    assertThat(Names.of(DeliveryAccount.Outcome.class))
        .containsOnlyKeys(
            "running",
            "waiting",
            "succeeded",
            "failed",
            "expired",
            "throttled",
            "stopped",
            "denied",
            "targetNotFound");
    assertThat(Names.of(Conclusion.class))
        .containsOnlyKeys(
            "succeeded",
            "retriesExhausted",
            "eventAgeExceeded",
            "zeroReservedConcurrency",
            "recursionDetected",
            "targetNotFound");
    assertThat(Names.of(HeldBack.Reason.class))
        .containsOnlyKeys(
            "reservedConcurrency", "accountConcurrency", "scalingRate", "systemError");
    assertThat(Names.of(Sending.Kind.class))
        .containsOnlyKeys("deadLetterQueue", "onSuccess", "onFailure");
    assertThat(Names.of(EventAccount.Outcome.class))
        .containsOnlyKeys(
            "accepted", "matched", "unmatched", "ignored", "rejected", "duplicate", "dropped");
    assertThat(Names.of(PushFault.class))
        .containsOnlyKeys("duplicate", "delay", "reorder", "drop", "propagationDelay");
  }

  @Test
  void readsBackEachName_thatItWrites() {
    assertThat(Names.of(Decision.Kind.class))
        .allSatisfy((name, kind) -> assertThat(Names.of(kind)).isEqualTo(name));
    assertThat(Names.of(Decision.Kind.EXPLICIT_DENY)).isEqualTo("explicitDeny");
  }
}
