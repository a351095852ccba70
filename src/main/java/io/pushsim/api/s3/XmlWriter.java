package io.pushsim.api.s3;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document as S3 does: in UTF-8, on one line after the declaration. */
final class XmlWriter {
  /** The namespace of S3's documents. */
  static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private static final int REPLACEMENT = 0xFFFD;

  private final XMLStreamWriter xml;

  private XmlWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * The document's bytes. A character that XML cannot hold becomes U+FFFD: only an error's texts
   * can have one, where they quote the request.
   *
   * @param namespace the root's, or an empty text for none, as S3's errors have it
   */
  static byte[] write(XmlElement root, String namespace) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      new XmlWriter(xml).element(root, namespace);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document cannot be written into memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void element(XmlElement element, String namespace) throws XMLStreamException {
    boolean empty = element.children().isEmpty() && element.text().isEmpty();
    if (empty) {
      xml.writeEmptyElement(element.name());
    } else {
      xml.writeStartElement(element.name());
    }
    if (!namespace.isEmpty()) {
      xml.writeDefaultNamespace(namespace);
    }
    if (!empty) {
      for (XmlElement child : element.children()) {
        element(child, "");
      }
      text(element.text());
      xml.writeEndElement();
    }
  }

  // A carriage return would be read as a line feed if it stood there as such.
  private void text(String text) throws XMLStreamException {
    String[] lines = expressible(text).split("\r", -1);
    xml.writeCharacters(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      xml.writeEntityRef("#13");
      xml.writeCharacters(lines[i]);
    }
  }

  private static String expressible(String text) {
    return text.codePoints()
        .map(point -> isExpressible(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether XML 1.0 has the character (production 2). */
  private static boolean isExpressible(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
