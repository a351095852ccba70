package io.pushsim.api.admin;

import java.util.List;
import java.util.Set;

/** The table of pushsim's own paths. */
final class AdminPaths {
  /** As large as an event may be that Lambda is to handle later: no notification is larger. */
  private static final long LARGEST_MESSAGE = 1_048_576;

  private static final long LARGEST_QUESTION = 64 * 1024;
  private static final Set<String> NONE = Set.of();

  private AdminPaths() {}

  static List<AdminPath> of(AdminParts parts) {
    DeliveriesHandler deliveries = new DeliveriesHandler(parts);
    EventsHandler events = new EventsHandler(parts);
    return List.of(
        AdminPath.open("Health", "health", NONE, new HealthHandler(parts)),
        get("Metrics", "metrics", NONE, new MetricsHandler(parts)),
        get("ListDeliveries", "deliveries", DeliveriesHandler.PARAMETERS, deliveries::list),
        get("GetDelivery", "deliveries/{id}", NONE, deliveries::get),
        post("Redeliver", "deliveries/{id}/redeliver", 0, deliveries::redeliver),
        get("ListEvents", "events", EventsHandler.PARAMETERS, events::list),
        post("AcceptEvents", "events", LARGEST_MESSAGE, events::accept),
        get(
            "ListMessages",
            "messages",
            MessagesHandler.PARAMETERS,
            new MessagesHandler(parts)::list),
        post("Explain", "explain", LARGEST_QUESTION, new ExplainHandler(parts)),
        get("Settled", "settled", SettledHandler.PARAMETERS, new SettledHandler(parts)),
        post("Reset", "reset", 0, new ResetHandler(parts)),
        AdminPath.open(
            "DownloadCode", "code/{name}", CodeHandler.PARAMETERS, new CodeHandler(parts)));
  }

  private static AdminPath get(
      String operation, String path, Set<String> parameters, AdminHandler handler) {
    return AdminPath.of(operation, "GET", path, parameters, 0, handler);
  }

  private static AdminPath post(
      String operation, String path, long largestBody, AdminHandler handler) {
    return AdminPath.of(operation, "POST", path, NONE, largestBody, handler);
  }
}
