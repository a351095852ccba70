package io.pushsim.journal.disk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** A page's bytes: lines in UTF-8, each an entry's number, a space and the entry's JSON. */
final class Lines {
  private Lines() {}

  /** An entry's JSON, where it stands on its page. */
  static final class Json {
    private final byte[] page;
    private final int start;
    private final int end;

    /**
     * @param start the place of its first byte
     * @param end the place behind its last
     */
    Json(byte[] page, int start, int end) {
      this.page = page;
      this.start = start;
      this.end = end;
    }

    byte[] page() {
      return page;
    }

    int start() {
      return start;
    }

    int length() {
      return end - start;
    }

    boolean startsWith(byte[] prefix) {
      return length() >= prefix.length
          && Arrays.equals(page, start, start + prefix.length, prefix, 0, prefix.length);
    }
  }

  /** Gets the entries of a page. */
  interface Reader<X extends Exception> {
    void read(long number, Json json) throws X;
  }

  /** Begins an entry's line; its JSON is to follow. */
  static void begin(ByteArrayOutputStream page, long number) {
    page.writeBytes(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    page.write(' ');
  }

  /** Ends an entry's line. */
  static void end(ByteArrayOutputStream page) {
    page.write('\n');
  }

  /**
   * Hands over the entries of a page, in order.
   *
   * @throws Database.ForeignContent where it is no such page
   */
  static <X extends Exception> void read(byte[] page, Reader<X> reader)
      throws X, Database.ForeignContent {
    int start = 0;
    while (start < page.length) {
      int digits = start;
      long number = 0;
      while (digits < page.length && page[digits] >= '0' && page[digits] <= '9') {
        number = 10 * number + page[digits] - '0';
        digits++;
      }
      int end = digits;
      while (end < page.length && page[end] != '\n') {
        end++;
      }
      if (digits == start || digits == page.length || page[digits] != ' ') {
        throw new Database.ForeignContent(
            "a line has no number: '%s'"
                .formatted(new String(page, start, end - start, StandardCharsets.UTF_8)));
      }
      reader.read(number, new Json(page, digits + 1, end));
      start = end + 1;
    }
  }

  /** The page with only those of its entries whose numbers are wanted. */
  static byte[] only(byte[] page, LongPredicate wanted) throws Database.ForeignContent {
    ByteArrayOutputStream rest = new ByteArrayOutputStream(page.length);
    read(
        page,
        (number, json) -> {
          if (wanted.test(number)) {
            begin(rest, number);
            rest.write(page, json.start(), json.length());
            end(rest);
          }
        });
    return rest.toByteArray();
  }
}
