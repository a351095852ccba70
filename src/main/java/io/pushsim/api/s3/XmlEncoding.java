package io.pushsim.api.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The encodings that every XML processor has to know, UTF-8 and UTF-16, told apart by the first
 * bytes of a document (XML 1.0, appendix F). Decoding is strict: what is no character is an error,
 * never a replacement character.
 */
enum XmlEncoding {
  UTF8(UTF_8, List.of(UTF_8, US_ASCII)),
  UTF16_BIG_ENDIAN(UTF_16BE, List.of(UTF_16, UTF_16BE)),
  UTF16_LITTLE_ENDIAN(UTF_16LE, List.of(UTF_16, UTF_16LE));

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Charset charset;
  private final Set<String> names;

  XmlEncoding(Charset charset, List<Charset> declarable) {
    this.charset = charset;
    names =
        declarable.stream()
            .flatMap(known -> Stream.concat(Stream.of(known.name()), known.aliases().stream()))
            .map(name -> name.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  static XmlEncoding of(byte[] document) {
    int first = document.length < 2 ? 0 : (document[0] & 0xFF) << 8 | document[1] & 0xFF;
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
    if (!names.contains(name.toUpperCase(Locale.ROOT))) {
      throw MalformedXml.because(
          "It declares the encoding %s and looks like %s; send it in UTF-8."
              .formatted(name, charset));
    }
  }
}
