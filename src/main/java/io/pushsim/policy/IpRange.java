package io.pushsim.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operand that is an IPv4 or IPv6 address or, in CIDR form, a range of them. */
final class IpRange implements Operand {
  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]+");
  private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");

  private final byte[] address;
  private final int prefixBits;

  private IpRange(byte[] address, int prefixBits) {
    this.address = address;
    this.prefixBits = prefixBits;
  }

  /** The range that the text names; one that names none accepts nothing. */
  static Operand of(String text) {
    String[] parts = text.strip().split("/", 2);
    Optional<byte[]> address = parse(parts[0]);
    if (address.isEmpty()) {
      return NOTHING;
    }
    int width = address.get().length * 8;
    if (parts.length == 1) {
      return new IpRange(address.get(), width);
    }
    if (!PREFIX.matcher(parts[1]).matches() || Integer.parseInt(parts[1]) > width) {
      return NOTHING;
    }
    return new IpRange(address.get(), Integer.parseInt(parts[1]));
  }

  @Override
  public boolean accepts(String actual, AccessRequest request, boolean variables) {
    return parse(actual.strip()).filter(this::contains).isPresent();
  }

  private boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit += 8) {
      int mask = prefixBits - bit >= 8 ? 0xFF : (0xFF << (8 - (prefixBits - bit))) & 0xFF;
      if (((address[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> parse(String text) {
    Matcher ipv4 = IPV4.matcher(text);
    if (ipv4.matches()) {
      return parseIpv4(ipv4);
    }
    if (!IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      // A literal with a colon is never looked up in the DNS.
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty(); // What is no address lies in no range.
    }
  }

  private static Optional<byte[]> parseIpv4(Matcher parts) {
    byte[] address = new byte[4];
    for (int i = 0; i < address.length; i++) {
      int number = Integer.parseInt(parts.group(i + 1));
      if (number > 255) {
        return Optional.empty();
      }
      address[i] = (byte) number;
    }
    return Optional.of(address);
  }
}
