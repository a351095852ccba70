package io.pushsim.display;

import java.io.IOException;
import java.io.Writer;

/**
 * Passes on a JSON text that means the same, with what cannot be seen as JSON's escapes: {@link
 * VisibleText#inJson} for texts that are written piece by piece.
 */
public final class VisibleJsonWriter extends Writer {
  private final Writer out;
  private final StringBuilder held = new StringBuilder();

  public VisibleJsonWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    if (held.length() == 0 && isAscii(characters, offset, length)) {
      out.write(characters, offset, length);
      return;
    }
    int searched = held.length();
    held.append(characters, offset, length);
    // Between two ASCII characters nothing is cut apart that must be seen together.
    int cut = held.length() - 1;
    while (cut >= searched && cut > 0 && (held.charAt(cut) > '~' || held.charAt(cut - 1) > '~')) {
      cut--;
    }
    if (cut < Math.max(searched, 1)) {
      return;
    }
    out.write(VisibleText.inJson(held.substring(0, cut)));
    held.delete(0, cut);
  }

  private static boolean isAscii(char[] characters, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (characters[i] > '~') {
        return false;
      }
    }
    return true;
  }

  /** Writes what was held back. To be called at the text's end. */
  public void finish() throws IOException {
    out.write(VisibleText.inJson(held.toString()));
    held.setLength(0);
  }

  /** What is held back is written when more comes, or at the end. */
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    finish();
    out.close();
  }
}
