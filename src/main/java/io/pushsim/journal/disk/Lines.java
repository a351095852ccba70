package io.pushsim.journal.disk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongPredicate;

/** A page's bytes: lines in UTF-8, each an entry's number, a space and the entry's JSON. */
final class Lines {
  private Lines() {}

  /** Gets the entries of a page. */
  interface Reader<X extends Exception> {
    void read(long number, String json) throws X;
  }

  static void append(ByteArrayOutputStream page, long number, String json) {
    page.writeBytes((number + " " + json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Hands over the entries of a page, in order.
   *
   * @throws Database.ForeignContent where it is no such page
   */
  static <X extends Exception> void read(byte[] page, Reader<X> reader)
      throws X, Database.ForeignContent {
    for (String line : new String(page, StandardCharsets.UTF_8).lines().toList()) {
      int space = line.indexOf(' ');
      if (space < 1) {
        throw new Database.ForeignContent("a line has no number: '%s'".formatted(line));
      }
      reader.read(Long.parseLong(line.substring(0, space)), line.substring(space + 1));
    }
  }

  /** The page with only those of its entries whose numbers are wanted. */
  static byte[] only(byte[] page, LongPredicate wanted) throws Database.ForeignContent {
    ByteArrayOutputStream rest = new ByteArrayOutputStream(page.length);
    read(
        page,
        (number, json) -> {
          if (wanted.test(number)) {
            append(rest, number, json);
          }
        });
    return rest.toByteArray();
  }
}
