package io.pushsim.api.access;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Refuses requests that a foreign web page makes, or that reached pushsim by a foreign name (DNS
 * rebinding): browsers send them with the page's Origin or with that name as Host. The names of
 * AWS's endpoints, by which functions call it, pass as Host: nobody but AWS can rebind them.
 */
public final class HostCheck {
  private static final int EXCERPT = 100;

  private final List<HostName> hosts = new ArrayList<>();
  private final List<HostName> domains = new ArrayList<>();
  private final boolean anyAddress;

  /**
   * Names the hosts that are pushsim's own.
   *
   * @param boundTo the host that pushsim listens on; where that is every address of the machine,
   *     every address is a host of its own, since only names can be rebound
   * @param allowed further names; {@code .name} and {@code *.name} stand for the name and all below
   *     it, such as buckets
   * @throws SimulatorException if one of them is no host
   */
  public HostCheck(String boundTo, List<String> allowed) {
    HostName bound = host("--host", boundTo, boundTo);
    hosts.add(bound);
    anyAddress = bound.address().filter(InetAddress::isAnyLocalAddress).isPresent();
    for (String name : allowed) {
      boolean domain = name.startsWith(".") || name.startsWith("*.");
      String text = domain ? name.substring(name.indexOf('.') + 1) : name;
      HostName host = host("--allowed-host", name, text);
      (domain ? domains : hosts).add(host);
    }
  }

  /**
   * Lets pass what is for, and from, a host of its own.
   *
   * @throws SimulatorException if Host is missing, is none or is foreign, if Origin is foreign, or
   *     if a browser says that another site asks
   */
  public void check(RequestHead head) {
    checkHost(head);
    Optional<String> origin = head.header("origin");
    if (origin.isPresent() && origin.flatMap(HostCheck::hostOf).filter(this::isOwn).isEmpty()) {
      throw foreign(
          "a web page of Origin '" + excerpt(origin.get()) + "' may not use pushsim",
          "if it is yours, start pushsim with --allowed-host and the page's host");
    }
    if (head.header("sec-fetch-site").filter("cross-site"::equalsIgnoreCase).isPresent()) {
      throw foreign(
          "a web page of another site may not use pushsim",
          "open the address itself, or call pushsim from a page on the same host");
    }
  }

  private void checkHost(RequestHead head) {
    String text =
        head.header("host")
            .orElseThrow(() -> unreadable("the request has no Host header: send one"));
    HostName host =
        HostName.parseAuthority(text)
            .orElseThrow(
                () ->
                    unreadable(
                        "Host '" + excerpt(text) + "' is no host: send one like localhost:4580"));
    if (!isOwn(host) && AwsHost.of(host.name()).isEmpty()) {
      throw foreign(
          "'" + host.name() + "' is no host of this pushsim",
          "call it as localhost or 127.0.0.1, or start it with --allowed-host " + host.name());
    }
  }

  private boolean isOwn(HostName host) {
    return host.isLoopback()
        || hosts.stream().anyMatch(own -> isSame(own, host))
        || domains.stream().anyMatch(own -> isSame(own, host) || host.isBelow(own))
        || (anyAddress && host.address().isPresent());
  }

  /** Addresses are compared as such: IPv6 has many spellings. */
  private static boolean isSame(HostName a, HostName b) {
    return a.address().isPresent() ? a.address().equals(b.address()) : a.name().equals(b.name());
  }

  /** The host of an origin such as {@code http://localhost:3000}; none of {@code null}. */
  private static Optional<HostName> hostOf(String origin) {
    int end = origin.indexOf("://");
    String scheme = end < 0 ? "" : origin.substring(0, end);
    return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https")
        ? HostName.parseAuthority(origin.substring(end + 3))
        : Optional.empty();
  }

  private static HostName host(String option, String value, String text) {
    return HostName.parse(text)
        .orElseThrow(
            () ->
                unreadable(
                    option
                        + " '"
                        + excerpt(value)
                        + "' is no host: give a name or an IP address, without port"
                        + (option.equals("--host") ? "" : "; .name allows all names below it")));
  }

  private static String excerpt(String text) {
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
  }

  private static SimulatorException unreadable(String message) {
    return new SimulatorException(ErrorCode.INVALID_INPUT, message);
  }

  private static SimulatorException foreign(String fault, String remedy) {
    return new SimulatorException(ErrorCode.FOREIGN_HOST, fault + ": " + remedy);
  }
}
