package io.pushsim.invocation.destination;

import io.pushsim.journal.Lineage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Writes objects into buckets. */
public interface ObjectWriter {
  /** Where there is nothing to write into. */
  ObjectWriter NONE =
      (bucket, key, content, lineage) ->
          CompletableFuture.failedFuture(
              new IllegalStateException("this simulator keeps no objects"));

  /**
   * Writes an object.
   *
   * @param content JSON text
   * @param lineage the chain of events in which it is written
   * @return completes once it is there; fails where it cannot be written
   */
  CompletionStage<Void> write(String bucket, String key, String content, Lineage lineage);
}
