package io.pushsim.api.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * The encodings that every XML processor has to know, UTF-8 and UTF-16, told apart by the first
 * bytes of a document (XML 1.0, appendix F). Decoding is strict: what is no character is an error,
 * never a replacement character.
 */
enum XmlEncoding {
  UTF8(UTF_8, US_ASCII),
  UTF16_BIG_ENDIAN(UTF_16BE, UTF_16),
  UTF16_LITTLE_ENDIAN(UTF_16LE, UTF_16);

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Charset charset;
  private final Charset alsoDeclared;

  XmlEncoding(Charset charset, Charset alsoDeclared) {
    this.charset = charset;
    this.alsoDeclared = alsoDeclared;
  }

  static XmlEncoding of(byte[] document) {
    int first = document.length < 2 ? 0 : ((document[0] & 0xFF) << 8) | (document[1] & 0xFF);
    return switch (first) {
      case 0xFEFF, 0x003C -> UTF16_BIG_ENDIAN;
      case 0xFFFE, 0x3C00 -> UTF16_LITTLE_ENDIAN;
      default -> UTF8;
    };
  }

  /**
   * The text, without its byte order mark.
   *
   * @throws io.pushsim.error.SimulatorException MalformedXML where the bytes are no text in this
   *     encoding
   */
  String decode(byte[] document) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw MalformedXml.because("Its bytes are no " + charset + "; send it in UTF-8.");
    }
  }

  /** Refuses a declaration that names another encoding than the bytes are in. */
  void checkDeclared(String name) {
    if (!isNameOf(charset, name) && !isNameOf(alsoDeclared, name)) {
      throw MalformedXml.because(
          "It declares the encoding %s and looks like %s; send it in UTF-8."
              .formatted(name, charset));
    }
  }

  private static boolean isNameOf(Charset charset, String name) {
    return charset.name().equalsIgnoreCase(name)
        || charset.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name));
  }
}
