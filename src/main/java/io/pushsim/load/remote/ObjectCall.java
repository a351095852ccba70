package io.pushsim.load.remote;

import io.pushsim.eventsource.remote.RemoteObjects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The request of S3's by which an event happens. */
@FunctionalInterface
public interface ObjectCall {
  /**
   * Makes it, of an object with this key.
   *
   * @return the id of the request, where the answer tells one
   */
  CompletionStage<Optional<String>> make(RemoteObjects server, String bucket, String key);
}
