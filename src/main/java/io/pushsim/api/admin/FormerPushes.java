package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.arn.FunctionArn;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.DeliveryQuery;
import io.pushsim.journal.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What came of the newest pushes of exactly one object at exactly one target. May take its time.
 */
final class FormerPushes {
  private static final int MOST = 5;
  private static final int PAGE = 50;

  /** So many pages are looked through where the keys of other objects begin with the same text. */
  private static final int PAGES = 10;

  private final History history;

  FormerPushes(History history) {
    this.history = history;
  }

  /** The newest few, newest first. */
  ArrayNode of(String bucket, String key, FunctionArn target) {
    DeliveryQuery wanted =
        new DeliveryQuery(
            Optional.of(bucket),
            Optional.of(key),
            Optional.of(target.toString()),
            Set.of(),
            Optional.empty(),
            Optional.empty());
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    find(wanted, key).forEach(push -> list.add(DeliveryJson.brief(push)));
    return list;
  }

  private List<DeliveryAccount> find(DeliveryQuery wanted, String key) {
    List<DeliveryAccount> found = new ArrayList<>();
    OptionalLong before = OptionalLong.empty();
    for (int pages = 0; pages < PAGES && found.size() < MOST; pages++) {
      History.Page<DeliveryAccount> page = history.deliveries(wanted, before, PAGE);
      page.items().stream().filter(push -> isOf(key, push)).forEach(found::add);
      before = page.next();
      if (before.isEmpty()) {
        break;
      }
    }
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private static boolean isOf(String key, DeliveryAccount push) {
    return push.event()
        .map(AcceptedEvent::event)
        .filter(event -> event.object().key().equals(key))
        .isPresent();
  }
}
