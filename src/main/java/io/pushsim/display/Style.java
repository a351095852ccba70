package io.pushsim.display;

import java.nio.charset.Charset;

/**
 * What a terminal can show.
 *
 * @param width columns; narrower than 40 counts as 40
 * @param colours whether it understands ANSI colours
 * @param unicode whether it shows more than ASCII; see {@link #unicodeIn}
 */
public record Style(int width, boolean colours, boolean unicode) {
  private static final int NARROWEST = 40;
  private static final int LONGEST_PROSE = 120;

  public Style {
    width = Math.max(NARROWEST, width);
  }

  /** True where all of our signs can be written in this character set. */
  public static boolean unicodeIn(Charset charset) {
    return charset.canEncode() && charset.newEncoder().canEncode(Glyphs.UNICODE.all());
  }

  /** The signs that the terminal can show. */
  public Glyphs glyphs() {
    return unicode ? Glyphs.UNICODE : Glyphs.ASCII;
  }

  /** Columns up to which sentences run: a line of 200 is hard to read back from. */
  public int proseWidth() {
    return Math.min(width, LONGEST_PROSE);
  }

  /** The text in the tone's colour, where there are colours. */
  public String paint(Tone tone, String text) {
    return colours ? tone.paint(text) : text;
  }
}
