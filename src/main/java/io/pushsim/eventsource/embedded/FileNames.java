package io.pushsim.eventsource.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the files that objects lie in. s3proxy's stores take a key for a path, so {@code a}
 * and {@code a/b} cannot both be, and {@code a//b} is {@code a/b}; hence a key's name is the key
 * URL-encoded, slashes and capital letters too, since some file systems hold {@code A} and {@code
 * a} to be the same. A long name goes on in a folder whose name ends with a plus sign.
 */
final class FileNames {
  /** So that a name with what s3proxy adds to it stays below 255 characters. */
  private static final int LONGEST = 150;

  private static final String GOES_ON = "+/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** What s3proxy adds to a name while the object is being written. */
  private static final Pattern UNFINISHED =
      Pattern.compile("-(?=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$)");

  private FileNames() {}

  /** The file name of a key. */
  static String of(String key) {
    StringBuilder name = new StringBuilder();
    int start = 0;
    for (byte unit : key.getBytes(StandardCharsets.UTF_8)) {
      if (name.length() - start >= LONGEST) {
        name.append(GOES_ON);
        start = name.length();
      }
      if (isKept(unit, name.length() == start)) {
        name.append((char) unit);
      } else {
        name.append('%').append(HEX.toHexDigits(unit));
      }
    }
    Matcher unfinished = UNFINISHED.matcher(name);
    return unfinished.find()
        ? name.replace(unfinished.start(), unfinished.end(), "%2D").toString()
        : name.toString();
  }

  /** Names that begin with a dot are s3proxy's own, or mean a folder. */
  private static boolean isKept(byte unit, boolean first) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= '0' && unit <= '9')
        || unit == '-'
        || unit == '_'
        || (unit == '.' && !first);
  }

  /** Whether a file of this name is one that was being written. */
  static boolean isUnfinished(String name) {
    return UNFINISHED.matcher(name).find();
  }

  /** The key of a file name; empty for the name of a file that holds no whole object. */
  static Optional<String> key(String name) {
    if (isUnfinished(name)) {
      return Optional.empty();
    }
    String joined = name.replace(GOES_ON, "");
    ByteArrayOutputStream units = new ByteArrayOutputStream(joined.length());
    for (int at = 0; at < joined.length(); at++) {
      char c = joined.charAt(at);
      if (c != '%') {
        if (!isKept((byte) c, false) || c > '~') {
          return Optional.empty();
        }
        units.write(c);
      } else if (at + 2 < joined.length()
          && HexFormat.isHexDigit(joined.charAt(at + 1))
          && HexFormat.isHexDigit(joined.charAt(at + 2))) {
        units.write(HexFormat.fromHexDigits(joined, at + 1, at + 3));
        at += 2;
      } else {
        return Optional.empty();
      }
    }
    return text(units.toByteArray());
  }

  private static Optional<String> text(byte[] utf8) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
