package io.pushsim.api.admin;

import io.pushsim.api.http.BodyLimit;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.StagedTask;
import io.pushsim.api.http.WireService;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Serves what is under {@code /_pushsim/}; errors are JSON with {@code error}, {@code message}. */
public final class AdminService implements WireService {
  private static final String ROOT = "_pushsim";

  private final List<AdminPath> paths;
  private final AdminAccess access;
  private final Faults faults;

  /**
   * @param access who may use the paths other than {@code health} and {@code code}
   */
  public AdminService(AdminParts parts, AdminAccess access, Faults faults) {
    this.paths = AdminPaths.of(parts);
    this.access = access;
    this.faults = faults;
  }

  @Override
  public String name() {
    return "pushsim";
  }

  @Override
  public Task plan(Exchange exchange) {
    List<String> segments = segments(exchange);
    Optional<AdminPath> found =
        paths.stream()
            .filter(path -> path.takes(exchange.method().name()))
            .filter(path -> path.match(segments).isPresent())
            .findFirst();
    if (found.filter(AdminPath::open).isEmpty()) {
      access.check(exchange);
    }
    AdminPath path = found.orElseThrow(() -> nothingThere(exchange, segments));
    QueryParameters query = QueryParameters.of(exchange, path.parameters());
    String name = path.match(segments).orElseThrow();
    return new StagedTask(
        this,
        exchange,
        path.operation(),
        limit(path),
        body -> path.handler().handle(new AdminRequest(exchange, name, query, body)));
  }

  /** The path's segments below the root. */
  private static List<String> segments(Exchange exchange) {
    List<String> segments = exchange.segments();
    return segments.isEmpty() || !segments.get(0).equals(ROOT)
        ? List.of()
        : segments.subList(1, segments.size());
  }

  private SimulatorException nothingThere(Exchange exchange, List<String> segments) {
    TreeSet<String> methods =
        paths.stream()
            .filter(path -> path.match(segments).isPresent())
            .map(AdminPath::method)
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.isEmpty()) {
      return new SimulatorException(
          ErrorCode.RESOURCE_NOT_FOUND,
          "There is no %s. There are: %s."
              .formatted(
                  exchange.head().path(),
                  paths.stream().map(AdminPath::toString).collect(Collectors.joining(", "))));
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    String allowed = String.join(", ", methods);
    return new SimulatorException(
        ErrorCode.METHOD_NOT_ALLOWED,
        "%s cannot be asked with %s: use %s."
            .formatted(exchange.head().path(), exchange.method(), allowed),
        Map.of(Answers.ALLOW, allowed));
  }

  @Override
  public void fail(Exchange exchange, Throwable failure) {
    exchange.answer(Answers.of(faults.asAnswered(failure, ErrorCode.SERVICE, exchange)));
  }

  private static BodyLimit limit(AdminPath path) {
    return new BodyLimit(
        path.largestBody(),
        () ->
            new SimulatorException(
                ErrorCode.REQUEST_ENTITY_TOO_LARGE,
                path.largestBody() == 0
                    ? path + " takes no body: send none."
                    : "%s takes a body of at most %d bytes: send less at once."
                        .formatted(path, path.largestBody())));
  }
}
