package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryCodeStoreTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualTime time = new VirtualTime(START);
  private final CodeStore store = CodeStore.inMemory(time, 100);

  @Test
  void keepsABlobOnce() {
    store.put("a", new byte[60]);
    store.put("a", new byte[60]);
    store.put("b", new byte[40]);

    assertThat(store.get("a")).hasValueSatisfying(zip -> assertThat(zip).hasSize(60));
    assertThat(store.get("b")).isPresent();
    assertThat(store.get("c")).isEmpty();
  }

  @Test
  void refuses_whatHasNoRoom() {
    store.put("a", new byte[60]);

    assertThatThrownBy(() -> store.put("b", new byte[41]))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.CODE_STORAGE_EXCEEDED);
              assertThat(refusal.message())
                  .startsWith("Code storage limit exceeded.")
                  .contains("100 bytes", "larger heap");
            });
    assertThat(store.get("b")).isEmpty();
  }

  @Test
  void hasRoomAgain_whenSomethingWent() {
    store.put("a", new byte[60]);
    store.put("used", new byte[40]);
    time.advance(Duration.ofMinutes(1));

    store.expire("used"::equals, time.instant());

    store.put("b", new byte[60]);
    assertThat(store.get("a")).isEmpty();
    assertThat(store.get("used")).isPresent();
  }

  @Test
  void keepsWhatWasPutAgain() {
    store.put("a", new byte[10]);
    time.advance(Duration.ofMinutes(1));
    store.put("a", new byte[10]);

    store.expire(sha -> false, time.instant());

    assertThat(store.get("a")).isPresent();
  }

  @Test
  void handsOutCopies() {
    byte[] zip = {1, 2, 3};
    store.put("a", zip);
    zip[0] = 9;
    store.get("a").orElseThrow()[1] = 9;

    assertThat(store.get("a").orElseThrow()).containsExactly(1, 2, 3);
  }
}
