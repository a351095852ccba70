package io.pushsim.eventsource.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a form of {@code multipart/form-data} (RFC 7578) part by part, as it comes. For one thread.
 */
final class FormReader {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/form-data;.*?\\bboundary=(\"([^\"]{1,70})\"|([^\\s;]{1,70})).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FILE_NAME =
      Pattern.compile("[;\\s]filename=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int BUFFER = 16 * 1024;
  private static final int LONGEST_HEAD = 8 * 1024;

  private final InputStream form;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;

  /**
   * A field of the form.
   *
   * @param fileName as the browser names the file that it is
   * @param content is to be read to its end before the next part
   */
  record Part(String name, String fileName, InputStream content) {}

  private FormReader(InputStream form, String boundary) {
    this.form = form;
    delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    // The first delimiter stands at the very beginning: as if a line had ended before it.
    buffer[0] = '\r';
    buffer[1] = '\n';
    end = 2;
  }

  /** A reader of a body of this type; empty where it is no form. */
  static Optional<FormReader> of(InputStream form, String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    return matcher.matches()
        ? Optional.of(
            new FormReader(
                form, Optional.ofNullable(matcher.group(2)).orElseGet(() -> matcher.group(3))))
        : Optional.empty();
  }

  /**
   * The next part; empty behind the last one.
   *
   * @throws ObjectRefusal within an IOException, for a body that is no such form
   */
  Optional<Part> next() throws IOException {
    try (InputStream before = new Content()) {
      before.transferTo(OutputStream.nullOutputStream());
    }
    at += delimiter.length;
    String rest = line();
    if (rest.startsWith("--")) {
      return Optional.empty();
    }
    StringBuilder head = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
      if (head.length() > LONGEST_HEAD) {
        throw malformed();
      }
    }
    String name = quoted(NAME, head).orElseThrow(FormReader::malformed);
    return Optional.of(new Part(name, quoted(FILE_NAME, head).orElse(""), new Content()));
  }

  private static Optional<String> quoted(Pattern pattern, CharSequence head) {
    Matcher matcher = pattern.matcher(head);
    return matcher.find()
        ? Optional.of(matcher.group(1).replaceAll("\\\\(.)", "$1"))
        : Optional.empty();
  }

  /** In UTF-8, as browsers write the names of files. */
  private String line() throws IOException {
    byte[] line = new byte[LONGEST_HEAD];
    int length = 0;
    while (true) {
      if (at == end && !fill()) {
        throw malformed();
      }
      byte unit = buffer[at++];
      if (unit == '\n') {
        break;
      }
      if (length == LONGEST_HEAD) {
        throw malformed();
      }
      line[length++] = unit;
    }
    int whole = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, 0, whole, StandardCharsets.UTF_8);
  }

  /** Reads more, behind what is there; false at the body's end. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    int count = form.read(buffer, end, BUFFER - end);
    end += Math.max(count, 0);
    return count >= 0;
  }

  private static IOException malformed() {
    return new IOException(
        new ObjectRefusal(
            400,
            "MalformedPOSTRequest",
            "The body of your POST request is not well-formed multipart/form-data."));
  }

  /** A part's content: what comes before the next delimiter. */
  private final class Content extends BlockInputStream {
    @Override
    public int read(byte[] into, int start, int most) throws IOException {
      if (most == 0) {
        return 0;
      }
      while (end - at < delimiter.length) {
        if (!fill()) {
          throw malformed();
        }
      }
      int next = delimiterFrom(at);
      if (next == at) {
        return -1;
      }
      // What may be the beginning of a delimiter is not content yet.
      int certain = next < 0 ? end - delimiter.length + 1 : next;
      int count = Math.min(most, certain - at);
      System.arraycopy(buffer, at, into, start, count);
      at += count;
      return count;
    }

    private int delimiterFrom(int from) {
      for (int i = from; i <= end - delimiter.length; i++) {
        if (Arrays.equals(buffer, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
          return i;
        }
      }
      return -1;
    }
  }
}
