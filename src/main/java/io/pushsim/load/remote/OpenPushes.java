package io.pushsim.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.load.Shot;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The pushes of which the end is not known, found by what a delivery says. Any thread may call.
 *
 * <p>A delivery names S3's id of the request from which it came. Where the server tells no such id,
 * or its answer did not, the oldest push of the same event and object is taken.
 */
final class OpenPushes {
  private final int mostRead;
  private final Set<FollowedPush> all = new LinkedHashSet<>();
  private final Map<String, FollowedPush> byRequest = new HashMap<>();
  private final Map<String, Set<FollowedPush>> byObject = new HashMap<>();
  private final Map<String, FollowedPush> byDelivery = new HashMap<>();

  /** Deliveries that were some push's are read again and again, and are no other's. */
  private final Set<String> over = new LinkedHashSet<>();

  /**
   * @param mostRead how many deliveries are read at once
   */
  OpenPushes(int mostRead) {
    this.mostRead = mostRead;
  }

  /** One whose id of the request is known. */
  synchronized void add(FollowedPush push, String requestId) {
    all.add(push);
    named(push, requestId);
  }

  /** One whose id of the request is not known yet, and perhaps never. */
  synchronized void add(FollowedPush push) {
    all.add(push);
    byObject.computeIfAbsent(object(push.shot()), first -> new LinkedHashSet<>()).add(push);
  }

  /** Now it is known that this was its id; empty where the answer told none. */
  synchronized void answered(FollowedPush push, Optional<String> requestId) {
    if (!all.contains(push)) {
      return;
    }
    requestId.ifPresentOrElse(id -> named(push, id), push::isNameless);
  }

  private void named(FollowedPush push, String requestId) {
    push.named(requestId);
    byRequest.put(requestId, push);
  }

  /** The push from which a delivery came. */
  synchronized Optional<FollowedPush> of(JsonNode delivery) {
    String id = delivery.path("id").asText();
    if (over.contains(id)) {
      return Optional.empty();
    }
    FollowedPush known = byDelivery.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    String requestId = delivery.path("s3RequestId").asText();
    FollowedPush named = byRequest.get(requestId);
    if (named != null) {
      return Optional.of(named);
    }
    Optional<FollowedPush> oldest =
        byObject.getOrDefault(object(delivery), Set.of()).stream()
            .filter(push -> push.mayBe(delivery, requestId.isEmpty()))
            .findFirst();
    oldest.ifPresent(
        push -> {
          push.delivered(id);
          byDelivery.put(id, push);
        });
    return oldest;
  }

  private static String object(Shot shot) {
    ObjectEvent event = shot.event().template();
    return object(event.type().recordName(), event.bucketName(), shot.key());
  }

  private static String object(JsonNode delivery) {
    return object(
        delivery.path("eventName").asText(),
        delivery.path("bucket").asText(),
        delivery.path("key").asText());
  }

  private static String object(String eventName, String bucket, String key) {
    return eventName + " " + bucket + "/" + key;
  }

  /**
   * Nothing more will come of a push.
   *
   * @return whether that was not known before
   */
  synchronized boolean remove(FollowedPush push) {
    if (!all.remove(push)) {
      return false;
    }
    push.requestId().ifPresent(byRequest::remove);
    push.deliveryId().ifPresent(this::over);
    String object = object(push.shot());
    Set<FollowedPush> same = byObject.get(object);
    if (same != null && same.remove(push) && same.isEmpty()) {
      byObject.remove(object);
    }
    return true;
  }

  private void over(String deliveryId) {
    byDelivery.remove(deliveryId);
    over.add(deliveryId);
    if (over.size() > mostRead) {
      Iterator<String> oldest = over.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** When the oldest was sent, as {@link System#nanoTime} counts; empty where none is open. */
  synchronized OptionalLong oldest() {
    return all.stream().limit(1).mapToLong(FollowedPush::sent).findFirst();
  }
}
