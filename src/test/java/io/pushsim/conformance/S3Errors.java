package io.pushsim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** S3's errors as they are on the wire. */
final class S3Errors {
  private S3Errors() {}

  /**
   * The elements of an error's XML that the recorder kept: all but the ids at the end. The
   * recordings are sorted by name; on the wire Code and Message come first.
   */
  static ObjectNode fields(byte[] body) {
    Element root = root(body);
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
      fields.put(child.getNodeName(), child.getTextContent());
    }
    assertThat(root.getNodeName()).isEqualTo("Error");
    assertThat(Script.names(fields)).startsWith("Code", "Message").endsWith("RequestId", "HostId");
    fields.remove("RequestId");
    fields.remove("HostId");
    return fields;
  }

  private static Element root(byte[] body) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(body))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError("no XML was answered", e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }
}
