package io.pushsim.api.s3;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML document from somebody who may mean harm: no document type, hence no entities but
 * XML's own five; nothing is fetched; size, depth, and the numbers of elements, attributes and
 * namespaces are bounded. Comments and processing instructions are passed over.
 */
public final class XmlReader {
  static final int MOST_BYTES = 1024 * 1024;
  private static final int DEEPEST = 16;
  private static final int MOST_ELEMENTS = 20_000;
  private static final int MOST_ATTRIBUTES = 16;
  private static final int LONGEST_NAME = 256;
  private static final int MOST_NAMESPACES = 1000;

  /** Whose elements S3 knows: its own, and those of no namespace at all. */
  private static final Set<String> NAMESPACES = Set.of("", XmlWriter.NAMESPACE);

  /** Whose attributes mean nothing here, and may stand: they speak of the document itself. */
  private static final Set<String> ATTRIBUTE_NAMESPACES =
      Set.of(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, XMLConstants.XML_NS_URI);

  private final XMLStreamReader xml;
  private int elements;

  private XmlReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * The document's root.
   *
   * @throws SimulatorException MalformedXML, MaxMessageLengthExceeded
   */
  public static XmlElement read(byte[] document) {
    if (document.length > MOST_BYTES) {
      throw tooLarge();
    }
    XmlEncoding encoding = XmlEncoding.of(document);
    String text = encoding.decode(document);
    checkNoDocumentType(text);
    checkNamespaceCount(text);
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
      Optional.ofNullable(xml.getCharacterEncodingScheme()).ifPresent(encoding::checkDeclared);
      return new XmlReader(xml).document();
    } catch (XMLStreamException e) {
      throw MalformedXml.because(Objects.toString(e.getMessage()).replace('\n', ' '));
    }
  }

  static SimulatorException tooLarge() {
    return new SimulatorException(
        ErrorCode.S3_MAX_MESSAGE_LENGTH_EXCEEDED, "Your request was too large.");
  }

  // Before the parser sees it, which would read through it, and print on stderr where it ends too
  // early. So it may not stand in a comment or in CDATA either; no name, ARN or prefix has it.
  private static void checkNoDocumentType(String text) {
    if (text.contains("<!DOCTYPE")) {
      throw MalformedXml.because("A document type is not read; leave <!DOCTYPE out.");
    }
  }

  // The parser looks each declaration up among all others of its element, one by one, and has no
  // limit of its own for them.
  private static void checkNamespaceCount(String text) {
    int count = 0;
    for (int at = text.indexOf("xmlns"); at >= 0; at = text.indexOf("xmlns", at + 1)) {
      count++;
    }
    if (count > MOST_NAMESPACES) {
      throw MalformedXml.because(
          "It says xmlns %d times; pushsim reads at most %d.".formatted(count, MOST_NAMESPACES));
    }
  }

  // The limits on entities, which differ between JDKs, would count &amp; too; without a document
  // type there are no entities that could grow.
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(MOST_ATTRIBUTES));
    factory.setProperty("jdk.xml.maxXMLNameLimit", Integer.toString(LONGEST_NAME));
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return factory;
  }

  private XmlElement document() throws XMLStreamException {
    if (xml.getVersion() != null && !xml.getVersion().equals("1.0")) {
      throw MalformedXml.because("It is XML %s; send XML 1.0.".formatted(xml.getVersion()));
    }
    Optional<XmlElement> root = Optional.empty();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        root = Optional.of(element(1));
      }
    }
    return root.orElseThrow(() -> MalformedXml.because("It has no element."));
  }

  private XmlElement element(int depth) throws XMLStreamException {
    check(depth);
    String name = xml.getLocalName();
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw MalformedXml.because(place() + "an entity is not read; write it out.");
      }
    }
    return new XmlElement(name, children, text.toString());
  }

  private void check(int depth) {
    if (depth > DEEPEST) {
      throw MalformedXml.because(place() + "elements are nested deeper than " + DEEPEST + ".");
    }
    if (++elements > MOST_ELEMENTS) {
      throw MalformedXml.because(place() + "there are more than " + MOST_ELEMENTS + " elements.");
    }
    String namespace = Objects.requireNonNullElse(xml.getNamespaceURI(), "");
    if (!NAMESPACES.contains(namespace)) {
      throw MalformedXml.because(
          "%s<%s> is of the namespace '%s'; S3's is '%s'."
              .formatted(place(), xml.getLocalName(), namespace, XmlWriter.NAMESPACE));
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      checkAttribute(i);
    }
  }

  private void checkAttribute(int index) {
    String namespace = Objects.requireNonNullElse(xml.getAttributeNamespace(index), "");
    if (!ATTRIBUTE_NAMESPACES.contains(namespace)) {
      throw MalformedXml.because(
          "%s<%s> has the attribute %s; S3's elements have none."
              .formatted(place(), xml.getLocalName(), xml.getAttributeLocalName(index)));
    }
  }

  private String place() {
    return "Line %d: ".formatted(xml.getLocation().getLineNumber());
  }
}
