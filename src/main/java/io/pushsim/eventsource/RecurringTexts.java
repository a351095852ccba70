package io.pushsim.eventsource;

import io.pushsim.bucket.ObjectEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What most events of a server have in common, held once by all of them: in a burst a hundred
 * thousand may wait at a time. Any thread may ask.
 */
final class RecurringTexts {
  /** So many are known; then all are forgotten. */
  private static final int MOST = 1000;

  private final Map<String, String> known = new ConcurrentHashMap<>();

  /** The same event, with texts that other events have too. */
  ObjectEvent in(ObjectEvent event) {
    ObjectEvent.Request request = event.request();
    return new ObjectEvent(
        event.type(),
        event.time(),
        once(event.bucketName()),
        event.object(),
        new ObjectEvent.Request(
            once(request.principalId()),
            once(request.sourceIpAddress()),
            request.requestId(),
            request.hostId().map(this::once)),
        event.data());
  }

  private String once(String text) {
    String found = known.get(text);
    if (found != null) {
      return found;
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(text, one -> one);
  }
}
