package io.pushsim.eventsource.listen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The lines of a stream, of which each may have so many bytes; blanks before a line, by which older
 * servers give their signs of life, are none of it. For one reading thread.
 */
final class StreamLines {
  /** As large as a notification may be that is posted. */
  private static final int LONGEST = 1_048_576;

  private static final int CHUNK = 8192;

  private final InputStream stream;
  private final Runnable heard;
  private final byte[] chunk = new byte[CHUNK];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int next;
  private int end;
  private volatile boolean withinLine;

  /**
   * @param heard runs each time that something has come
   */
  StreamLines(InputStream stream, Runnable heard) {
    this.stream = stream;
    this.heard = heard;
  }

  /**
   * The next line, without its end; waits for it. What stands behind the last line end is none.
   *
   * @return empty at the end of the stream
   * @throws IOException where the stream breaks, or a line is too long
   */
  Optional<String> next() throws IOException {
    line.reset();
    while (true) {
      while (line.size() == 0 && next < end && chunk[next] == ' ') {
        next++;
      }
      int from = next;
      while (next < end && chunk[next] != '\n') {
        next++;
      }
      line.write(chunk, from, next - from);
      if (line.size() > LONGEST) {
        throw new IOException(
            String.format(Locale.ROOT, "a line of more than %,d bytes came", LONGEST));
      }
      if (next < end) {
        next++;
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      withinLine = line.size() > 0;
      next = 0;
      end = Math.max(0, stream.read(chunk));
      if (end == 0) {
        return Optional.empty();
      }
      heard.run();
    }
  }

  /** Whether the stream has stopped within a line for now; any thread may ask. */
  boolean isWithinLine() {
    return withinLine;
  }
}
