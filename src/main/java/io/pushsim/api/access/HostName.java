package io.pushsim.api.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * A host as a request or an option names it. Nothing is looked up: a name is a name, whatever it
 * resolves to.
 *
 * @param name in lower case, without a trailing dot; an IPv6 address without brackets
 * @param address where the name is an IP address
 */
record HostName(String name, Optional<InetAddress> address) {
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int LAST_PORT = 65_535;

  /** Of a host alone; an IPv6 address may stand in brackets. Empty if it is none. */
  static Optional<HostName> parse(String text) {
    if (text.startsWith("[")) {
      return text.endsWith("]") ? ipv6(text.substring(1, text.length() - 1)) : Optional.empty();
    }
    if (text.indexOf(':') >= 0) {
      return ipv6(text);
    }
    String name = (text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    return endsInNumber(name) ? ipv4(name) : named(name.toLowerCase(Locale.ROOT));
  }

  /** Of a host as HTTP has it, with a port or without; an IPv6 address must stand in brackets. */
  static Optional<HostName> parseAuthority(String text) {
    int end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
    if (text.startsWith("[") && end == 0) {
      return Optional.empty();
    }
    String host = end < 0 ? text : text.substring(0, end);
    String port = end < 0 ? "" : text.substring(end);
    return isPort(port) ? parse(host) : Optional.empty();
  }

  /** Whether only this machine can be meant: localhost, a name below it, or such an address. */
  boolean isLoopback() {
    return address
        .map(InetAddress::isLoopbackAddress)
        .orElse(name.equals("localhost") || name.endsWith(".localhost"));
  }

  boolean isBelow(HostName domain) {
    return address.isEmpty() && name.endsWith("." + domain.name());
  }

  private static boolean isPort(String text) {
    return text.isEmpty() || (text.charAt(0) == ':' && isPortNumber(text.substring(1)));
  }

  private static boolean isPortNumber(String text) {
    return text.isEmpty()
        || (text.length() <= 5 && Ascii.areDigits(text) && Integer.parseInt(text) <= LAST_PORT);
  }

  /** What browsers take for an IPv4 address, and so must not be taken for a name. */
  private static boolean endsInNumber(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return !last.isEmpty() && Ascii.areDigits(last);
  }

  private static Optional<HostName> named(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    int label = 0;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : '.';
      if (c == '.') {
        if (label == 0 || label > LONGEST_LABEL) {
          return Optional.empty();
        }
        label = 0;
      } else if (Ascii.isLetterOrDigit(c) || c == '-' || c == '_') {
        label++;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new HostName(name, Optional.empty()));
  }

  /** Four decimal numbers, as everybody writes them; shorter or octal forms are none. */
  private static Optional<HostName> ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[4];
    if (parts.length != 4) {
      return Optional.empty();
    }
    for (int i = 0; i < 4; i++) {
      int number = number(parts[i]);
      if (number < 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) number;
    }
    try {
      return Optional.of(new HostName(text, Optional.of(InetAddress.getByAddress(bytes))));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an IPv4 address", e);
    }
  }

  private static int number(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= 3
            && Ascii.areDigits(text)
            && (text.length() == 1 || text.charAt(0) != '0');
    int number = digits ? Integer.parseInt(text) : -1;
    return number > 255 ? -1 : number;
  }

  private static Optional<HostName> ipv6(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    boolean possible =
        name.indexOf(':') >= 0
            && name.chars().allMatch(c -> Ascii.isHexDigit(c) || c == ':' || c == '.');
    if (!possible) {
      return Optional.empty();
    }
    try {
      // In brackets, Java takes it for an address or for nothing: it never asks a name server.
      return Optional.of(new HostName(name, Optional.of(InetAddress.getByName("[" + name + "]"))));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
