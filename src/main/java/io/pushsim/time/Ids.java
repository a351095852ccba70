package io.pushsim.time;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A supply of fresh ids: random in the live simulator, drawn from a seed in a replay. */
public interface Ids extends Supplier<UUID> {

  /** Ids that repeat with the seed, in the order in which they are asked for. */
  static Ids seeded(Draws draws) {
    AtomicLong count = new AtomicLong();
    return () -> draws.uuid(Long.toString(count.getAndIncrement()), 0, "id");
  }

  /** Ids that nobody has had before; they are names and no secrets. */
  static Ids random() {
    return () -> {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      return Draws.uuid(random.nextLong(), random.nextLong());
    };
  }
}
