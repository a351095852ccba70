package io.pushsim.document;

import io.pushsim.document.Documents.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a file as text: bounded, and nothing but UTF-8. */
final class TextFile {
  private final String name;
  private final Limits limits;

  TextFile(String name, Limits limits) {
    this.name = name;
    this.limits = limits;
  }

  /**
   * @throws DocumentException where the file is missing, too large or not text
   */
  String read(Path file) {
    byte[] bytes = bytes(file);
    int start = startsWithByteOrderMark(bytes) ? 3 : 0;
    ByteBuffer buffer = ByteBuffer.wrap(bytes, start, bytes.length - start);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException notUtf8) {
      String message =
          String.format(
              "is not UTF-8 text: byte %d is 0x%02X; save it as UTF-8",
              buffer.position() + 1, buffer.get());
      throw refuse(message);
    }
    checkPrintable(text);
    return text;
  }

  private byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw refuse("is a folder; " + limits.words().file() + " is a file");
    }
    try {
      long size = Files.size(file);
      if (size > limits.bytes()) {
        throw tooLarge("has " + amount(size, String.format(Locale.ROOT, "%.1f MB", size / 1e6)));
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(limits.bytes() + 1);
        if (bytes.length > limits.bytes()) {
          throw tooLarge("does not end");
        }
        return bytes;
      }
    } catch (NoSuchFileException missing) {
      throw refuse("there is no such file");
    } catch (IOException unreadable) {
      throw refuse("cannot be read: " + unreadable);
    }
  }

  private DocumentException tooLarge(String size) {
    String most = amount(limits.bytes(), (limits.bytes() >> 20) + " MB");
    return refuse(size + "; " + most + " at most are read: " + limits.words().whenLarge());
  }

  private static String amount(long bytes, String megabytes) {
    return bytes < 1_000_000 ? bytes + " bytes" : megabytes;
  }

  private static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF;
  }

  private void checkPrintable(String text) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        lineStart = i + 1;
      } else if (c == 0xFFFE || c == 0xFFFF || (Character.isISOControl(c) && !isSpace(c))) {
        String message =
            String.format(
                "the character U+%04X does not belong into a text file; is this %s?",
                (int) c, limits.words().file());
        int column = text.codePointCount(lineStart, i) + 1;
        throw new DocumentException(Problem.at(new Place(name, line, column), message));
      }
    }
  }

  private static boolean isSpace(char c) {
    return c == '\t' || c == '\r' || c == '\u0085';
  }

  private DocumentException refuse(String message) {
    return new DocumentException(Problem.ofFile(name, message));
  }
}
