package io.pushsim.scenario;

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
final class DocumentReader {
  static final int MAX_BYTES = 8 << 20;

  private DocumentReader() {}

  /**
   * @throws ScenarioException where the file is missing, too large or not text
   */
  static Document read(String name, Path file) {
    return YamlDocuments.parse(name, text(name, file));
  }

  /**
   * @throws ScenarioException where the file is missing, too large or not text
   */
  static String text(String name, Path file) {
    return text(name, bytes(name, file));
  }

  private static byte[] bytes(String name, Path file) {
    if (Files.isDirectory(file)) {
      throw refuse(name, "is a folder; a scenario is a file");
    }
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw tooLarge(name, String.format(Locale.ROOT, "has %.1f MB", size / 1e6));
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw tooLarge(name, "does not end");
        }
        return bytes;
      }
    } catch (NoSuchFileException missing) {
      throw refuse(name, "there is no such file");
    } catch (IOException unreadable) {
      throw refuse(name, "cannot be read: " + unreadable);
    }
  }

  private static ScenarioException tooLarge(String name, String size) {
    return refuse(name, size + "; 8 MB at most are read: put large bodies into files (BodyFile)");
  }

  private static String text(String name, byte[] bytes) {
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
      throw refuse(name, message);
    }
    checkPrintable(name, text);
    return text;
  }

  private static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF;
  }

  private static void checkPrintable(String name, String text) {
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
                "the character U+%04X does not belong into a text file; is this a scenario?",
                (int) c);
        throw new ScenarioException(new Problem(name, line, i - lineStart + 1, message));
      }
    }
  }

  private static boolean isSpace(char c) {
    return c == '\t' || c == '\r' || c == '\u0085';
  }

  private static ScenarioException refuse(String name, String message) {
    return new ScenarioException(Problem.ofFile(name, message));
  }
}
