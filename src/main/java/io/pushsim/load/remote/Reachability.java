package io.pushsim.load.remote;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Whether what is asked during a load still answers. */
final class Reachability {
  private volatile Optional<String> gone = Optional.empty();

  /** In a word, why a request to the endpoint had no answer. */
  String kind(URI endpoint, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof HttpTimeoutException || cause instanceof InterruptedIOException) {
      return "no answer in time";
    }
    if (cause instanceof ConnectException) {
      hasGone(endpoint);
    }
    return "no connection";
  }

  /** Nobody listens there any more. */
  void hasGone(URI endpoint) {
    if (gone.isEmpty()) {
      gone = Optional.of("%s does not answer any more.".formatted(endpoint));
    }
  }

  /** Once nothing more can be sent, a sentence that says why. */
  Optional<String> gone() {
    return gone;
  }
}
