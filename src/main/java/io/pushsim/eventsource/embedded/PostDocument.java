package io.pushsim.eventsource.embedded;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The document that answers a form's upload with status 201. */
final class PostDocument {
  private static final String UTF_8 = "UTF-8";

  private PostDocument() {}

  static byte[] write(String location, String bucket, String key, String eTag) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document, UTF_8);
      xml.writeStartDocument(UTF_8, "1.0");
      xml.writeStartElement("PostResponse");
      element(xml, "Location", location);
      element(xml, "Bucket", bucket);
      element(xml, "Key", key);
      element(xml, "ETag", eTag);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document cannot be written into memory", e);
    }
    return document.toByteArray();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
