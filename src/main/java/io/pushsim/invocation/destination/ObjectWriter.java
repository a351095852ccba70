package io.pushsim.invocation.destination;

import io.pushsim.journal.Lineage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Writes objects into buckets. */
public interface ObjectWriter {
  /** Where there is nothing to write into. */
  ObjectWriter NONE = refusing("this simulator keeps no objects");

  /**
   * An object that is to be written.
   *
   * @param content JSON text
   * @param principalId who writes it, as event records name it
   * @param lineage the chain of events in which it is written
   */
  record NewObject(
      String bucket, String key, String content, String principalId, Lineage lineage) {}

  /**
   * Writes an object.
   *
   * @return completes once it is there; fails where it cannot be written
   */
  CompletionStage<Void> write(NewObject object);

  /** One that cannot write. */
  static ObjectWriter refusing(String why) {
    return object -> CompletableFuture.failedFuture(new IllegalStateException(why));
  }
}
