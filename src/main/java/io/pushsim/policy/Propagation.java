package io.pushsim.policy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * That a grant takes its time to count: Lambda answers AddPermission at once, and lets the grantee
 * in a little later. It is no part of the statement's text. A request that does not tell its time
 * comes too early.
 *
 * @param end from when on the statement counts
 */
public record Propagation(Instant end) implements StatementElement {
  static final String NAME = "Propagation";

  @Override
  public boolean matches(AccessRequest request, boolean variables) {
    return timeOf(request).filter(time -> !time.isBefore(end)).isPresent();
  }

  private static Optional<Instant> timeOf(AccessRequest request) {
    List<String> times = request.values(AccessRequest.CURRENT_TIME);
    try {
      return times.stream().findFirst().map(Instant::parse);
    } catch (DateTimeParseException foreign) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String expected() {
    return end + " or later";
  }

  @Override
  public String actual(AccessRequest request) {
    List<String> times = request.values(AccessRequest.CURRENT_TIME);
    return times.isEmpty() ? "no " + AccessRequest.CURRENT_TIME : times.get(0);
  }
}
